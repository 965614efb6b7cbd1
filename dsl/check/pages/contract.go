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
	wound := strings.NewReplacer("supplements it\n  prevails   on standards of care", "winds it down", "  if ended   open determine\n", "  last money by funding core\n  anew       by process buying\n", "31 March 2027", "31 March 2028").Replace(standard)
	buying := `process buying "What takes its place" {
  starts     on the first day of the term

  step need "Say what is needed now" {
    lead       council
    after      start
    evidence   spec "What is to be bought"
  }
}
`
	closing := line(line(line(example("funding core"), "from", "from       council"), "to ", "to         charity"), "if ended", "if ended   repay by days, within 30 days of the end", `excludes   "What personal health budgets already pay for"`)
	invested := line(example("agreement base"), "model", "model      investment") + closing +
		line(example("outcome sooner"), "weight", "weight 60% of results", "family prevention") + line(example("outcome heard"), "weight", "weight 40% of results", "family organisational")
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
			Code: "wind-down-open",
			Says: `A contract is wound down, and something of its end is open: its last day lies outside the term, or it is not said by what its last money
is paid, or how what it bought is procured anew.`,
			Wrong: closing + buying + line(wound, "anew"), Right: closing + buying + wound,
		},
		{
			Code:  "wind-down-pays",
			Says:  `What pays the last money of a contract goes on after the contract has ended, or is paid between others.`,
			Wrong: closing + buying + strings.Replace(wound, "31 March 2028", "31 March 2027", 1), Right: closing + buying + wound,
		},
		{
			Code: "contract-converted",
			Says: `An existing contract is never turned into an investment: whom to invest in is always chosen by procurement. The old contract gets a last
day, and what follows is open to all.`,
			Wrong: invested + strings.NewReplacer("supplements it\n  prevails   on standards of care", "replaces it", "  if ended   open determine\n", "").Replace(standard),
			Right: invested + standard,
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
