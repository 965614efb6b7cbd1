package record

import (
	"testing"

	"concordat/engine/machine"
)

// An act that a party can delegate has a kind: without one its officers could
// not do it, and the party still could after it had delegated it.
func TestKindOf(t *testing.T) {
	kinds := []struct {
		act  Event
		want machine.ActKind
	}{
		{Signed{}, machine.ActSign},
		{Restated{}, machine.ActReturn},
		{Contested{}, machine.ActAccept},
		{Judged{}, machine.ActJudge},
		{Proposed{}, machine.ActPropose},
		{Started{}, machine.ActPropose},
		{Voted{}, machine.ActVote},
		{Withdrawn{}, machine.ActNotice},
		{Settled{}, machine.ActDispute},
		{Held{}, machine.ActHold},
		{Filed{}, machine.ActComplete},
		{Completed{}, machine.ActComplete},
		{DayReached{}, ""},
		{Assumed{}, ""},
	}
	for _, k := range kinds {
		if got := KindOf(k.act); got != k.want {
			t.Errorf("%T is of the kind %q, want %q", k.act, got, k.want)
		}
	}
}
