package pages

import (
	"strings"

	"concordat/dsl/diag"
)

// ExampleFramework is what the pages' agreements follow.
const ExampleFramework = `framework third_sector "How the voluntary sector is commissioned" {
  source     "The leaders' update, 4.6 and 5.6"
  vat        sums exclude VAT
  threshold  low_value £5,000 from 1 April 2012
  threshold  low_value £1,000,000 from 1 April 2026
  require    term at least 2 years
  require    route for money above low_value
  require    at most 4 returns a year for money up to low_value
}
`

func frameworkPages() diag.Pages {
	header := example("agreement base")
	following := line(header, "purpose", "follows    third_sector, procurement begun on 2 April 2026", `purpose    "Fewer people wait, and nobody waits long."`)
	return diag.Pages{
		{
			Code: "framework-missing",
			Says: `An agreement follows a framework that is not there, or has errors of its own; or a clause meets what no framework asks for. The file
stands beside the agreement, or in the folder "frameworks" beside the agreement's folder.`,
			Wrong: strings.Replace(following, "third_sector", "fourth_sector", 1), Right: following,
		},
		{
			Code: "framework-unmet",
			Says: `The agreement lacks what a framework asks for: a line, a block, a route, a clause that claims to meet it, a term that is long
enough. The framework's own line is shown beside.`,
			Wrong: strings.Replace(following, "2 April 2026", "2 April 2012", 1), Right: following,
		},
		{
			Code: "framework-undated",
			Says: `A framework's value has changed over time, and the money of the agreement is above one and not above another. Which counts depends on
the day on which procurement began: the agreement has to say it.`,
			Wrong: strings.Replace(following, ", procurement begun on 2 April 2026", "", 1), Right: following,
		},
		{
			Code: "framework-vat",
			Says: `The framework's sums hold VAT and the agreement's do not, or the other way round; without a rate nobody can say which is more.
A route on the money can name the rate.`,
			Wrong: line(following, "vat", "vat        sums include VAT"), Right: following,
		},
		{
			Code:  "framework-unknown",
			Says:  `A framework asks for a block or a line that the language does not have, or for a threshold that it does not name.`,
			Wrong: strings.Replace(ExampleFramework, "route for money above low_value", "colour in every measure", 1), Right: ExampleFramework,
		},
	}
}
