// Package known is what stands on record of one agreement, and what follows
// from it: which party is waited for, on which day a deadline falls, what a
// measure comes to in a period and why, whether a condition holds, what a
// claim, a fund or a settlement is worked out from. Everything here reads and
// nothing happens: a View is a state under its machine, and gives the same
// answers for the same two. Draft, by which a state is written, is for package
// engine alone; nobody else imports this package.
package known

import "concordat/engine/machine"

// View is a state read under the machine that it runs on.
type View struct {
	M *machine.Machine
	State
}

// Charts of payments and claims that belong to a block carry these after its name.
const (
	PaymentPart   = "/payment"
	RepaymentPart = "/repayment"
	ClaimPart     = "/claim"
	ClawbackPart  = "/clawback"
)

// AgreementChart is the chart of the agreement itself.
const AgreementChart = "agreement"

// AnchorBegun is the day on which the agreement came into force.
const AnchorBegun machine.Anchor = "begun"

// AnchorPractised is the day on which the agreement's shadow period began.
const AnchorPractised machine.Anchor = "practised"

// The states of steps that others ask about.
const (
	StateWaiting = "waiting"
	StateDone    = "done"
)
