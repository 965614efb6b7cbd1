package run

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// plainRecords are the records of one event of each kind, as they are written.
// Escapes (in the words of two of them) are not in the plain form.
func plainRecords(t testing.TB) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for n, ev := range events() {
		text, err := EncodeEvent(ev)
		if err != nil {
			t.Fatal(err)
		}
		text = bytes.ReplaceAll(text, []byte(`\u0026`), []byte("and"))
		b := body{Version: bodyVersion, Recorded: time.Date(2026, 3, 29, 2, 30, 0, n, time.UTC), Event: text, Digest: strings.Repeat("0a", 32)}
		if n%2 == 0 {
			b.Key = "kpi-1"
		}
		all[KindOf(ev)] = b.encode()
	}
	return all
}

// same compares the plain way with encoding/json: what it reads at all, it must
// read as the other does.
func same(t interface{ Fatalf(string, ...any) }, text []byte) (read bool) {
	var plain body
	if !plain.plain(text) {
		return false
	}
	var b body
	if err := json.Unmarshal(text, &b); err != nil {
		t.Fatalf("%s is read as %+v, and encoding/json refuses it: %v", text, plain, err)
	}
	ev, err := DecodeEvent(b.Event)
	if err != nil {
		t.Fatalf("%s is read as %+v, and encoding/json refuses it: %v", text, plain.event, err)
	}
	b.digest, b.reads = digestOf(b.Digest)
	if b.event = ev; !reflect.DeepEqual(plain, b) {
		t.Fatalf("%s is read as\n%+v, and by encoding/json as\n%+v", text, plain, b)
	}
	return true
}

func TestEveryKindIsReadPlainly(t *testing.T) {
	for kind, text := range plainRecords(t) {
		if !same(t, text) {
			t.Errorf("%s is left to encoding/json: %s", kind, text)
		}
	}
}

// A record in which something is altered, cut out or put in is read as
// encoding/json reads it, or left to it.
func TestAlteredRecordsAreReadAsJSONReadsThem(t *testing.T) {
	records, kinds := plainRecords(t), kindsOf()
	bits := []string{`"`, `\`, `,`, `{`, `}`, `[`, `]`, ` `, `0`, `-`, `null`, `""`, "\x00", "\xff", "é", `,"x":1`, `"by":"ccg",`}
	rapid.Check(t, func(t *rapid.T) {
		text := records[rapid.SampledFrom(kinds).Draw(t, "kind")]
		from := rapid.IntRange(0, len(text)).Draw(t, "from")
		to := min(len(text), from+rapid.IntRange(0, 3).Draw(t, "cut"))
		put := rapid.SampledFrom(append(bits, "")).Draw(t, "put")
		same(t, append(append(bytes.Clone(text[:from]), put...), text[to:]...))
	})
}

func kindsOf() (all []string) {
	for _, ev := range events() {
		all = append(all, KindOf(ev))
	}
	return all
}
