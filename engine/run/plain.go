package run

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"concordat/engine"
	"concordat/engine/value"
)

// plainly reads JSON in the one form in which package encoding/json writes a
// struct: fields in their order, no space, no escape. Whatever is in another form it does not
// read at all, and encoding/json does. A replay spends half its time on reading
// otherwise. What it reads shares the memory of the text.
type plainly struct {
	text string
	at   int
}

// plainlies are used again, for there is one for each record.
var plainlies = sync.Pool{New: func() any { return new(plainly) }}

// plainRead reads a value into a place that can be set; false means that the
// text is not in the plain form, and what is in the place then says nothing.
type plainRead func(in *plainly, to reflect.Value) bool

func (in *plainly) literal(s string) bool {
	if strings.HasPrefix(in.text[in.at:], s) {
		in.at += len(s)
		return true
	}
	return false
}

// quoted reads a string in which nothing is escaped.
func (in *plainly) quoted() (string, bool) {
	if !in.literal(`"`) {
		return "", false
	}
	start, ascii := in.at, true
	for ; in.at < len(in.text); in.at++ {
		switch c := in.text[in.at]; {
		case c == '"':
			s := in.text[start:in.at]
			in.at++
			return s, ascii || utf8.ValidString(s)
		case c == '\\' || c < ' ':
			return "", false
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return "", false
}

// whole reads a whole number.
func (in *plainly) whole() (int64, bool) {
	start := in.at
	in.literal("-")
	for in.at < len(in.text) && in.text[in.at] >= '0' && in.text[in.at] <= '9' {
		in.at++
	}
	n, err := strconv.ParseInt(in.text[start:in.at], 10, 64)
	return n, err == nil && strconv.FormatInt(n, 10) == in.text[start:in.at]
}

var (
	textType = reflect.TypeFor[encoding.TextUnmarshaler]()
	jsonType = reflect.TypeFor[json.Unmarshaler]()
)

// plainReader makes the reader of a type. What it does not know it never reads.
func plainReader(t reflect.Type) plainRead {
	switch place := reflect.PointerTo(t); {
	case place.Implements(textType):
		return plainText
	case place.Implements(jsonType):
		return func(*plainly, reflect.Value) bool { return false }
	}
	switch t.Kind() {
	case reflect.String:
		return func(in *plainly, to reflect.Value) bool {
			s, ok := in.quoted()
			to.SetString(s)
			return ok
		}
	case reflect.Int, reflect.Int64:
		return func(in *plainly, to reflect.Value) bool {
			n, ok := in.whole()
			to.SetInt(n)
			return ok
		}
	case reflect.Pointer:
		one := plainReader(t.Elem())
		return func(in *plainly, to reflect.Value) bool {
			to.Set(reflect.New(t.Elem()))
			return one(in, to.Elem())
		}
	case reflect.Slice:
		return plainList(t, plainReader(t.Elem()))
	case reflect.Struct:
		return plainStruct(plainFields(t, nil))
	}
	return func(*plainly, reflect.Value) bool { return false }
}

// plainText reads what writes itself as text. The kinds of which there are most
// read a string without copying it.
func plainText(in *plainly, to reflect.Value) bool {
	s, ok := in.quoted()
	if !ok {
		return false
	}
	var err error
	switch to := to.Addr().Interface().(type) {
	case *value.Date:
		if s != "" {
			*to, err = value.ParseDate(s)
		} else {
			*to = value.NoDate
		}
	case *value.Period:
		if s != "" {
			*to, err = value.ParsePeriod(s)
		}
	case *value.Num:
		*to, err = value.ParseNum(s)
	case encoding.TextUnmarshaler:
		err = to.UnmarshalText([]byte(s))
	}
	return err == nil
}

func plainList(t reflect.Type, one plainRead) plainRead {
	return func(in *plainly, to reflect.Value) bool {
		if !in.literal("[") {
			return false
		}
		list := reflect.MakeSlice(t, 0, 2)
		for !in.literal("]") {
			if list.Len() > 0 && !in.literal(",") {
				return false
			}
			list = reflect.Append(list, reflect.Zero(t.Elem()))
			if !one(in, list.Index(list.Len()-1)) {
				return false
			}
		}
		to.Set(list)
		return true
	}
}

// plainField is a field of a struct as it is written.
type plainField struct {
	name  string // with quotes and colon
	index []int
	may   bool // may be missing
	read  plainRead
}

// plainFields are the fields of a struct, those of an embedded one in its place.
func plainFields(t reflect.Type, index []int) (all []plainField) {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(index[:len(index):len(index)], i)
		tag, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && tag == "" {
			all = append(all, plainFields(f.Type, at)...)
			continue
		}
		if tag == "" {
			tag = f.Name
		}
		all = append(all, plainField{name: strconv.Quote(tag) + ":", index: at, may: options == "omitempty", read: plainReader(f.Type)})
	}
	return all
}

func plainStruct(fields []plainField) plainRead {
	return func(in *plainly, to reflect.Value) bool {
		if !in.literal("{") {
			return false
		}
		before := "" // what stands before the next field
		for i := range fields {
			f := &fields[i]
			start := in.at
			if !in.literal(before) || !in.literal(f.name) {
				if in.at = start; f.may {
					continue
				}
				return false
			}
			place := to
			for _, i := range f.index {
				place = place.Field(i)
			}
			if !f.read(in, place) {
				return false
			}
			before = ","
		}
		return in.literal("}")
	}
}

// plain reads the record of an event, with the event in it; false means that it
// is not in the plain form. Records of texts and keys, and signed ones, are few
// and left to encoding/json.
func (b *body) plain(text []byte) bool {
	in := plainlies.Get().(*plainly)
	defer plainlies.Put(in)
	*in = plainly{text: string(text)}
	if !in.literal(`{"version":`) {
		return false
	}
	version, ok := in.whole()
	b.Version = int(version)
	if !ok || !in.literal(`,"recorded":`) {
		return false
	}
	if recorded, ok := in.quoted(); !ok || b.Recorded.UnmarshalText([]byte(recorded)) != nil {
		return false
	}
	if in.literal(`,"key":`) {
		if b.Key, ok = in.quoted(); !ok {
			return false
		}
	}
	if !in.literal(`,"event":`) {
		return false
	}
	start := in.at
	if b.event, ok = in.event(); !ok || !in.literal(`,"digest":`) {
		return false
	}
	b.Event = text[start : in.at-len(`,"digest":`)]
	if b.Digest, ok = in.quoted(); !ok || in.text[in.at:] != "}" {
		return false
	}
	b.digest, b.reads = digestOf(b.Digest)
	return true
}

// event reads what EncodeEvent writes.
func (in *plainly) event() (engine.Event, bool) {
	if !in.literal(`{"kind":`) {
		return nil, false
	}
	name, ok := in.quoted()
	kind, known := decoders[name]
	if !ok || !known || !in.literal(`,"event":`) {
		return nil, false
	}
	ev, ok := kind.plain(in)
	return ev, ok && in.literal("}")
}
