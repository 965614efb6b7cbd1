package run

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"sync"

	"concordat/engine"
)

// recorded is an event as it is kept: its kind beside its fields.
type recorded struct {
	Kind  string          `json:"kind"`
	Event json.RawMessage `json:"event"`
}

// decoders names every kind of event in the record. A name is never reused.
var decoders = map[string]decoder{
	"signed": decode[engine.Signed](), "returned": decode[engine.Returned](), "accepted": decode[engine.Accepted](), "contested": decode[engine.Contested](),
	"restated": decode[engine.Restated](), "judged": decode[engine.Judged](), "proposed": decode[engine.Proposed](), "voted": decode[engine.Voted](),
	"served": decode[engine.Served](), "withdrawn": decode[engine.Withdrawn](), "raised": decode[engine.Raised](), "settled": decode[engine.Settled](),
	"claimed": decode[engine.Claimed](), "verified": decode[engine.Verified](), "rejected": decode[engine.Rejected](), "overturned": decode[engine.Overturned](),
	"held": decode[engine.Held](), "started": decode[engine.Started](), "filed": decode[engine.Filed](), "completed": decode[engine.Completed](),
	"entered": decode[engine.Entered](), "answered": decode[engine.Answered](), "day": decode[engine.DayReached](), "assumed": decode[engine.Assumed](),
	"varied": decode[engine.Varied](), "proclaimed": decode[engine.Proclaimed](),
}

// decoder reads the events of one kind. Both ways give the same; the plain one
// leaves what this program would not have written in these very bytes to the
// other, which takes four times as long.
type decoder struct {
	any   func([]byte) (engine.Event, error)
	plain func(*plainly) (engine.Event, bool)
}

func decode[E engine.Event]() decoder {
	plain := plainReader(reflect.TypeFor[E]())
	places := sync.Pool{New: func() any { return new(E) }}
	return decoder{
		any: func(text []byte) (engine.Event, error) {
			var e E
			d := json.NewDecoder(bytes.NewReader(text))
			d.DisallowUnknownFields()
			err := d.Decode(&e)
			return e, err
		},
		plain: func(in *plainly) (engine.Event, bool) {
			place := places.Get().(*E)
			ok := plain(in, reflect.ValueOf(place).Elem())
			e := *place
			*place = *new(E) // nothing that was read stays for the next
			places.Put(place)
			return e, ok
		},
	}
}

// KindOf is the name under which an event is recorded: "returned", "voted", "day".
func KindOf(ev engine.Event) string {
	switch ev.(type) {
	case engine.Signed:
		return "signed"
	case engine.Returned:
		return "returned"
	case engine.Accepted:
		return "accepted"
	case engine.Contested:
		return "contested"
	case engine.Restated:
		return "restated"
	case engine.Judged:
		return "judged"
	case engine.Proposed:
		return "proposed"
	case engine.Voted:
		return "voted"
	case engine.Served:
		return "served"
	case engine.Withdrawn:
		return "withdrawn"
	case engine.Raised:
		return "raised"
	case engine.Settled:
		return "settled"
	case engine.Held:
		return "held"
	case engine.Started:
		return "started"
	case engine.Filed:
		return "filed"
	case engine.Completed:
		return "completed"
	case engine.Entered:
		return "entered"
	case engine.Answered:
		return "answered"
	case engine.Claimed:
		return "claimed"
	case engine.Verified:
		return "verified"
	case engine.Rejected:
		return "rejected"
	case engine.Overturned:
		return "overturned"
	case engine.DayReached:
		return "day"
	case engine.Assumed:
		return "assumed"
	case engine.Varied:
		return "varied"
	case engine.Proclaimed:
		return "proclaimed"
	default:
		panic(fmt.Sprintf("engine: unknown event %T", ev))
	}
}

// EncodeEvent writes an event as JSON, always in the same bytes.
func EncodeEvent(ev engine.Event) ([]byte, error) {
	body, err := json.Marshal(ev)
	if err != nil {
		return nil, err
	}
	return json.Marshal(recorded{Kind: KindOf(ev), Event: body})
}

// DecodeEvent reads what EncodeEvent wrote. A kind or field that this program
// does not know is an error: it was written by a newer one.
func DecodeEvent(text []byte) (engine.Event, error) {
	var r recorded
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("an event cannot be read: %w", err)
	}
	kind, ok := decoders[r.Kind]
	if !ok {
		return nil, fmt.Errorf("an event of the kind %q is unknown to this program", r.Kind)
	}
	ev, err := kind.any(r.Event)
	if err != nil {
		return nil, fmt.Errorf("an event of the kind %q cannot be read: %w", r.Kind, err)
	}
	return ev, nil
}
