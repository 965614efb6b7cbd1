package render

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// reading says once how everything in the contract is to be read.
func (c *contractor) reading() part {
	p := part{letter: "A", title: "How to read this contract"}
	p.add("Ranges include both ends", "",
		text("Every range of dates, of periods and of figures includes both of its ends: a term to 31 March includes 31 March, and a band from 61 to 100 holds 61 and 100."))
	p.add("Counting days", "",
		text("A span counts from the day after the event that it names. A month ends on the day of the same number, or where there is none on the month's last day. What falls due on a day may be done until that day ends."),
		text(workingDays(c.m.Calendar)))
	p.add("Periods", "", text(fmt.Sprintf("A financial year starts on %s. Its quarters are Q1 to Q4.", yearStart(c.m.YearStart))))
	p.add("Money", "", text(fmt.Sprintf("Sums are in %s, to the penny, and never negative: who pays whom is always said. %s. What must be rounded is rounded %s. Pennies that a split leaves over go %s.",
		c.m.Currency, titleCase(c.m.VAT), c.m.Rounding, c.m.Remainder)))
	p.add("Words and rules", "",
		text("Each rule below is said in plain English from the compiled agreement, which is what runs. Where the parties have put a rule in their own words, that clause, with its number, stands beside it. A short name in `this type` is what the agreement's text calls the thing."),
		text(fmt.Sprintf("The text that the parties sign has the fingerprint %s.", c.m.Fingerprint())))
	c.holes(&p)
	return p
}

func workingDays(cal machine.CalendarRef) string {
	if cal.Name == "" {
		return "Which working days count is still to be agreed."
	}
	return fmt.Sprintf("Working days are those of %s: Monday to Friday without the bank holidays of the list of %s, which reaches to %s; later days are worked out by rule.",
		nation(cal.Name), isoDate(cal.Version), cal.Horizon)
}

// holes lists what is still to be agreed.
func (c *contractor) holes(p *part) {
	if len(c.m.Holes) == 0 {
		return
	}
	out := p.add("Still to be agreed", "", text("This contract cannot be signed yet. These values are still to be agreed:"))
	var list items
	for _, h := range c.m.Holes {
		list = append(list, fmt.Sprintf("%s (`%s`)", h.What, h.At))
	}
	out.body = append(out.body, list)
}

// categories say how widely what is bought is bought.
var categories = map[string]string{
	"category A": "bought for the whole public sector together (category A)", "category B": "bought for one sector together (category B)",
	"category C": "bought by one body for itself (category C)", "category C1": "bought in one place together (category C1)",
}

func (c *contractor) agreement() part {
	m := c.m
	p := part{letter: "B", title: "The agreement"}
	p.add("Term", "agreement", text(fmt.Sprintf("The agreement runs from %s to %s. It comes into force on the %s.", m.First, m.Last, beginsWords(m.Begins))))
	if m.Shadow != nil {
		p.add("Shadow period", "", text(shadowWords(m)))
	}
	if m.Purpose != "" {
		purpose := p.add("Purpose", "")
		for _, words := range paragraphs(m.Purpose) {
			purpose.say("%s", words)
		}
	}
	if m.Buys != "" {
		p.add("What is bought", "", text(fmt.Sprintf("The agreement buys %s%s.", m.Buys, orNothing(categories[m.Category], ", %s"))))
	}
	if m.Under != "" {
		p.add("Law", "", text(fmt.Sprintf("The parties act together under %s.", m.Under)))
	}
	if len(m.Principles) > 0 {
		p.add("Principles", "", termsOf(m.Principles))
	}
	if len(m.Beside)+len(m.Prevails)+len(m.Contracts) > 0 {
		c.prevails(&p)
	}
	for _, f := range m.Follows {
		p.add("Follows "+f.Title, f.Name, text(fmt.Sprintf("The text was checked against this framework, whose words have the fingerprint %.12s.", f.Digest)))
	}
	if m.Funds != "" {
		p.add("Funds", "", text(fmt.Sprintf("The parties keep their funds %s.", m.Funds)))
	}
	if len(m.Survives) > 0 {
		p.add("What outlasts the term", "", text(fmt.Sprintf("What is due under these blocks is still done after the agreement has ended: %s.", quoted(m.Survives))))
	}
	if len(m.KeySigned) > 0 {
		acts := map[string]string{"signed": "sign the agreement", "voted": "vote", "settled": "settle a dispute"}
		var only []string
		for _, kind := range m.KeySigned {
			only = append(only, acts[kind])
		}
		p.add("Signatures by key", "", text(fmt.Sprintf("Only with a signature made by a key that it has registered may a party %s.", strings.Join(only, ", or "))))
	}
	if m.Varied != "" {
		p.add("Change", "", text(fmt.Sprintf("A new text takes effect only by the decision `%s`.", m.Varied)))
	}
	if m.Unclear != "" {
		p.add("Gaps", "", text(fmt.Sprintf("Where no rule applies, or two disagree, nothing is guessed: the decision `%s` settles it.", m.Unclear)))
	}
	return p
}

