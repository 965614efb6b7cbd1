package engine

import (
	"fmt"
	"slices"

	"concordat/engine/known"
	"concordat/engine/machine"
	"concordat/engine/refusal"
	"concordat/engine/sums"
	"concordat/engine/value"
)

// sign records a party's signature on the text with this fingerprint.
func (w *work) sign(e Signed) error {
	a := w.Edit(Key{Chart: known.AgreementChart})
	mv := w.MoveOn(a, machine.OnSign)
	if mv == nil {
		return refusal.SignedByAll(a)
	}
	if len(w.M.Holes) > 0 {
		return refusal.HasHoles(w.M)
	}
	if !w.Among(e.By, nil, *mv.By) {
		return w.notYours(e.By, mv.Says, "sign", *mv.By)
	}
	if w.today > w.M.Last {
		return refusal.TermOver(w.M)
	}
	for _, s := range a.Signatures {
		if s.By == e.By {
			return refusal.SignedAlready(s)
		}
	}
	if have := w.M.Fingerprint(); have != e.Fingerprint {
		return refusal.OtherText(e.Fingerprint, have)
	}
	a.Signatures = append(slices.Clip(a.Signatures), Signature{By: e.By, On: w.today})
	w.effects = append(w.effects, Moved{Key: a.Key, Move: mv.ID, From: a.State, To: a.State, On: w.today, Says: mv.Says})
	if len(a.Signatures) == len(w.M.Parties) {
		w.signal(a.Key, machine.OnSigned, Key{}, nil)
		w.drain()
		w.runTo(known.Morning(w.today)) // signed late: in force at once
	}
	return nil
}

// inForce refuses what only an agreement in force allows.
func (w *work) inForce(says machine.Ref) error {
	if w.Practised() {
		return refusal.NotInShadow(w.M, says)
	}
	return w.underWay(says)
}

// underWay refuses what needs an agreement that is in force or practised.
func (w *work) underWay(says machine.Ref) error {
	a := w.Find(Key{Chart: known.AgreementChart})
	if !w.Begun() && !w.Practised() {
		return refusal.NotBegun(w.M, w.Unsigned(a))
	}
	if end := w.EndedOn(); end.IsSet() && !w.Survives(says.Block) {
		return refusal.OverNow(says.Block, end)
	}
	return nil
}

// notYours refuses an act to one who may not do it, or no longer.
func (w *work) notYours(by string, says machine.Ref, act string, may machine.Who) error {
	if w.HasLeft(by) {
		return refusal.HasLeft(by, says, act)
	}
	return refusal.NotYours(by, says, act, may)
}

// begin brings everything to life that the term holds: a figure, a review, an
// instalment and a settlement for each of their periods, and the rules.
func (w *work) begin() {
	w.note(w.Edit(Key{Chart: known.AgreementChart}), known.AnchorBegun, w.today)
	w.bring(func(*machine.Chart, value.Period) bool { return true })
}

// practise brings to life what the shadow period holds: a figure and a review for
// each of its periods that is not over.
func (w *work) practise() {
	w.note(w.Edit(Key{Chart: known.AgreementChart}), known.AnchorPractised, w.today)
	w.bringShadow(func(*machine.Chart, value.Period) bool { return true })
}

// bringShadow brings to life what is wanted of the shadow period.
func (w *work) bringShadow(wanted func(*machine.Chart, value.Period) bool) {
	for i := range w.M.Charts {
		c := &w.M.Charts[i]
		if c.Every == value.NoPeriod || c.Kind != machine.KindFigure && c.Kind != machine.KindReview {
			continue
		}
		for _, p := range w.M.YearStart.Over(c.Every, w.M.Shadow.First, w.M.First.AddDays(-1)) {
			if w.M.InShadow(p) && w.M.YearStart.Last(p) >= w.today && wanted(c, p) {
				w.bringToLife(i, p)
			}
		}
	}
}

