package pages

import "concordat/dsl/diag"

func bandPages() diag.Pages {
	waiting := example("measure waiting")
	return diag.Pages{
		{
			Code: "bands-gap",
			Says: `A value falls in no band. "Below 8" and "above 8" leave out 8 itself; so do two ranges that do not meet. The finding names the first
such value and prints a line that would close the gap; whether that is the right band for it, only the parties can say.`,
			Wrong: line(waiting, "band stretch", "band stretch      22 to 40"), Right: waiting,
		},
		{
			Code:  "bands-overlap",
			Says:  `A value falls in two bands, so that it could pay two sums. Both ends of a range belong to it: "21 to 40" and "40 to 80" share 40.`,
			Wrong: line(waiting, "band minimum", "band minimum      40 to 80"), Right: waiting,
		},
		{
			Code: "bands-wrong-way",
			Says: `The bands run against the line "better": where lower values are better, a better band must hold lower values. As it stands, worse
results would pay more.`,
			Wrong: line(waiting, "better", "better       higher"), Right: waiting,
		},
		{
			Code:  "band-missing",
			Says:  `A measure has five bands, best to worst: gamebreaking, stretch, minimum, poor, failure. Each has its line.`,
			Wrong: line(waiting, "band poor"), Right: waiting,
		},
		{
			Code:  "band-twice",
			Says:  `One band has two lines. Mostly the second was meant to be another band.`,
			Wrong: line(waiting, "band stretch", "band stretch      21 to 40", "band stretch      21 to 40"), Right: waiting,
		},
		{
			Code: "band-form",
			Says: `A measure whose figure is returned has ranges of values; one that people judge has a statement for each band, in quotes, against which
they judge.`,
			Wrong: line(example("measure voice"), "band stretch", "band stretch      5 or more"), Right: example("measure voice"),
		},
		{
			Code:  "band-empty",
			Says:  `A range ends before it begins, so no value is in it. The lower end is written first, whichever way is better.`,
			Wrong: line(waiting, "band stretch", "band stretch      40 to 21"), Right: waiting,
		},
		{
			Code: "too-fine",
			Says: `A value has more decimal places than the unit. Half a person is never counted, so a band that ends at 20.5 ends at 20, or at 21: the
agreement must say which.`,
			Wrong: line(waiting, "baseline", "baseline     120.5 on 1 April 2026"), Right: waiting,
		},
	}
}
