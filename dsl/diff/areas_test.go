package diff_test

import (
	"testing"

	"concordat/dsl/diff"
	"concordat/dsl/syntax"
)

// byBlock is what a block is about, and most of its statements with it: written
// apart from the table of the code, by what a lawyer would file it under.
var byBlock = map[string]diff.Area{
	"agreement": diff.Term, "party": diff.Party, "body": diff.Party, "area": diff.Party,
	"define": diff.Definition, "place": diff.Definition, "clause": diff.Words,
	"group": diff.Decision, "decision": diff.Decision, "dispute": diff.Dispute, "notice": diff.Notice,
	"return": diff.Deadline, "review": diff.Deadline,
	"outcome": diff.Measure, "measure": diff.Measure, "count": diff.Measure, "cost": diff.Measure, "scorecard": diff.Measure,
	"shares": diff.Money, "funding": diff.Money, "tranche": diff.Money, "commitment": diff.Money, "gainshare": diff.Money,
	"advance": diff.Money, "fund": diff.Money, "ratecard": diff.Money, "price": diff.Money,
	"route": diff.Process, "process": diff.Process, "step": diff.Process,
	"rule": diff.Right, "officer": diff.Right, "contract": diff.Right, "register": diff.Right,
	"social_return": diff.Data, "benefit": diff.Data,
}

// byStatement are the statements that are about something else than their block.
var byStatement = map[diff.Area][]string{
	diff.Term: {"contract.lasts"},
	diff.Money: {
		"agreement.currency", "agreement.vat", "agreement.rounding", "agreement.remainder", "agreement.funds",
		"body.paid", "contract.last money", "dispute.meanwhile",
	},
	diff.Measure: {"price.spell", "price.evidence", "ratecard.attached", "review.looks at"},
	diff.Band:    {"measure.band"},
	diff.Deadline: {
		"agreement.calendar", "decision.within", "advance.paid", "fund.paid", "gainshare.calculated", "gainshare.paid", "tranche.paid",
		"ratecard.claimed", "ratecard.verified", "ratecard.paid", "register.answered", "register.if late", "step.within", "step.until", "step.if late",
	},
	diff.Right: {
		"agreement.beside", "agreement.prevails", "agreement.varied", "agreement.unclear", "agreement.principle", "agreement.follows", "agreement.signed",
		"group.undone", "return.silence", "return.contested", "review.then", "review.otherwise", "dispute.outside", "notice.then",
		"advance.confirmed", "advance.corrected", "fund.approved", "fund.confirmed", "fund.corrected", "ratecard.silence",
		"gainshare.matters", "gainshare.confirmed", "gainshare.corrected", "gainshare.target moved", "gainshare.substantiated",
	},
	diff.Notice:  {"party.served at"},
	diff.Process: {"contract.anew"},
	diff.Words:   {"agreement.under", "agreement.purpose"},
	diff.Data: {
		"agreement.language", "measure.baseline", "measure.shows", "outcome.improves", "price.expected",
		"ratecard.pseudonym", "register.rated", "register.totals",
	},
}

// filed is the area under which a lawyer would look for a change of a statement.
func filed(block, statement string) diff.Area {
	if block == "template" {
		block = "agreement"
	}
	for area, statements := range byStatement {
		for _, s := range statements {
			if s == block+"."+statement {
				return area
			}
		}
	}
	return byBlock[block]
}

// Every line above is of a statement that there is.
func TestAreasAreOfTheLanguage(t *testing.T) {
	known := map[string]bool{}
	for def := range syntax.Blocks() {
		known[def.Keyword] = true
		for _, s := range def.Statements {
			known[def.Keyword+"."+s.Keyword] = true
		}
	}
	for block := range byBlock {
		if !known[block] {
			t.Errorf("there is no block %s", block)
		}
	}
	for area, statements := range byStatement {
		for _, s := range statements {
			if !known[s] {
				t.Errorf("%s: there is no %s", area, s)
			}
		}
	}
}
