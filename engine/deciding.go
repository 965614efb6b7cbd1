package engine

import (
	"slices"

	"concordat/engine/machine"
	"concordat/engine/refusal"
	"concordat/engine/value"
)

// proposed opens a decision, or puts an answer to one that is open.
func (w *work) proposed(e Proposed) error {
	d := w.M.Decision(e.Decision)
	if d == nil {
		return refusal.NoBlock(w.M, "decision", e.Decision)
	}
	if e.Text != nil && d.Name != w.M.Varied {
		return refusal.OtherVaries(w.M, d)
	}
	open := w.Openings(e.Decision, e.About)
	if len(open) == 0 || e.Text != nil || (e.About == "" && d.Opens.Proposal && e.Answer == nil && d.Decides == "") {
		return w.openByProposal(d, e)
	}
	if len(open) > 1 {
		return refusal.WhichOne(e.Decision, open)
	}
	if e.Answer == nil {
		return refusal.AlreadyOpen(open[0])
	}
	return w.putAnswer(w.Edit(open[0].Key), d, e.By, *e.Answer, e.Reasons, nil)
}

func (w *work) openByProposal(d *machine.Decision, e Proposed) error {
	if !d.Opens.Proposal {
		return refusal.NotOpen(d.Name, e.About)
	}
	if err := w.underWay(machine.Ref{Block: d.Name, Statement: "opens"}); err != nil {
		return err
	}
	if !w.Among(e.By, nil, d.Opens.Who) {
		return w.notYours(e.By, machine.Ref{Block: d.Name, Statement: "opens"}, "propose "+d.Name, d.Opens.Who)
	}
	about, err := w.aboutWhat(d, e.About)
	if err != nil {
		return err
	}
	chart := w.M.Chart(d.Name)
	t := w.create(chart, w.Numbered(d.Name, ""), value.Period{}, about)
	w.startBallot(t, e.About)
	w.effects = append(w.effects, Moved{Key: t.Key, Move: moveOpen, To: t.State, On: w.today, Says: machine.Ref{Block: d.Name, Statement: "opens"}})
	b := *t.Ballot
	b.Reasons = append(b.Reasons, namedReasons(d, e.Reasons)...)
	b.Text = e.Text
	t.Ballot = &b
	if e.Answer != nil {
		return w.putAnswer(t, d, e.By, *e.Answer, nil, nil)
	}
	return nil
}

// aboutWhat is the thing that a proposal is about. A decision on the day of a
// notice must be about one notice that is under way; no other day is moved.
func (w *work) aboutWhat(d *machine.Decision, about string) (Key, error) {
	notices := slices.DeleteFunc(slices.Clone(w.M.Notices), func(n machine.Notice) bool { return n.Instead != d.Name })
	if len(notices) == 0 {
		return w.Named(about), nil
	}
	var running []*Thing
	for i := range notices {
		running = append(running, w.Openings(notices[i].Name, "")...)
	}
	at := slices.IndexFunc(running, func(t *Thing) bool { return t.Key.String() == about })
	switch {
	case at >= 0:
		return running[at].Key, nil
	case about == "" && len(running) == 1:
		return running[0].Key, nil
	}
	return Key{}, refusal.WhichNotice(d, running)
}

// putAnswer lays an answer before those who vote. Another may replace it only
// before anybody has voted.
func (w *work) putAnswer(t *Thing, d *machine.Decision, by string, a Answer, reasons []Reason, evidence []string) error {
	says := machine.Ref{Block: d.Name, Statement: "decides"}
	mv := w.MoveOn(t, machine.OnPropose)
	if mv == nil {
		if d.Decides == "" {
			return refusal.NothingToAnswer(d)
		}
		return refusal.TooLate(w.M, t, "put an answer to")
	}
	may := w.Members(t, *mv.By)
	if st := w.StageOf(t); st != nil {
		may = append(may, w.Members(t, st.By)...)
	}
	if !slices.Contains(may, by) {
		return w.notYours(by, says, "put an answer to "+d.Name, *mv.By)
	}
	if !answers(d.Decides, a) {
		return refusal.WrongAnswer(d)
	}
	if a.Date != nil && *a.Date < w.today {
		return refusal.DayBehind(d, *a.Date, w.today)
	}
	if len(t.Ballot.Votes) > 0 {
		return refusal.AnswerStands(t)
	}
	b := *t.Ballot
	b.Answer = &a
	b.Reasons = append(slices.Clip(b.Reasons), namedReasons(d, reasons)...)
	b.Evidence = append(slices.Clip(b.Evidence), evidence...)
	t.Ballot = &b
	w.note(t, machine.AnchorProposal, w.today)
	w.effects = append(w.effects, Moved{Key: t.Key, Move: mv.ID, From: t.State, To: t.State, On: w.today, Says: mv.Says})
	return nil
}

