package diff

import "slices"

// Report is all that a reader needs to know of two revisions.
type Report struct {
	Old, New string // where the two texts are from
	Name     string // of the agreement
	Title    string
	Changes  []Change
	Pounds   *Pounds   // nil: nothing was played
	Parties  []Verdict // every party of either text, and what all changes together do to it
	Level    Level     // the highest
}

// Verdict is what all changes together do to a party, and what that is made of.
type Verdict struct {
	Side
	Money Effect // by the pounds of the stories; None where none were counted or nothing differs
	Rest  Effect // by the text, of what no pounds were counted for
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
		r.Parties = append(r.Parties, together(p, changes, pounds))
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
	if !c.AboutMoney() && !unsaid(c.Sides) {
		return
	}
	c.Sides = nil
	for _, s := range r.Parties {
		if s.Effect != None {
			c.Sides = append(c.Sides, s.Side)
		}
	}
}

func unsaid(sides []Side) bool {
	return !slices.ContainsFunc(sides, func(s Side) bool { return s.Effect != Unknown })
}

// AboutMoney reports whether what a change does to a party shows in pounds.
func (c *Change) AboutMoney() bool { return c.Area == Money || c.Area == Band || c.Area == Measure }

// together is what all changes do to a party: of money the pounds, where they
// were counted and differ, else what the text shows; and whatever is not money.
func together(party string, changes []Change, pounds *Pounds) Verdict {
	v := Verdict{Side: Side{Party: party}, Money: None}
	moved := pounds != nil && pounds.Moved()
	if pounds != nil {
		v.Money = pounds.Effect(party)
	}
	var seen []Effect
	for i := range changes {
		for _, s := range changes[i].Sides {
			if s.Party == party && !(moved && (changes[i].AboutMoney() || s.Effect == Unknown)) {
				seen = append(seen, s.Effect)
			}
		}
	}
	v.Rest = joinedEffects(seen)
	v.Effect = joinedEffects(append(seen, v.Money))
	return v
}

// joinedEffects is what several effects come to.
func joinedEffects(all []Effect) Effect {
	sum := None
	for _, e := range all {
		switch {
		case e == None || e == sum:
		case sum == None:
			sum = e
		case e == Unknown || sum == Unknown:
			sum = Unknown
		default:
			sum = Mixed
		}
	}
	return sum
}
