package record

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"sync"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// Step is what one event changed and caused. Changed is sorted by key.
type Step struct {
	Today, Closed value.Date
	Ends          []Key // the notices that end the agreement before its term does
	Changed       []*Thing
	Effects       []Effect
}

// Digest chains a step onto the digest before it. Because every change is in
// it, equal digests mean equal states and effects all the way; its cost is that
// of the change, not of the state. The encoding is part of the machine's format:
// it never changes within one. Derivations are left out: their words may improve,
// and every figure in them is in the rest.
func Digest(before [32]byte, step Step) [32]byte {
	used := buffers.Get().(*canonical)
	defer buffers.Put(used)
	b := append((*used)[:0], before[:]...)
	b.int(int64(step.Today))
	b.int(int64(step.Closed))
	b.ends(step.Ends)
	for _, t := range step.Changed {
		b.thing(t)
	}
	b.int(int64(len(step.Effects)))
	for _, e := range step.Effects {
		b.effect(e)
	}
	*used = b
	return sha256.Sum256(b)
}

// buffers are used again: every step needs one, and of none is anything kept.
var buffers = sync.Pool{New: func() any { b := make(canonical, 0, 512); return &b }}

// canonical is a growing encoding in which every field has its length or a
// fixed size, so that no two different contents have the same bytes.
type canonical []byte

// int writes a number as binary.AppendVarint does; nearly all of them are small.
func (b *canonical) int(n int64) {
	if -64 <= n && n < 64 {
		*b = append(*b, byte(n<<1)^byte(n>>63))
		return
	}
	*b = binary.AppendVarint(*b, n)
}

func (b *canonical) flag(is bool) {
	if is {
		*b = append(*b, 1)
	} else {
		*b = append(*b, 0)
	}
}

func (b *canonical) text(s string) {
	b.int(int64(len(s)))
	*b = append(*b, s...)
}

func (b *canonical) key(k Key)         { b.text(k.Chart); b.text(k.Of) }
func (b *canonical) ref(r machine.Ref) { b.text(r.Block); b.text(r.Statement) }
func (b *canonical) day(d value.Date)  { b.int(int64(d)) }
func (b *canonical) sum(m value.Money) { b.int(int64(m)) }

func (b *canonical) num(n *value.Num) {
	b.flag(n != nil)
	if n != nil {
		var room [40]byte
		text, _ := n.AppendText(room[:0]) // it never fails
		b.int(int64(len(text)))
		*b = append(*b, text...)
	}
}

func (b *canonical) period(p value.Period) {
	b.int(int64(p.Kind))
	b.int(int64(p.Start))
	b.int(int64(p.N))
}

func list[T any](b *canonical, items []T, each func(T)) {
	b.int(int64(len(items)))
	for _, it := range items {
		each(it)
	}
}

func (b *canonical) thing(t *Thing) {
	b.key(t.Key)
	b.text(t.State)
	b.day(t.Since)
	b.period(t.Period)
	list(b, t.Days, func(d Day) { b.text(string(d.Name)); b.day(d.On) })
	list(b, t.Done, func(n int) { b.int(int64(n)) })
	b.key(t.Opener)
	b.figure(t.Figure)
	b.ballot(t.Ballot)
	b.flag(t.Notice != nil)
	if n := t.Notice; n != nil {
		b.text(n.By)
		list(b, n.Received, b.receipt)
	}
	b.flag(t.Settlement != nil)
	if t.Settlement != nil {
		b.settlement(t.Settlement)
	}
	b.flag(t.Payment != nil)
	if p := t.Payment; p != nil {
		b.day(p.Due)
		b.day(p.Paid)
		b.ref(p.Says)
		list(b, p.Lines, b.line)
		list(b, p.Held, b.text)
		if len(p.Credits) > 0 {
			b.int(listFollows)
			list(b, p.Credits, b.line)
		}
	}
	list(b, t.Signatures, func(s Signature) { b.text(s.By); b.day(s.On) })
	list(b, t.Left, b.receipt)
	b.entry(t.Entry)
	b.round(t.Round)
	if t.Claim != nil {
		b.int(claimFollows)
		b.claim(t.Claim)
	}
	if len(t.Targets) > 0 {
		b.int(targetsFollow)
		list(b, t.Targets, func(m TargetMove) {
			b.sum(m.Sum)
			b.day(m.On)
			b.text(m.By)
			if !m.Of.IsZero() {
				b.text(m.Of.String())
			}
		})
	}
	if len(t.Hands) > 0 {
		b.int(listFollows)
		list(b, t.Hands, func(h Hand) { b.text(h.Officer); b.text(h.Party); b.text(string(h.Did)); b.day(h.On) })
	}
	b.holidays(t.Holidays)
}

