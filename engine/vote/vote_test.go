package vote

import (
	"testing"

	"concordat/engine/machine"
	"pgregory.net/rapid"
)

// A row reads: the rule; what each of the five members said (y, n, a for
// abstain, s for standing aside, . for nothing); where the vote stands before
// the time is up and when it is.
func TestTally(t *testing.T) {
	unanimous := machine.Voting{Kind: machine.Unanimous, Of: OfMembers}
	voting3 := machine.Voting{Kind: machine.Unanimous, Of: "those voting", Quorum: 3}
	majority := machine.Voting{Kind: machine.Majority, Of: OfMembers}
	majorityVoting := machine.Voting{Kind: machine.Majority, Of: "those voting", Quorum: 3}
	thirds := machine.Voting{Kind: machine.TwoThirds, Of: OfMembers}
	three := machine.Voting{Kind: machine.AtLeast, Of: OfMembers, N: 3}
	const refusal, consent, abstention = machine.SilenceRefusal, machine.SilenceConsent, machine.SilenceAbstention
	for _, c := range []struct {
		about       string
		rule        machine.Voting
		silence     machine.Silence
		said        string
		before, end Verdict
	}{
		{"all agree", unanimous, refusal, "yyyyy", Carried, Carried},
		{"one is silent", unanimous, refusal, "yyyy.", Undecided, Refused},
		{"silence consents", unanimous, consent, "yyyy.", Undecided, Carried},
		{"one says no: at once", unanimous, refusal, "n....", Refused, Refused},
		{"an abstention is no agreement of all", unanimous, consent, "yyyya", Refused, Refused},
		{"who stands aside is not counted", unanimous, refusal, "yyyys", Carried, Carried},
		{"all stand aside", unanimous, consent, "sssss", Refused, Refused},
		{"three of those voting", voting3, abstention, "yyy..", Undecided, Carried},
		{"two are no quorum", voting3, abstention, "yy...", Undecided, Refused},
		{"silence makes no quorum", voting3, consent, "yy...", Undecided, Refused},
		{"an abstention is presence", voting3, abstention, "yya..", Undecided, Carried},
		{"one against three", voting3, abstention, "yyyn.", Refused, Refused},
		{"three of five is more than half", majority, refusal, "yyy..", Carried, Carried},
		{"two against two", majority, refusal, "yynn.", Undecided, Refused},
		{"a tie does not carry", majorityVoting, abstention, "yynna", Refused, Refused},
		{"three against, nothing more to wait for", majority, consent, "nnn..", Refused, Refused},
		{"four of five is two thirds", thirds, refusal, "yyyy.", Carried, Carried},
		{"three of five is not", thirds, refusal, "yyy..", Undecided, Refused},
		{"at least three", three, refusal, "yyy..", Carried, Carried},
		{"nobody says anything", unanimous, refusal, ".....", Undecided, Refused},
	} {
		stage := &machine.Stage{Rule: c.rule, Silence: c.silence}
		members, votes := ballot(c.said)
		if got := Tally(stage, members, votes, false); got != c.before {
			t.Errorf("%s (%s): before the time is up %v, want %v", c.about, c.said, got, c.before)
		}
		if got := Tally(stage, members, votes, true); got != c.end {
			t.Errorf("%s (%s): when the time is up %v, want %v", c.about, c.said, got, c.end)
		}
	}
}

func ballot(said string) (members []string, votes []Vote) {
	for i, r := range said {
		name := string(rune('a' + i))
		members = append(members, name)
		switch r {
		case 'y':
			votes = append(votes, Vote{By: name, Choice: Yes})
		case 'n':
			votes = append(votes, Vote{By: name, Choice: No})
		case 'a':
			votes = append(votes, Vote{By: name, Choice: Abstain})
		case 's':
			votes = append(votes, Vote{By: name, Choice: Yes, Aside: true})
		}
	}
	return members, votes
}

// What is decided early stays so, however those vote who have not yet, and
// whoever stays silent.
func TestDecidedEarlyIsDecided(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kinds := []machine.VotingKind{machine.Unanimous, machine.Majority, machine.TwoThirds, machine.AtLeast}
		stage := &machine.Stage{
			Rule: machine.Voting{
				Kind:   rapid.SampledFrom(kinds).Draw(t, "kind"),
				Of:     rapid.SampledFrom([]string{OfMembers, "those voting"}).Draw(t, "of"),
				N:      rapid.IntRange(1, 4).Draw(t, "n"),
				Quorum: rapid.IntRange(0, 4).Draw(t, "quorum"),
			},
			Silence: rapid.SampledFrom([]machine.Silence{machine.SilenceRefusal, machine.SilenceConsent, machine.SilenceAbstention}).Draw(t, "silence"),
		}
		if stage.Rule.Kind == machine.AtLeast {
			stage.Rule.Of = OfMembers
		}
		said := rapid.StringOfN(rapid.RuneFrom([]rune("ynas.")), 1, 6, -1).Draw(t, "said")
		members, votes := ballot(said)
		early := Tally(stage, members, votes, false)
		if early == Undecided {
			return
		}
		later := []rune(said)
		for i, r := range later {
			if r == '.' {
				later[i] = rapid.SampledFrom([]rune("yna.")).Draw(t, "later")
			}
		}
		_, all := ballot(string(later))
		if end := Tally(stage, members, all, true); end != early {
			t.Fatalf("%q was %v early and %v as %q in the end", said, early, end, string(later))
		}
	})
}
