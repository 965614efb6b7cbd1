package difference

import (
	"fmt"

	"concordat/cmd/concordat/report"

	"concordat/dsl/diff"
)

// Deed is a draft deed of variation: what changes, in numbered words,
// for lawyers to finish. The day and the signatures are left to them.
func Deed(r *diff.Report, titles map[string]string) []byte {
	p := &report.Page{}
	p.Line("DEED OF VARIATION (DRAFT)")
	p.Line("")
	p.Para(0, "Agreement: %s (`%s`)", r.Title, r.Name)
	p.Para(0, "Between:")
	for i, s := range r.Parties {
		p.Item(6, fmt.Sprintf("  (%d)", i+1), "%s", titles[s.Party])
	}
	p.Head("1. What this deed does")
	p.Item(6, "  1.1", "From [day to be agreed] the agreement is varied as section 2 says. It takes effect only as the agreement itself says how it may be varied.")
	p.Item(6, "  1.2", "Everything else in the agreement stays as it is.")
	p.Head("2. Variations")
	n := 0
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Statement == "text" && c.Old == "" && c.New == "" {
			continue
		}
		n++
		p.Item(6, fmt.Sprintf("  2.%d", n), "%s", deedWords(c))
	}
	if n == 0 {
		p.Item(6, "  2.1", "Nothing.")
	}
	p.Head("3. Signatures")
	for _, s := range r.Parties {
		p.Line("")
		p.Line("  For %s", titles[s.Party])
		p.Line("  Name ____________________  Office ____________________  Date ______________")
	}
	return []byte(p.String())
}

// deedWords is a change as an order to a reader with both texts in hand.
func deedWords(c *diff.Change) string {
	where := "In the " + c.Keyword
	if c.Block != "" && c.Block != c.Keyword {
		where += " `" + c.Block + "`"
	}
	statement := "`" + c.Statement + "`"
	switch {
	case c.Was != "":
		return fmt.Sprintf("The %s `%s` is renamed `%s` wherever it is named.", c.Keyword, c.Was, c.Block)
	case c.Statement == "" && c.Aspect == diff.Wording:
		return fmt.Sprintf("%s, for the title %s read %s.", where, c.Old, c.New)
	case c.Statement == "" && c.Action == diff.Add:
		return fmt.Sprintf("Insert the %s as set out in the annexed text.", c.New)
	case c.Statement == "" && c.Action == diff.Remove:
		return fmt.Sprintf("Delete the %s.", c.Old)
	case c.Statement == "":
		return fmt.Sprintf("%s, for %q read %q.", where, c.Old, c.New)
	case c.Old == "":
		return fmt.Sprintf("%s, insert under %s: %q.", where, statement, unquoted(c.New))
	case c.New == "":
		return fmt.Sprintf("%s, delete under %s: %q.", where, statement, unquoted(c.Old))
	}
	return fmt.Sprintf("%s, under %s, for %q read %q.", where, statement, unquoted(c.Old), unquoted(c.New))
}
