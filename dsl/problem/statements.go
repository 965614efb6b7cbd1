package problem

import (
	"fmt"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// readings are the two ways in which people read an agreement that leaves a
// line out, where that moves money, time or a right.
var readings = map[string]string{
	"agreement.begins":     "it would come into force on the first day, or not before everybody has signed",
	"agreement.vat":        "VAT would be added to every sum, or be inside it",
	"agreement.calendar":   "a working day in one nation is a bank holiday in another",
	"agreement.rounding":   "half a penny would go to the payer, or to the payee",
	"agreement.remainder":  "a penny left by a split would go to the first share, or to the one that lost most",
	"agreement.prevails":   "where the contracts differ, this one would win, or the one beside it",
	"agreement.varied":     "one party could hold out against any change, or a majority could impose one",
	"agreement.unclear":    "what the agreement does not say would be settled by its members, or by a court",
	"group.binds":          "a seat could commit its party to any sum, or to none",
	"group.delegated":      "the seats would hold their power for ever, or never have had it",
	"group.undone":         "a home organisation could reverse what the group decided, or could not",
	"return.due":           "a figure would be late after a week, or never",
	"return.accepted":      "a figure would be final as it comes in, or only when somebody agrees",
	"return.silence":       "a figure that nobody objects to would be accepted, or stay open",
	"return.contested":     "a contested figure would pay as returned, or pay nothing",
	"return.if late":       "a late figure would be chased, or be left",
	"return.if missing":    "a figure that never comes would count as failure, or hold the money up for ever",
	"funding.remainder":    "pennies that do not divide would go to the first instalment, or to the last",
	"funding.if ended":     "money paid for time that never comes would be kept, or paid back",
	"funding.basis":        "what is not spent would be kept, or paid back",
	"gainshare.part year":  "a year that is not whole would pay nothing, or a part by days",
	"gainshare.set off":    "the sum would be paid by itself, or taken from the next instalment",
	"gainshare.method":     "a figure between two edges would score as its band, or in between",
	"gainshare.score":      "the score would be rounded before it is multiplied, or not",
	"gainshare.beyond cap": "what lies beyond the cap would be borne by those who are paid, or by nobody",
	"gainshare.confirmed":  "the sum would be owed as soon as it is calculated, or when its debtors agree",
	"gainshare.paid":       "it would be due at once, or when the payer gets round to it",
	"gainshare.corrected":  "a figure restated after payment would change the sum, or would not",
	"ratecard.pseudonym":   "a person would be recorded under a name, or under a number that tells nobody who it is",
	"ratecard.claimed":     "a claim could come years after the outcome, or not a week after it",
	"ratecard.verified":    "a claim would be paid as it comes in, or when somebody has seen that it is true",
	"ratecard.silence":     "a claim that nobody answers would be paid, or not",
	"ratecard.paid":        "it would be due at once, or when the payer gets round to it",
	"ratecard.clawback":    "an outcome that is overturned after payment would keep its money, or give it back",
	"benefit.deadweight":   "all of it would be claimed, though some would have come about anyway",
	"benefit.displacement": "what moved here from elsewhere would be claimed as a gain",
	"benefit.attribution":  "all of it would be claimed, though others had a part in it",
	"benefit.drop off":     "a benefit would be claimed undiminished for years",
	"benefit.kind":         "a saving that no budget feels would be added to one that does",
	"price.evidence":       "a claim would be believed, or would have to be proved",
	"decision.silence":     "a member who has not voted would have refused, or have left it to the others",
	"decision.conflicts":   "a member with an interest of its own would vote, or stand aside",
	"decision.within":      "a decision could stay open for ever, or be closed when it suits somebody",
	"decision.otherwise":   "without a yes the matter would be at an end, or wait",
	"decision.record":      "a vote would need a reason that others can read, or not",
	"review.if missed":     "a review that is not held would be passed over, or reported",
	"rule.reads":           "the rule would act on a figure as it comes in, or when it is final",
	"rule.fires":           "the rule would act once, or again at every event while it holds",
	"dispute.meanwhile":    "payments would go on during a dispute, or stop",
	"dispute.otherwise":    "a dispute that nobody settles would be at an end, or go on",
	"notice.received":      "a notice would be received when it is posted, or when it arrives",
	"notice.given":         "a notice to several would be given when the first has it, or the last",
	"notice.withdrawn":     "a notice could be taken back, or could not",
}

// StatementMissing reports statement-missing.
func (c *Collector) StatementMissing(h *settled.Head, block *syntax.BlockDef, def *syntax.StatementDef) {
	name := fmt.Sprintf("the %s `%s`", kindWords[h.Keyword], h.Name)
	text := fmt.Sprintf("%s has no line `%s`", name, def.Keyword)
	if def.Need == syntax.OneOf {
		text = fmt.Sprintf("%s does not say %s: it has none of %s", name, def.Group, Either(code(groupOf(block, def.Group))))
	}
	if reading := readings[h.Keyword+"."+def.Keyword]; reading != "" {
		text += ": " + reading
	}
	c.unsettled("statement-missing", h.At, text, fmt.Sprintf("write a line such as `%s`", def.Example))
}

func groupOf(b *syntax.BlockDef, group string) (keywords []string) {
	for _, s := range b.Statements {
		if s.Need == syntax.OneOf && s.Group == group {
			keywords = append(keywords, s.Keyword)
		}
	}
	return keywords
}

// StatementTwice reports statement-twice.
func (c *Collector) StatementTwice(h *settled.Head, s, first *syntax.Statement) {
	c.unsettled("statement-twice", s.At, fmt.Sprintf("`%s` has a line `%s` already", h.Name, s.Keyword.Name),
		"keep the one that is meant", see(first.At, "the first one is here"))
}

// StillOpen notes a value that is still to be agreed, a finding of its own severity.
func (c *Collector) StillOpen(said settled.Said, h *syntax.Hole) {
	c.Found = append(c.Found, diag.Diagnostic{
		Code: "to-be-agreed", Severity: diag.Hole, At: h.At,
		Text: fmt.Sprintf("`%s` is still to be agreed: %s", said.Ref, h.What),
		Help: "put a value in its place before anybody signs",
	})
}

// BadLiteral reports value-wrong.
func (c *Collector) BadLiteral(at diag.Span, err error) {
	c.unsettled("value-wrong", at, err.Error(), "put a value in its place that can be")
}

// NotACount reports value-wrong.
func (c *Collector) NotACount(n *syntax.Number) {
	c.unsettled("value-wrong", n.At, fmt.Sprintf("`%s` is not a count", n.Digits), "write a whole number from 1 to 99999")
}

// NotPlaces reports value-wrong.
func (c *Collector) NotPlaces(n *syntax.Number) {
	c.unsettled("value-wrong", n.At, fmt.Sprintf("a figure cannot have %s decimal places", n.Digits),
		"write a number from 1 to 9, or `whole` in place of it")
}

// DatesBackwards reports dates-backwards.
func (c *Collector) DatesBackwards(d *syntax.Dates, first, last value.Date) {
	c.unsettled("dates-backwards", d.To.At, fmt.Sprintf("%s comes before %s", last, first),
		"write the first day first; both days belong to the range", see(d.From.At, "the first day"))
}

// OtherCurrency reports currency-differs.
func (c *Collector) OtherCurrency(m *syntax.Money) {
	c.unsettled("currency-differs", m.At, fmt.Sprintf("the sum is in %s, but the agreement's currency is %s", m.Currency, c.Agreement.Currency),
		"write the sum in the agreement's currency", see(c.Agreement.Said("currency").At, "the agreement's currency"))
}

// NotOffered reports what the language can say but no engine does.
func (c *Collector) NotOffered(at diag.Span, what, help string) {
	c.unsettled("not-offered", at, fmt.Sprintf("%s cannot be run by this version", what), help)
}

// OtherLanguage reports language-unknown.
func (c *Collector) OtherLanguage(n *syntax.Number) {
	c.unsettled("language-unknown", n.At, fmt.Sprintf("this program reads version 1 of the language, not %s", n.Digits),
		"write `language 1`, or use a newer program")
}

// AnchorWrong reports anchor-wrong.
func (c *Collector) AnchorWrong(at diag.Span, word, may string) {
	if may == "" {
		c.Broken = true
		return // what it should count from is missing elsewhere
	}
	c.unsettled("anchor-wrong", at, fmt.Sprintf("this time cannot be counted from `%s`", word), fmt.Sprintf("write `of %s`", may))
}

// RemainderOpen reports remainder-open.
func (c *Collector) RemainderOpen(s settled.Said) {
	c.unsettled("remainder-open", s.At, "this does not say who gets a penny when two shares lost equally much of one",
		"write `remainder to the largest fraction, then to the share written first`, `to the share written first` or `to the share written last`")
}

// NothingBeside reports statement-misplaced.
func (c *Collector) NothingBeside(s *syntax.Statement) {
	c.report("statement-misplaced", s.At, "nothing stands beside this agreement that could prevail",
		"name the other contract in a line `beside \"…\"`, or take this line out")
}

// NeedsOther reports statement-misplaced.
func (c *Collector) NeedsOther(s settled.Said, keyword, other string) {
	c.report("statement-misplaced", s.At, fmt.Sprintf("`%s` has no meaning without `%s`", keyword, other),
		fmt.Sprintf("add a line `%s`, or take this one out", other))
}

// TwoSources reports statement-misplaced.
func (c *Collector) TwoSources(m *settled.Measure, judged, returned *syntax.Statement) {
	first, second := judged, returned
	if first.At.Start > second.At.Start {
		first, second = second, first
	}
	c.unsettled("statement-misplaced", second.At, fmt.Sprintf("`%s` is both returned and judged", m.Name),
		"keep the line that says where its value comes from", see(first.At, "the other source"))
}

// NotForJudged reports statement-misplaced.
func (c *Collector) NotForJudged(m *settled.Measure, s *syntax.Statement) {
	c.report("statement-misplaced", s.At, fmt.Sprintf("`%s` is judged: it has a band and no figure, so `%s` means nothing", m.Name, s.Keyword.Name),
		"take the line out", see(m.Said("judged").At, "it is judged"))
}

// NotForReturned reports statement-misplaced.
func (c *Collector) NotForReturned(m *settled.Measure, s *syntax.Statement) {
	c.report("statement-misplaced", s.At, fmt.Sprintf("`%s` is returned as a figure, and evidence is for what people judge", m.Name),
		"take the line out, or have the measure judged", see(m.Said("returned").At, "it is returned"))
}

// ActionMisplaced reports action-misplaced.
func (c *Collector) ActionMisplaced(at diag.Span, word, in, may string) {
	c.unsettled("action-misplaced", at, fmt.Sprintf("`%s` cannot follow from %s", word, in), "write "+may)
}

// TakesNoBand reports action-misplaced.
func (c *Collector) TakesNoBand(act *settled.Action, d *settled.Decision) {
	c.report("action-misplaced", act.At, fmt.Sprintf("`%s` decides no band, so none can be taken", d.Name),
		"give the decision a line `decides a band`, or write what else is to follow")
}

// NothingReads warns of unread.
func (c *Collector) NothingReads(h *settled.Head, why, help string) {
	c.warn("unread", h.NameAt, fmt.Sprintf("the %s `%s` %s", kindWords[h.Keyword], h.Name, why), help)
}

// MustSurvive reports survives-missing.
func (c *Collector) MustSurvive(n Outliving) {
	h := settled.HeadOf(n.Is)
	names := []string{}
	for _, is := range c.Agreement.Survives {
		names = append(names, settled.HeadOf(is).Name)
	}
	names = append(names, h.Name)
	c.report("survives-missing", n.At.At,
		fmt.Sprintf("`%s` still has something to do on %s, after the term has ended", h.Name, n.On),
		fmt.Sprintf("let it outlive the term: `survives %s`", strings.Join(names, ", ")), see(c.Agreement.Said("term").At, fmt.Sprintf("the last day of the term is %s", c.Agreement.Last)))
}

// NothingSurvives reports survives-missing.
func (c *Collector) NothingSurvives(lacks []Outliving) {
	var names []string
	var related []diag.Related
	for _, n := range lacks {
		names = append(names, settled.HeadOf(n.Is).Name)
		related = append(related, see(n.At.At, fmt.Sprintf("`%s` still has something to do on %s", settled.HeadOf(n.Is).Name, n.On)))
	}
	c.report("survives-missing", c.Agreement.Said("term").At,
		fmt.Sprintf("the term ends on %s, and nothing is said to survive it, but %s still have something to do", c.Agreement.Last, both(code(names))),
		fmt.Sprintf("write `survives %s`", strings.Join(names, ", ")), related...)
}

// SurvivesNeedlessly warns of survives-needless.
func (c *Collector) SurvivesNeedlessly(is settled.Named) {
	h := settled.HeadOf(is)
	c.warn("survives-needless", c.Agreement.Said("survives").At, fmt.Sprintf("`%s` survives the term, but has nothing to do after it", h.Name),
		"take the name out of the list", see(h.At, fmt.Sprintf("`%s` is declared here", h.Name)))
}

// Outliving is a block that still has something to do after the term.
type Outliving struct {
	Is settled.Named
	At settled.Said // what it still has to do
	On value.Date   // the first such day that is known
}