// bring brings to life what is wanted of all that the term holds.
func (w *work) bring(wanted func(*machine.Chart, value.Period) bool) {
	for i := range w.M.Charts {
		c := &w.M.Charts[i]
		switch {
		case c.Every == value.NoPeriod && !wanted(c, value.Period{}):
		case c.Kind == machine.KindRule, c.Kind == machine.KindRoute, c.Kind == machine.KindContract, c.Kind == machine.KindReview && c.Every == value.NoPeriod:
			w.create(i, Key{Chart: c.ID}, value.Period{}, Key{})
		case c.Kind == machine.KindProcess && w.M.Process(c.ID).FirstDay:
			w.startProcess(w.M.Process(c.ID), machine.Ref{Block: c.ID, Statement: "starts"})
		case c.Every != value.NoPeriod:
			for _, p := range w.M.Periods(c.Every) {
				if wanted(c, p) {
					w.bringToLife(i, p)
				}
			}
		}
	}
}

func (w *work) bringToLife(chart int, p value.Period) {
	c := &w.M.Charts[chart]
	key := Key{Chart: c.ID, Of: p.String()}
	if c.Kind != machine.KindPayment {
		w.create(chart, key, p, Key{})
		return
	}
	if f := w.M.Funding(c.Block); f != nil {
		if _, _, _, n := sums.Instalment(w.M, f, p); n > 0 {
			w.readyInstalment(w.create(chart, key, p, Key{}), f)
		}
	}
}

// endMembership ends what the party that gave notice is a member of. One party
// alone has agreed with nobody: with the last but one the agreement ends.
func (w *work) endMembership(t *Thing) {
	a := w.Edit(Key{Chart: known.AgreementChart})
	a.Left = append(slices.Clip(a.Left), Receipt{By: t.Notice.By, On: w.today})
	if len(a.Left) > len(w.M.Parties)-2 {
		w.signal(a.Key, machine.OnEnded, t.Key, nil)
	}
	w.leftOut()
}

// endAgreement ends it on the day on which the notice takes effect that the
// decision was about; without one, today.
func (w *work) endAgreement(t *Thing, a *machine.Action) {
	if a.After == machine.AnchorTermEnd {
		return // the term ends it; it is on record that nothing comes after
	}
	agreement := w.Edit(Key{Chart: known.AgreementChart})
	if n := w.Find(t.Opener); a.After == machine.AnchorEffect && n != nil && n.Notice != nil {
		w.EndWith(n.Key)
		w.endMoved()
		return
	}
	if mv := w.MoveOn(agreement, machine.OnEnded); mv != nil {
		w.make(agreement, mv, nil)
	}
}

// endMoved sets the agreement's last day anew.
func (w *work) endMoved() { w.schedule(w.Edit(Key{Chart: known.AgreementChart})) }

// ended lets go of what was to come after the last day, and of what is open under
// a block that does not survive. A period that had begun goes on only where its
// block does.
func (w *work) ended(agreement *Thing) {
	last := w.today
	for _, t := range slices.Collect(w.All()) {
		if t.Key == agreement.Key {
			continue
		}
		c := w.ChartOf(t)
		if t.Period == (value.Period{}) {
			if !c.Survives {
				w.signal(t.Key, machine.OnEnded, agreement.Key, nil)
			}
			continue
		}
		first, end := w.M.FirstDay(t.Period), w.M.LastDay(t.Period)
		switch {
		case first > last, end > last && !c.Survives && c.Kind != machine.KindSettlement && c.Kind != machine.KindPayment:
			w.signal(t.Key, machine.OnEnded, agreement.Key, nil)
		case end > last && c.Kind == machine.KindSettlement:
			w.cutShort(t, agreement.Key)
		case end > last && c.Kind == machine.KindPayment:
			w.repayUnused(t, last)
		}
	}
}

