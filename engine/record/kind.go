package record

import "concordat/engine/machine"

// KindOf is the kind of an act, by which a party delegates it; empty for what
// nobody does: a day reached, an assumption of a trial.
func KindOf(ev Event) machine.ActKind {
	switch ev.(type) {
	case Signed:
		return machine.ActSign
	case Returned, Restated, Claimed:
		return machine.ActReturn
	case Accepted, Contested, Verified, Rejected, Overturned:
		return machine.ActAccept
	case Judged:
		return machine.ActJudge
	case Proposed, Started:
		return machine.ActPropose
	case Voted:
		return machine.ActVote
	case Served, Withdrawn:
		return machine.ActNotice
	case Raised, Settled:
		return machine.ActDispute
	case Held:
		return machine.ActHold
	case Filed, Completed:
		return machine.ActComplete
	}
	return ""
}
