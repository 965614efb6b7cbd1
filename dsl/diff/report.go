package diff

import "slices"

// Report is all that a reader needs to know of two revisions.
type Report struct {
	Old, New string // where the two texts are from
	Name     string // of the agreement
	Title    string
	Changes  []Change
	Pounds   *Pounds // nil: nothing was played
	Parties  []Side  // every party of either text, and what all changes together do to it
	Level    Level   // the highest
}

// Open is the highest level among the changes that nobody has accepted; ok is
// false where there is none.
func (r *Report) Open() (highest Level, ok bool) {
	for i := range r.Changes {
		if r.Changes[i].Accepted == nil {
			highest, ok = max(highest, r.Changes[i].Level), true
		}
	}
	return highest, ok
}

// NewReport joins what changed in the text with what that comes to in pounds. Money
// that moves differently in any scenario makes the whole a variation, whatever
// the text alone shows, and a party's pounds decide over what was read from it.
func NewReport(old, new *Revision, changes []Change, pounds *Pounds) *Report {
	r := &Report{Name: new.Machine.Name, Title: new.Machine.Title, Changes: changes, Pounds: pounds}
	for i := range changes {
		r.Level = max(r.Level, changes[i].Level)
	}
	d := differ{old: old, new: new}
	for _, p := range d.parties(everyone, &Change{}) {
		r.Parties = append(r.Parties, Side{p, together(p, changes, pounds)})
	}
	if pounds != nil && pounds.Moved() {
		r.Level = Variation
		r.heaviest()
	}
	return r
}

// heaviest raises the one change that the moved money can only come from. Where
// it is about money, the pounds say whom it helps.
func (r *Report) heaviest() {
	if len(r.Changes) != 1 {
		return
	}
	c := &r.Changes[0]
	c.Level = Variation
	if !aboutMoney(c) && !unsaid(c.Sides) {
		return
	}
	c.Sides = nil
	for _, s := range r.Parties {
		if s.Effect != None {
			c.Sides = append(c.Sides, s)
		}
	}
}

func unsaid(sides []Side) bool {
	return !slices.ContainsFunc(sides, func(s Side) bool { return s.Effect != Unknown })
}

// aboutMoney reports whether what a change does to a party shows in pounds.
func aboutMoney(c *Change) bool { return c.Area == Money || c.Area == Band || c.Area == Measure }

// together is what all changes do to a party: of money the pounds, where they
// were counted and differ, else what the text shows; and whatever is not money.
func together(party string, changes []Change, pounds *Pounds) Effect {
	counted := None
	if pounds != nil {
		counted = pounds.Effect(party)
	}
	moved := pounds != nil && pounds.Moved()
	var seen []Effect
	add := func(e Effect) {
		if e != None && !slices.Contains(seen, e) {
			seen = append(seen, e)
		}
	}
	add(counted)
	for i := range changes {
		for _, s := range changes[i].Sides {
			if s.Party == party && !(moved && (aboutMoney(&changes[i]) || s.Effect == Unknown)) {
				add(s.Effect)
			}
		}
	}
	switch {
	case len(seen) == 0:
		return None
	case len(seen) == 1:
		return seen[0]
	case slices.Contains(seen, Unknown):
		return Unknown
	}
	return Mixed
}