// repayUnused pays back, by days, what was paid in advance for days after the
// last one.
func (w *work) repayUnused(t *Thing, last value.Date) {
	f := w.M.Funding(t.Key.Chart)
	chart := w.M.Chart(t.Key.Chart + known.RepaymentPart)
	if f == nil || !f.Repay || chart < 0 || !t.Payment.Paid.IsSet() {
		return
	}
	first, end := w.M.YearStart.First(t.Period), w.M.YearStart.Last(t.Period)
	part := value.Ratio(int64(end-last), int64(end-first)+1)
	var sum value.Money
	for _, l := range t.Payment.Lines {
		sum += l.Sum
	}
	back, _ := value.FromMoney(sum).Mul(part).Money(w.M.Rounding)
	says := machine.Ref{Block: f.Name, Statement: "if ended"}
	p := w.create(chart, Key{Chart: t.Key.Chart + known.RepaymentPart, Of: t.Key.Of}, t.Period, t.Key)
	w.note(p, machine.AnchorEnd, last)
	p.Payment = &Payment{Lines: sums.Matrix(w.M, back, f.To, f.From), Says: says, Due: value.NoDate, Paid: value.NoDate,
		Because: Derivation{Says: fmt.Sprintf("%d of %d days of %s fall after the agreement's last day: %s of %s goes back (rounded %s)",
			int(end-last), int(end-first)+1, t.Key.Of, back, sum, w.M.Rounding), At: says, From: []Derivation{t.Payment.Because}}}
	w.setDue(p)
	w.effects = append(w.effects, Owed{Key: p.Key, Due: p.Payment.Due, Lines: p.Payment.Lines, Says: says})
}

// repay is `repay by days`, said by something other than the agreement's end.
func (w *work) repay(t *Thing) { w.repayUnused(t, w.today) }

// held records that a review took place.
func (w *work) held(e Held) error {
	at := w.M.Chart(e.Review)
	if at < 0 || w.M.Charts[at].Kind != machine.KindReview {
		return refusal.NoBlock(w.M, "review", e.Review)
	}
	c := &w.M.Charts[at]
	may := known.WhoMay(c, machine.OnHold)
	if may != nil && !w.Among(e.By, nil, *may) {
		return w.notYours(e.By, known.SaysFor(c, machine.OnHold), "hold "+e.Review, *may)
	}
	if err := w.underWay(known.SaysFor(c, machine.OnHold)); err != nil {
		return err
	}
	t := w.Find(Key{Chart: e.Review, Of: e.Period.String()})
	if t == nil {
		return refusal.NoReview(w.M, c, e.Period)
	}
	mv := w.MoveOn(t, machine.OnHold)
	if mv == nil {
		return refusal.NotNow(w.M, t, "hold")
	}
	w.make(w.Edit(t.Key), mv, nil)
	w.askHeld(e.Review)
	return nil
}

// judged puts a band forward for a judged measure: it is the answer on which
// those who decide then vote.
func (w *work) judged(e Judged) error {
	me := w.M.Measure(e.Measure)
	if me == nil {
		return refusal.NoBlock(w.M, "measure", e.Measure)
	}
	if me.Judged == "" {
		return refusal.NotJudged(me)
	}
	if err := w.underWay(machine.Ref{Block: me.Name, Statement: "judged"}); err != nil {
		return err
	}
	about := Key{Chart: me.Name, Of: e.Period.String()}
	if w.Find(about) == nil {
		return refusal.NoPeriod(w.M, me, e.Period)
	}
	open := w.Openings(me.Judged, about.String())
	if len(open) == 0 {
		return refusal.NotNow(w.M, w.Find(about), "judge")
	}
	if len(e.Reasons) == 0 {
		return refusal.SayWhy("judge", machine.Ref{Block: me.Name, Statement: "judged"})
	}
	if len(me.Evidence) > 0 && len(e.Evidence) == 0 {
		return refusal.NoEvidence(me)
	}
	return w.putAnswer(w.Edit(open[0].Key), w.M.Decision(me.Judged), e.By, Answer{Band: e.Band}, e.Reasons, e.Evidence)
}
