package pages

import (
	"strings"

	"concordat/dsl/diag"
)

func ratecardPages() diag.Pages {
	header := line(example("agreement base"), "survives", "survives   monthly, judge_voice, fill_gap, quarterly, results, settle, figures, rewards")
	const card = `ratecard rewards "What each outcome pays" {
  every      quarter
  from       paying
  to         doing
  pseudonym  of the form "P-000"
  claimed    within 6 weeks of the outcome
  verified   by council, within 20 working days of receipt
  silence    is rejection
  exclusive  the dearest of home_13, home_26
  cap        £2,000 a person, the last claim in part
  sets aside council £70,000
  paid       within 30 days of quarter end, or the next working day
  clawback   last in first out, within 12 months of payment, repaid within 30 days

  price work "In work" {
    pays       first 40 people at £700, then £500
    deadweight first 10 a year, outside the price bands
    evidence   "Payslips"
    expected   50 people
  }

  price home_13 "In a home of their own for 13 weeks" {
    pays       £900 a person
    evidence   "The tenancy"
    expected   10 people
  }

  price home_26 "In a home of their own for 26 weeks" {
    pays       £1,400 a person
    spell      26 weeks after work
    evidence   "The tenancy, and a visit"
    expected   20 people
  }
}
`
	right := header + card
	wrong := func(old string, with ...string) string { return header + line(card, old, with...) }
	return diag.Pages{
		{
			Code: "pseudonym-form",
			Says: `A ratecard says what a person is called in a claim. The form begins with a capital letter, so that no NHS number fits it, and has a zero for
each of two to six digits. Who the person is stays with those who claim and those who verify.`,
			Wrong: wrong("pseudonym", `pseudonym  of the form "first name and date of birth"`), Right: right,
		},
		{
			Code:  "verifies-itself",
			Says:  `The party that is paid for a claim also says that the outcome came about.`,
			Wrong: wrong("verified", "verified   by charity, within 20 working days of receipt"), Right: right,
		},
		{
			Code: "clawback-open",
			Says: `An outcome that turns out not to have come about is overturned. The line says what then comes back, until when, and in what time; or that nothing
ever does.`,
			Wrong: wrong("clawback", "clawback   last in first out"), Right: right,
		},
		{
			Code:  "exclusive-alone",
			Says:  `A line says that a person is paid for one of several outcomes, and names one.`,
			Wrong: wrong("exclusive", "exclusive  the dearest of home_26"), Right: right,
		},
		{
			Code:  "cap-twice",
			Says:  `Two lines cap what is paid for one person, or what is paid in total.`,
			Wrong: wrong("cap", "cap        £2,000 a person, the last claim in part", "cap        £1,800 a person, whole claims only"), Right: right,
		},
		{
			Code: "cap-readings",
			Says: `A cap has room for a part of the next claim. Some contracts then pay that part, others nothing of it: the sums differ, so the text says which one is
meant.`,
			Wrong: wrong("cap", "cap        £2,000 a person"), Right: right,
		},
		{
			Code: "deadweight-readings",
			Says: `Some of those who reach an outcome are not paid for, because so many would have reached it anyway. Where the price follows the number of people, it
matters whether those who are not paid for are counted in it.`,
			Wrong: wrong("deadweight", "deadweight first 10 a year"), Right: right,
		},
		{
			Code:  "no-prices",
			Says:  `A ratecard pays for outcomes, and this one names none.`,
			Wrong: header + line(strings.SplitAfter(card, "\n\n")[0], "exclusive") + "}\n", Right: right,
		},
		{
			Code:  "price-twice",
			Says:  `An outcome has two prices, and nobody says which one is paid. Several bands stand in one line; a later year's price has a line of its own.`,
			Wrong: wrong("pays       £900", "pays       £900 a person", "pays       £950 a person"), Right: wrong("pays       £900", "pays       £900 a person", "pays       £950 a person, from 2027/28"),
		},
		{
			Code:  "price-later",
			Says:  `Each price of an outcome begins with a year, so nobody says what is paid for one that is reached before the first of them. The price that holds at first stands without a year.`,
			Wrong: wrong("pays       £900", "pays       £900 a person, from 2027/28"), Right: wrong("pays       £900", "pays       £900 a person", "pays       £950 a person, from 2027/28"),
		},
		{
			Code:  "price-unreachable",
			Says:  `A price lies above a cap, so no claim is ever paid it.`,
			Wrong: wrong("cap", "cap        £1,200 a person, whole claims only"), Right: right,
		},
		{
			Code:  "price-band-never-filled",
			Says:  `So few people are expected that a price band stays empty: nobody would be paid its price.`,
			Wrong: header + line(line(card, "expected   50", "expected   40 people"), "sets aside", "sets aside council £65,000"), Right: right,
		},
		{
			Code:  "person-cap-idle",
			Says:  `All outcomes of one person together come to less than the cap, so it never has a part in anything.`,
			Wrong: wrong("cap", "cap        £5,000 a person, the last claim in part"), Right: right,
		},
		{
			Code:  "spell-circle",
			Says:  `An outcome can be reached only some time after another, which can be reached only some time after the first.`,
			Wrong: header + line(line(card, "pays       first 40", "pays       first 40 people at £700, then £500", "spell      13 weeks after home_26"), "sets aside"), Right: right,
		},
		{
			Code: "set-aside-differs",
			Says: `The people who are expected, times what they pay, is what all payers together must have. Here it is not; or a payer pays another part of each claim
than it has set aside.`,
			Wrong: wrong("sets aside", "sets aside council £60,000"), Right: right,
		},
	}
}