func (b *canonical) receipt(r Receipt)  { b.text(r.By); b.day(r.On); b.text(r.Manner) }
func (b *canonical) line(l Line)        { b.text(l.From); b.text(l.To); b.sum(l.Sum) }
func (b *canonical) input(v InputValue) { b.text(v.Name); b.num(&v.Value) }
func (b *canonical) reason(r Reason)    { b.text(r.Name); b.text(r.Words) }

func (b *canonical) figure(f *Figure) {
	b.flag(f != nil)
	if f == nil {
		return
	}
	b.num(f.Value)
	list(b, f.Inputs, b.input)
	b.int(int64(f.Band))
	b.flag(f.Final)
	b.flag(f.Assumed)
	b.ref(f.By)
	b.flag(f.Pending != nil)
	if p := f.Pending; p != nil {
		b.num(p.Value)
		list(b, p.Inputs, b.input)
		b.int(int64(p.Band))
	}
}

// ends writes the one notice that ends an agreement, or none, or a list.
func (b *canonical) ends(notices []Key) {
	switch len(notices) {
	case 0:
		b.key(Key{})
	case 1:
		b.key(notices[0])
	default:
		b.int(listFollows)
		list(b, notices, b.key)
	}
}

// listFollows stands where else the length of a name does.
const listFollows = -1

// These stand where else a list or a settlement ends.
const (
	targetsFollow  = -101
	refusedFollows = -102
)

// inputsFollow stands where else a band does.
const inputsFollow = -1

func (b *canonical) answer(a *Answer) {
	b.flag(a != nil)
	if a == nil {
		return
	}
	if len(a.Inputs) > 0 {
		b.int(inputsFollow)
		list(b, a.Inputs, b.input)
	}
	b.int(int64(a.Band))
	b.flag(a.Date != nil)
	if a.Date != nil {
		b.day(*a.Date)
	}
	b.flag(a.Sum != nil)
	if a.Sum != nil {
		b.sum(*a.Sum)
	}
	b.num(a.Value)
	b.text(a.Words)
}

func (b *canonical) ballot(v *Ballot) {
	b.flag(v != nil)
	if v == nil {
		return
	}
	b.int(int64(v.Stage))
	b.text(v.About)
	b.answer(v.Answer)
	list(b, v.Votes, b.vote)
	list(b, v.Earlier, b.vote)
	list(b, v.Reasons, b.reason)
	list(b, v.Evidence, b.text)
	list(b, v.Silent, b.text)
	b.newText(v.Text)
}

func (b *canonical) vote(v Vote) {
	b.text(v.By)
	b.day(v.On)
	b.text(string(v.Choice))
	b.text(v.Conflict)
	b.flag(v.Aside)
	b.answer(v.Answer)
}

func (b *canonical) settlement(s *Settlement) {
	b.num(&s.Score)
	b.sum(s.Raw)
	b.sum(s.Sum)
	b.sum(s.Beyond)
	b.flag(s.Pain)
	list(b, s.Bearers, b.line)
	list(b, s.Lines, b.line)
	b.int(int64(s.Corrected))
	if f := s.Fund; f != nil {
		b.int(listFollows)
		b.sum(f.Available)
		b.sum(f.Spent)
		b.sum(f.Reserve)
		b.sum(f.Kept)
		list(b, f.OffNext, b.line)
	}
	if s.Refused {
		b.int(refusedFollows)
	}
}

func (b *canonical) effect(e Effect) {
	switch e := e.(type) {
	case Moved:
		b.text("moved")
		b.key(e.Key)
		b.text(e.Move)
		b.text(e.From)
		b.text(e.To)
		b.day(e.On)
		b.ref(e.Says)
	case Notified:
		b.text("notified")
		list(b, e.Who, b.text)
		b.key(e.About)
		b.flag(e.Remind)
		b.day(e.On)
		b.ref(e.Says)
	case Rescheduled:
		b.text("rescheduled")
		b.key(e.Key)
		b.text(e.Move)
		b.day(e.Was)
		b.day(e.Day)
		b.ref(e.Says)
	case Owed:
		b.text("owed")
		b.key(e.Key)
		b.day(e.Due)
		list(b, e.Lines, b.line)
		b.ref(e.Says)
	case Paid:
		b.text("paid")
		b.key(e.Key)
		b.day(e.On)
		list(b, e.Lines, b.line)
		b.ref(e.Says)
	case Scored:
		b.text("scored")
		b.key(e.Key)
		b.settlement(&e.Settlement)
		b.ref(e.Says)
	case Valued:
		b.text("valued")
		b.text(e.Measure)
		b.period(e.Period)
		b.num(e.Value)
		b.int(int64(e.Band))
		b.day(e.On)
		b.ref(e.Says)
	default:
		panic(fmt.Sprintf("record: unknown effect %T", e))
	}
}
