package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// recorded is an event as it is kept: its kind beside its fields.
type recorded struct {
	Kind  string          `json:"kind"`
	Event json.RawMessage `json:"event"`
}

// decoders names every kind of event in the record. A name is never reused.
var decoders = map[string]func([]byte) (Event, error){
	"signed": decode[Signed], "returned": decode[Returned], "accepted": decode[Accepted], "contested": decode[Contested],
	"restated": decode[Restated], "judged": decode[Judged], "proposed": decode[Proposed], "voted": decode[Voted],
	"served": decode[Served], "withdrawn": decode[Withdrawn], "raised": decode[Raised], "settled": decode[Settled],
	"held": decode[Held], "day": decode[DayReached], "assumed": decode[Assumed],
}

func decode[E Event](text []byte) (Event, error) {
	var e E
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	err := d.Decode(&e)
	return e, err
}

// KindOf is the name under which an event is recorded: "returned", "voted", "day".
func KindOf(ev Event) string {
	switch ev.(type) {
	case Signed:
		return "signed"
	case Returned:
		return "returned"
	case Accepted:
		return "accepted"
	case Contested:
		return "contested"
	case Restated:
		return "restated"
	case Judged:
		return "judged"
	case Proposed:
		return "proposed"
	case Voted:
		return "voted"
	case Served:
		return "served"
	case Withdrawn:
		return "withdrawn"
	case Raised:
		return "raised"
	case Settled:
		return "settled"
	case Held:
		return "held"
	case DayReached:
		return "day"
	case Assumed:
		return "assumed"
	default:
		panic(fmt.Sprintf("engine: unknown event %T", ev))
	}
}

// EncodeEvent writes an event as JSON, always in the same bytes.
func EncodeEvent(ev Event) ([]byte, error) {
	body, err := json.Marshal(ev)
	if err != nil {
		return nil, err
	}
	return json.Marshal(recorded{Kind: KindOf(ev), Event: body})
}

// DecodeEvent reads what EncodeEvent wrote. A kind or field that this program
// does not know is an error: it was written by a newer one.
func DecodeEvent(text []byte) (Event, error) {
	var r recorded
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("an event cannot be read: %w", err)
	}
	read, ok := decoders[r.Kind]
	if !ok {
		return nil, fmt.Errorf("an event of the kind %q is unknown to this program", r.Kind)
	}
	ev, err := read(r.Event)
	if err != nil {
		return nil, fmt.Errorf("an event of the kind %q cannot be read: %w", r.Kind, err)
	}
	return ev, nil
}
