package pages

import (
	"strings"

	"concordat/dsl/diag"
)

// heldMoney is money of a partner that the council holds: what an example of an
// advance needs beside the base agreement.
func heldMoney() string {
	books := strings.NewReplacer("monthly", "books", "fill_gap", "fix_cost").Replace(example("return monthly"))
	fix := line(line(strings.ReplaceAll(example("decision fill_gap"), "fill_gap", "fix_cost"), "decides", "decides    a figure"), "otherwise", "otherwise  take £50,000")
	confirm := strings.ReplaceAll(strings.ReplaceAll(example("decision settle"), "settle", "close_year"), "pay results", "pay kitty")
	head := line(line(example("agreement base"), "survives", "survives   monthly, books, fix_cost, close_year, kitty, yearly_report, judge_voice, fill_gap, quarterly, results, settle, figures"),
		"funds", "funds      aligned, led by council")
	team := line(line(line(example("group team"), "seat council", `seat council "Head of commissioning"`, `seat trust "Director of finance"`), "binds", "binds      each seat its own party, without limit"), "delegated", "delegated  1 April 2026 to 31 March 2030")
	return head + team + line(example("group chiefs"), "delegated", "delegated  1 April 2026 to 31 March 2030") + books + fix + confirm + `party trust "The Trust" { role nhs }
funding transfer "What the trust transfers" {
  from       trust
  to         council
  basis      fixed sum, not cost
  sum 2026/27 £50,000
  sum 2027/28 £50,000
  paid       every year in advance, on its first day or the next working day
  remainder  on the first instalment
  if ended   repay by days, within 30 days of the end
}
funding visiting "Visits" {
  from       council
  to         charity
  basis      fixed sum, not cost
  sum 2026/27 £60,000
  sum 2027/28 £60,000
  paid       every quarter in advance, on its first day or the next working day
  remainder  on the first instalment
  if ended   repay by days, within 30 days of the end
}
cost spend "What the visits cost" {
  of           visiting
  means        "Money paid in the quarter for visits"
  returned     by charity in books
  each quarter as returned
  each year    sum of quarters
}
review yearly_report "The yearly report" {
  every      year
  held       within 60 working days of year end
  by         council
  looks at   spend
  if missed  tell team
}
`
}

func advanceOf() string {
	return `advance kitty "What the council does with the transfer" {
  led by       council
  paid in      by transfer
  own part     £10,000
  spent on     visiting
  reconciled   every year against spend
  underspend   any sum, off the next transfer
  overspend    up to £5,000, borne by council
  overspend    above £5,000, borne by trust
  part year    not reconciled
  confirmed    by decision close_year
  paid         within 30 days of close_year, or the next working day
  corrected    within 12 months of payment, by the difference
}
`
}

func fundPages() diag.Pages {
	around, held := heldMoney(), advanceOf()
	right := around + held
	return diag.Pages{
		{
			Code: "range-gap",
			Says: `The ranges of a sum, of a saving or of an overrun leave a part of it out: the first amount that lies in none is named, with the line
that mends it. Each range holds its upper end; the next begins above it, and the last has no end.`,
			Wrong: around + line(held, "overspend    above", "overspend    above £6,000, borne by trust"), Right: right,
		},
		{
			Code:  "range-overlap",
			Says:  `Two ranges have a part in common, which would be paid twice: its first amount is named.`,
			Wrong: around + line(held, "overspend    above", "overspend    above £4,000, borne by trust"), Right: right,
		},
		{
			Code: "range-taker",
			Says: `A range of an underspend goes somewhere: to the reserve, to the next year, off the next transfer, back. A range of an overspend comes
from somewhere: the reserve, or those who bear it.`,
			Wrong: around + line(held, "underspend", "underspend   any sum, borne by trust"), Right: right,
		},
		{
			Code: "funds-differ",
			Says: `The agreement's header says that the partners' money stays apart, is led by one of them or is pooled, and the blocks say something
else. Aligned funds have a lead and an advance, pooled ones a host and a fund, separate ones neither.`,
			Wrong: strings.Replace(right, "funds      aligned, led by council", "funds      separate", 1), Right: right,
		},
		{
			Code: "fund-elsewhere",
			Says: `Money that is held for others is paid to somebody else than its holder, or spent on what nobody named. What is transferred is spent on
what the agreement names, and on nothing else.`,
			Wrong: around + line(held, "paid in", "paid in      by core"), Right: right,
		},
		{
			Code:  "fund-short",
			Says:  `In a year what is paid in is less than what is to be paid out of it, before anything has gone wrong.`,
			Wrong: around + line(held, "own part", "own part     £9,000"), Right: right,
		},
		{
			Code: "fund-never-paid",
			Says: `The decision that confirms a year's difference may end without anything being paid, so that whoever owes it can put it off for
ever.`,
			Wrong: line(around, "otherwise  refer to figures, then pay kitty", "otherwise  lapse") + held, Right: right,
		},
		{
			Code: "fund-unreported",
			Says: `One partner spends the others' money and does not report each quarter and each year. The regulations on section 75 agreements ask a
host and a lead for both.`,
			Wrong: strings.Replace(right, "looks at   spend", "looks at   waiting", 1), Right: right,
		},
		{
			Code:  "fund-voiceless",
			Says:  `A party pays into a pooled fund, but has no voice where spending out of it is approved.`,
			Wrong: pooledOf(around, held, "council"), Right: pooledOf(around, held, "team"),
		},
	}
}

// pooledOf makes a pooled fund of the example.
func pooledOf(around, held, approver string) string {
	fund := strings.NewReplacer("advance kitty", "fund kitty", "led by      ", "hosted by   ", "off the next transfer", "returned to trust").Replace(held)
	return strings.Replace(around, "aligned, led by", "pooled, hosted by", 1) + line(fund, "paid in", "paid in      by transfer", "approved     by "+approver)
}