// answers reports whether an answer is of the kind that the decision decides.
func answers(d machine.Decides, a Answer) bool {
	switch d {
	case machine.DecidesBand:
		return slices.Contains(value.Bands[:], a.Band)
	case machine.DecidesDate:
		return a.Date != nil
	case machine.DecidesSum:
		return a.Sum != nil
	case machine.DecidesFigure:
		return a.Value != nil && a.Value.Sign() >= 0
	case machine.DecidesPlan, machine.DecidesAnswer:
		return a.Words != ""
	}
	return false
}

// voted counts a member's vote, once, under a delegation that covers it.
func (w *work) voted(e Voted) error {
	d := w.M.Decision(e.Decision)
	if d == nil {
		return refusal.NoBlock(w.M, "decision", e.Decision)
	}
	t, err := w.theOpening(e.Decision, e.About)
	if err != nil {
		return err
	}
	mv := w.MoveOn(t, machine.OnVote)
	st := w.StageOf(t)
	if mv == nil || st == nil {
		return refusal.TooLate(w.M, t, "vote on")
	}
	if !w.Among(e.By, t, st.By) {
		return w.notYours(e.By, mv.Says, "vote on "+d.Name, st.By)
	}
	if !slices.Contains([]Choice{Yes, No, Abstain}, e.Choice) {
		return refusal.NoChoice(d, e.Choice)
	}
	if v := t.Ballot.VoteOf(e.By); v != nil {
		return refusal.VotedAlready(t, v)
	}
	if err := w.authority(t, st, e); err != nil {
		return err
	}
	if d.Decides != "" && t.Ballot.Answer == nil {
		return refusal.NoAnswerYet(d)
	}
	reasons := append(slices.Clip(t.Ballot.Reasons), namedReasons(d, e.Reasons)...)
	if e.Choice == Yes {
		if missing := missingReason(d, reasons); missing != "" {
			return refusal.ReasonMissing(d, missing)
		}
	}
	t = w.Edit(t.Key)
	b := *t.Ballot
	b.Reasons = reasons
	b.Votes = append(slices.Clip(b.Votes), Vote{By: e.By, On: w.today, Choice: e.Choice, Conflict: e.Conflict,
		Aside: e.Conflict != "" && st.Conflicts == machine.StandAside})
	t.Ballot = &b
	w.effects = append(w.effects, Moved{Key: t.Key, Move: mv.ID, From: t.State, To: t.State, On: w.today, Says: mv.Says})
	w.judgeBallot(t, false)
	return nil
}

// namedReasons gives an unnamed reason the only name that the decision asks for.
func namedReasons(d *machine.Decision, given []Reason) []Reason {
	out := slices.Clone(given)
	for i := range out {
		if out[i].Name == "" && len(d.Records) == 1 {
			out[i].Name = d.Records[0]
		}
	}
	return out
}

func missingReason(d *machine.Decision, have []Reason) string {
	for _, name := range d.Records {
		if !slices.ContainsFunc(have, func(r Reason) bool { return r.Name == name && r.Words != "" }) {
			return name
		}
	}
	return ""
}

// authority checks that the seat's delegation holds on the day and covers the sum.
func (w *work) authority(t *Thing, st *machine.Stage, e Voted) error {
	if o := w.M.Officer(e.As); o != nil && o.Limit != nil && e.Choice == Yes {
		if stake := w.Stake(t, e.By); stake > *o.Limit {
			return refusal.OfficerLimit(o, stake)
		}
	}
	if st.By.Group == "" {
		return nil
	}
	g := w.M.Group(st.By.Group)
	if w.today < g.From || w.today > g.To {
		return refusal.DelegationOver(g, e.By, w.today)
	}
	if stake := w.Stake(t, e.By); g.Limit != nil && stake > *g.Limit && e.Choice == Yes {
		return refusal.DelegationTooSmall(g, e.By, stake)
	}
	return nil
}

// theOpening is the one that an act means; refused when there is none or more than one.
func (w *work) theOpening(chart, about string) (*Thing, error) {
	open := w.Openings(chart, about)
	switch len(open) {
	case 1:
		return open[0], nil
	case 0:
		var last *Thing
		for t := range w.Of(chart) {
			if (about == "" || t.Named(about)) && (last == nil || t.Since >= last.Since) {
				last = t
			}
		}
		if last != nil {
			return last, nil
		}
		return nil, refusal.NotOpen(chart, about)
	}
	return nil, refusal.WhichOne(chart, open)
}

// adoptRevision records that the members have agreed to a new text. The text
// takes effect when the agreement is carried over to it.
func (w *work) adoptRevision(t *Thing) {
	w.note(t, machine.AnchorDecision, w.today)
}
