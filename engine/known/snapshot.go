package known

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"concordat/engine/record"
	"concordat/engine/value"
)

// kept is a State as it is written. It is a cache of what the events lead to and
// never a record: a program whose states have another form leaves it unread.
type kept struct {
	Layout   string
	Seq      uint64
	Today    value.Date
	Closed   value.Date
	Digest   [32]byte
	Things   []*record.Thing
	Timers   []keptTimer
	EndsWith []record.Key
}

type keptTimer struct {
	At    int64
	Chart int
	Key   record.Key
	Move  int
}

// ErrLayout: a program whose states have another form has written this.
var ErrLayout = errors.New("this state was kept by another version of the program")

// Encode writes a state, always in the same bytes.
func (s State) Encode() ([]byte, error) {
	k := kept{Layout: layout(), Seq: s.Seq, Today: s.Today, Closed: s.Closed, Digest: s.Digest, Things: s.things, EndsWith: s.endsWith}
	for _, t := range s.timers {
		k.Timers = append(k.Timers, keptTimer{At: int64(t.At), Chart: t.Chart, Key: t.Key, Move: t.Move})
	}
	return json.Marshal(k)
}

// DecodeState reads what Encode wrote, or says ErrLayout.
func DecodeState(text []byte) (State, error) {
	var form struct{ Layout string }
	if err := json.Unmarshal(text, &form); err != nil || form.Layout != layout() {
		return State{}, ErrLayout
	}
	var k kept
	if err := json.Unmarshal(text, &k); err != nil {
		return State{}, err
	}
	s := State{Seq: k.Seq, Today: k.Today, Closed: k.Closed, Digest: k.Digest, things: k.Things, endsWith: k.EndsWith}
	s.head, _ = s.place(record.Key{Chart: AgreementChart})
	for _, t := range k.Timers {
		s.timers = append(s.timers, &Timer{At: Moment(t.At), Chart: t.Chart, Key: t.Key, Move: t.Move})
	}
	return s, nil
}

// layout names the form of everything that a state is made of: a field that is
// added, renamed or given another type gives another name.
var layout = sync.OnceValue(func() string {
	var form strings.Builder
	describe(&form, reflect.TypeFor[kept](), map[reflect.Type]bool{})
	sum := sha256.Sum256([]byte(form.String()))
	return hex.EncodeToString(sum[:8])
})

func describe(to *strings.Builder, t reflect.Type, seen map[reflect.Type]bool) {
	fmt.Fprintf(to, "%s %s\n", t, t.Kind())
	if seen[t] {
		return
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		describe(to, t.Elem(), seen)
	case reflect.Map:
		describe(to, t.Key(), seen)
		describe(to, t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			fmt.Fprintf(to, "%s %s ", f.Name, f.Tag)
			describe(to, f.Type, seen)
		}
	}
}
