package pages

import (
	"strings"

	"concordat/dsl/diag"
)

func contractPages() diag.Pages {
	standard := `contract standard "The standard contract" {
  between    council, charity
  this       supplements it
  prevails   on standards of care
  lasts      until 31 March 2027
  if ended   open determine
}
`
	second := anotherProvider()
	return diag.Pages{
		{
			Code:  "contract-parties",
			Says:  `A contract that stands under or beside this agreement is one between parties of it, two at the least.`,
			Wrong: line(standard, "between", "between    council"), Right: standard,
		},
		{
			Code: "contract-short",
			Says: `Another contract ends before this agreement, and nothing says what then: whether its rules go on for those who stay, or fall away. Or it
lasts as long, and a line says what happens when it ends.`,
			Wrong: line(standard, "if ended"), Right: standard,
		},
		{
			Code: "contract-missing",
			Says: `One provider has a contract of its own under this agreement and another has none. An alliance over standard contracts needs one for each,
or a reason why not.`,
			Wrong: second + standard,
			Right: second + standard + strings.NewReplacer("contract standard", "contract ward", "council, charity", "council, hospital").Replace(standard),
		},
	}
}