func beginsWords(b machine.Begins) string {
	if b == machine.OnLaterSignature {
		return "first day of the term, or on the day of the last signature if that is later"
	}
	return "first day of the term"
}

func shadowWords(m *machine.Machine) string {
	starts := fmt.Sprintf("from %s to %s, if every party has signed by its first day", m.Shadow.First, m.First.AddDays(-1))
	if m.Shadow.Late {
		starts = fmt.Sprintf("from %s, or from the day of the last signature if that is later, to %s", m.Shadow.First, m.First.AddDays(-1))
	}
	return "The agreement is practised in shadow " + starts + ". In that time figures are returned, reviews held, decisions taken and " +
		"disputes heard as they are afterwards, for every period that lies in it with all its days. Nothing is paid for it, no score and no " +
		"rule reads its figures, and no notice can be served in it."
}

func (c *contractor) prevails(p *part) {
	out := p.add("Beside other contracts", "")
	for _, b := range c.m.Beside {
		out.say("This agreement stands beside “%s”.", b)
	}
	for i := range c.m.Contracts {
		c.contract(out, &c.m.Contracts[i])
	}
	for _, pr := range c.m.Prevails {
		who := "this agreement prevails"
		if pr.Text == "beside" {
			who = "the contract that it stands beside prevails"
		}
		out.say("On %s, %s.", strings.TrimPrefix(pr.On, "on "), who)
	}
}

func (c *contractor) contract(out *para, x *machine.Contract) {
	words := map[string]string{
		"supplements it":        "This agreement supplements %s; both hold.",
		"replaces it":           "This agreement replaces %s.",
		"is called off from it": "This agreement is called off from %s, which holds for it too.",
		"winds it down":         "This agreement winds %s down.",
	}
	out.say(words[x.Relation]+" It is between %s and lasts until %s.", fmt.Sprintf("“%s” (`%s`)", x.Title, x.Name), list(x.Between), x.Until)
	if len(x.Prevails) > 0 {
		out.say("Where the two differ, `%s` goes first on %s; on everything else this agreement does.", x.Name, list(x.Prevails))
	}
	if x.Relation == "winds it down" {
		last, anew := "Its last money is paid by its own terms.", "Nothing is procured in its place."
		if x.Closing != "" {
			last = fmt.Sprintf("Its last money is `%s`.", x.Closing)
		}
		if x.Anew != "" {
			anew = fmt.Sprintf("What takes its place is procured by the process `%s`.", x.Anew)
		}
		out.say("%s %s", last, anew)
	}
	if c.m.Chart(x.Name) >= 0 {
		out.say("%s", orNothing(does(move(c.chart(x.Name), "end")), "When it ends: %s."))
	}
}

func (c *contractor) definitions() part {
	p := part{letter: "C", title: "Definitions"}
	if len(c.m.Terms) > 0 {
		p.add("Defined terms", "", termsOf(c.m.Terms))
	}
	return p
}

// general holds the clauses that state no rule, under their own numbers.
func (c *contractor) general() part {
	p := part{letter: "I", title: "Clauses in words only"}
	for i := range c.m.Clauses {
		cl := &c.m.Clauses[i]
		if c.said[cl.Name] {
			continue
		}
		out := para{number: cl.Number, title: cl.Title, name: cl.Name}
		for _, words := range paragraphs(cl.Text) {
			out.say("%s", words)
		}
		p.paras = append(p.paras, out)
	}
	return p
}

func (c *contractor) signatures() part {
	p := part{title: "Signatures"}
	t := table{head: []string{"Party", "Name and office", "Signature", "Date"}}
	for _, party := range c.m.Parties {
		name := party.Title
		if party.Legal != "" {
			name = party.Legal
		}
		t.rows = append(t.rows, []string{name, party.Signs, "", ""})
	}
	p.paras = append(p.paras, para{body: []content{text("Signed for each party, on the text with the fingerprint above:"), t}})
	return p
}

func termsOf(of []machine.Term) terms {
	var out terms
	for _, t := range of {
		means := t.Means
		if means == "" {
			means = t.Title
		}
		name := t.Title
		if t.Means == "" || t.Means == t.Title {
			name = "`" + t.Name + "`"
		}
		out = append(out, term{name: name, means: strings.Join(strings.Fields(means), " ")})
	}
	return out
}

func nation(calendar string) string {
	words := strings.Split(calendar, "_")
	for i, w := range words {
		if w != "and" {
			words[i] = titleCase(w)
		}
	}
	return strings.Join(words, " ")
}

func isoDate(version string) string {
	if d, err := value.ParseDate(version); err == nil {
		return d.String()
	}
	return version
}

func yearStart(y value.YearStart) string {
	if d, err := value.NewDate(2015, y.Month, y.Day); err == nil {
		return strings.TrimSuffix(d.String(), " 2015")
	}
	return "an unknown day"
}

func quoted(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = "`" + n + "`"
	}
	return list(out)
}
