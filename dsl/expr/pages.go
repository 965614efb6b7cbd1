package expr

import (
	"strings"

	"concordat/dsl/diag"
)

// Pages explain the findings of this package.
func Pages() diag.Pages { return pages }

var pages = diag.Pages{
	{
		Code: codeForm,
		Says: `A formula or a condition cannot be read. Formulas are made of names, numbers, percentages, sums of money, brackets and
the signs + - * /. Conditions compare two values by > >= < <= == !=, or test a band as "MEASURE.band is BAND", and are joined by "and" or
by "or". Nothing of a programming language is needed or understood beyond that.`,
		Wrong: rule("waiting > 80"),
		Right: rule("waiting.value > 80"),
	},
	{
		Code: codeName,
		Says: `A formula or a condition names something that is not there. A gainshare's formula may use "pool" and "score", a measure's
its own inputs, a rule the measures of the agreement; and everywhere there are min, max, sum and count.`,
		Wrong: gain("pool * scoer / 100"),
		Right: gain("pool * score / 100"),
	},
	{
		Code: codeType,
		Says: `Money and numbers are kept apart, so that a sum always means pounds. Money may be added to money, and multiplied or divided
by a number or a percentage; money divided by money is a number. Money times money, or money plus a bare number, means nothing. What a
gainshare pays must come out as money, a measure's figure as a number, and what follows "when" as a test.`,
		Wrong: gain("pool + 10%"),
		Right: gain("pool * 10% * score / 100"),
	},
	{
		Code:  codeZero,
		Says:  `A formula divides by a number that is zero, so it never has a value.`,
		Wrong: gain("pool * score / 0"),
		Right: gain("pool * score / 100"),
	},
	{
		Code: codeTooLong,
		Says: `A formula has more than 400 words and signs, or more than 32 brackets inside one another. Nobody reads such a formula right,
and two readers will read it differently.`,
		Wrong: gain("pool * score / 100" + strings.Repeat(" + £0", 200)),
		Right: gain("pool * score / 100"),
	},
	{
		Code: codePeriod,
		Says: `A band is asked for a period for which the measure has none. A measure has a band for each period that has a line of its own
("each quarter …", "each year …"), because how a year's value comes about does not follow from the quarters'.`,
		Wrong: rule("voice.band is poor for 2 quarters running"),
		Right: rule("voice.band is poor for 2 years running"),
	},
	{
		Code: codeAlways,
		Says: `A test of a band holds for every band there is: "gamebreaking or worse", "failure or better". The rule would act on every
figure that comes in.`,
		Wrong: rule("waiting.band is failure or better"),
		Right: rule("waiting.band is stretch or better"),
	},
}

func rule(when string) string {
	return `rule long_waits "Two poor quarters call for a plan" {
  when       ` + when + `
  reads      final values
  fires      once, until a quarter is better
  then       open plan
}
`
}

func gain(formula string) string {
	return `gainshare results "Pay for results" {
  every      year
  score      weighted average of points, not rounded
  points gamebreaking  100
  points stretch        50
  points minimum         0
  points poor          -50
  points failure      -100
  method     stepped
  pool       £40,000 a year, on top of core
  gain       ` + formula + `, from paying to doing
  pain       pool * -score / 100, from doing to paying
  pain cap   £30,000 a year
  beyond cap borne by paying
  part year  no gain and no pain
  calculated when every measure is final
  confirmed  by decision settle
  paid       within 30 days of settle, or the next working day
  set off    never
  corrected  within 12 months of payment, by the difference
}
`
}
