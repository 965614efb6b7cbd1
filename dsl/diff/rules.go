package diff

import "fmt"

// Rule is one kind of change: its coordinates, what it says in plain words, and
// the kind of change that takes it back.
type Rule struct {
	ID     string
	Area   Area
	Aspect Aspect
	Action Action
	Says   string
	Mirror string // its own ID where it is its own mirror
}

// actions are the ways in which an aspect can change.
var actions = map[Aspect][]Action{
	Existence: {Add, Remove},
	Amount:    {Raise, Lower, Replace},
	Threshold: {Raise, Lower, Replace},
	Day:       {Raise, Lower, Replace},
	Length:    {Loosen, Tighten, Replace},
	Condition: {Replace},
	Reference: {Replace},
	Wording:   {Replace},
}

// Rules are all kinds of change there are, by area, aspect and action.
func Rules() []Rule {
	var out []Rule
	for _, a := range Areas {
		for _, s := range Aspects {
			for _, x := range actions[s] {
				out = append(out, Rule{ID: RuleID(a, s, x), Area: a, Aspect: s, Action: x,
					Says: fmt.Sprintf(sayings[s][x], subjects[a]), Mirror: RuleID(a, s, x.Mirror())})
			}
		}
	}
	return out
}

// subjects are the areas as a sentence speaks of them.
var subjects = map[Area]string{
	Party: "the parties and those who act for them", Term: "the agreement's term and frame", Money: "money", Measure: "what is measured",
	Band: "a band", Decision: "how a decision is taken", Deadline: "by when something must happen", Right: "a right", Notice: "a notice",
	Dispute: "how a dispute is settled", Process: "the steps of a process", Definition: "what a term means", Words: "the agreement in words",
	Data: "a fact that the agreement starts from",
}

var sayings = map[Aspect]map[Action]string{
	Existence: {Add: "There is a new provision about %s.", Remove: "A provision about %s is gone."},
	Amount:    {Raise: "A sum, share or number about %s goes up.", Lower: "A sum, share or number about %s goes down.", Replace: "Numbers about %s change, not all one way."},
	Threshold: {Raise: "A limit of %s goes up.", Lower: "A limit of %s goes down.", Replace: "Limits of %s change, not all one way."},
	Day:       {Raise: "A date of %s is later.", Lower: "A date of %s is earlier.", Replace: "Dates of %s change, not all one way."},
	Length:    {Loosen: "There is more time for %s.", Tighten: "There is less time for %s.", Replace: "The time for %s is counted in another way."},
	Condition: {Replace: "The rule or condition of %s is another one."},
	Reference: {Replace: "Somebody or something else is named for %s."},
	Wording:   {Replace: "The words of %s change."},
}
