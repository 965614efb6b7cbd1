package diff

import "slices"

// wordsAndRules finds clauses whose words changed while the rule they put in
// words did not, and the other way round: the two must say the same.
func (d *differ) wordsAndRules(pairs []pair) {
	changed := map[string]bool{}
	for i := range d.found {
		if c := &d.found[i]; c.Area != Words && c.Was == "" { // another name alone is no other rule
			changed[c.Block] = true
		}
	}
	for _, p := range pairs {
		if p.old == nil || p.new == nil || p.new.keyword != "clause" {
			continue
		}
		states := d.states(p.new.name)
		if len(states) == 0 {
			continue
		}
		rules := slices.ContainsFunc(states, func(s string) bool { return changed[s] })
		follow := d.rendered(d.old, p.old.name) != d.rendered(d.new, p.new.name)
		words := slices.IndexFunc(d.found, func(c Change) bool { return c.Block == p.new.name && c.Statement == "text" })
		switch {
		case words >= 0 && !rules:
			d.found[words].Remark = "The words change and the rule that they put in words does not: do they still say the same?"
		case words < 0 && rules && !follow:
			c := Change{Keyword: "clause", Block: p.new.name, Area: Words, Aspect: Wording, Action: Replace, OldAt: p.old.at, NewAt: p.new.at,
				Statement: "text", Remark: "The rule changes and the words of this clause do not: do they still say the same?"}
			d.found = append(d.found, c)
		}
	}
}

// states are the blocks that a clause puts in words.
func (d *differ) states(clause string) []string {
	for _, c := range d.new.Machine.Clauses {
		if c.Name == clause {
			return c.States
		}
	}
	return nil
}

// rendered is a clause with the values of the rules filled in.
func (d *differ) rendered(r *Revision, clause string) string {
	for _, c := range r.Machine.Clauses {
		if c.Name == clause {
			return c.Text
		}
	}
	return ""
}
