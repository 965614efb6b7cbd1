package pages

import "concordat/dsl/diag"

func routePages() diag.Pages {
	const route = "route choose \"How the partner is chosen\" {\n  on         total value of core, excluding VAT\n  threshold  £300,000\n  way tender at or above threshold\n  way quotes below threshold\n}\n"
	dated := line(route, "threshold", "threshold  £290,000 from 1 January 2024", "threshold  £300,000 from 1 January 2026")
	return diag.Pages{
		{
			Code:  "route-gap",
			Says:  `A total value has no way: usually the threshold itself, where one way is for values above it and the other for values below.`,
			Wrong: line(route, "way tender", "way tender above threshold"), Right: route,
		},
		{
			Code:  "route-overlap",
			Says:  `A total value has two ways, and nobody says which one is taken.`,
			Wrong: line(route, "way quotes", "way quotes at or below threshold"), Right: route,
		},
		{
			Code:  "route-vat",
			Says:  `A route compares a total with its threshold. The one holds VAT and the other does not.`,
			Wrong: line(route, "on ", "on         total value of core, including VAT"), Right: route,
		},
		{
			Code: "route-threshold",
			Says: `Thresholds change from time to time, and the one that counts is that of the day on which procurement begins. That day must be known, one
threshold must hold on it, and ways that speak of a threshold need one.`,
			Wrong: dated,
			Right: line(dated, "way quotes", "way quotes below threshold", "begun      on 2 February 2026"),
		},
		{
			Code: "route-blanks",
			Says: `Each way has a value of its own, and they are to be agreed one by one. Filled in differently they leave totals that have no way, or two: the same
blank twice is still two blanks.`,
			Wrong: line(line(line(route, "threshold"), "way tender", "way tender above to be agreed \"the value above which there is a tender\""), "way quotes", "way quotes below to be agreed \"the value below which there are quotes\""),
			Right: route,
		},
	}
}
