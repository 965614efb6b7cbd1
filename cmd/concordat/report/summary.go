package report

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine"
	"concordat/engine/explain"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/scenario"
	"concordat/engine/value"
)

// summary is what a status page says.
type summary struct {
	SchemaVersion int           `json:"schema_version"`
	Agreement     string        `json:"agreement"`
	Title         string        `json:"title"`
	Fingerprint   string        `json:"fingerprint"`
	State         string        `json:"state"`
	AsAt          value.Date    `json:"as_at"`
	Known         string        `json:"known_by,omitempty"`
	Events        uint64        `json:"events"`
	First         value.Date    `json:"first_day"`
	Last          value.Date    `json:"last_day"`
	Unsigned      []string      `json:"not_signed,omitempty"`
	Behind        value.Date    `json:"not_run_from,omitempty"`
	Figures       []figureLine  `json:"figures"`
	Results       []resultLine  `json:"results"`
	Outcomes      []outcomeLine `json:"outcomes,omitempty"`
	Processes     []processLine `json:"processes,omitempty"`
	Open          []openLine    `json:"open"`
	Money         []moneyLine   `json:"money"`
	Officers      []officerLine `json:"officers,omitempty"`
	Holidays      []holidayLine `json:"bank_holidays_proclaimed,omitempty"`
	Due           []taskJSON    `json:"due"`
}

type holidayLine struct {
	Day      value.Date `json:"day"`
	Name     string     `json:"name"`
	Instead  string     `json:"instead_of,omitempty"`
	Source   string     `json:"source"`
	By       string     `json:"by"`
	Recorded value.Date `json:"on"`
	words    string
}

func holidayLines(a run.Agreement) []holidayLine {
	var out []holidayLine
	for _, h := range explain.Holidays(a.Machine, a.State) {
		line := holidayLine{Day: h.Day, Name: h.Name, Source: h.Source, By: h.By, Recorded: h.On, words: h.Words}
		if h.Instead.IsSet() {
			line.Instead = h.Instead.ISO()
		}
		out = append(out, line)
	}
	return out
}

type figureLine struct {
	Measure string `json:"measure"`
	Period  string `json:"period"`
	Value   string `json:"value,omitempty"`
	Band    string `json:"band,omitempty"`
	State   string `json:"state"`
	since   value.Date
}

type resultLine struct {
	Gainshare string `json:"gainshare"`
	Period    string `json:"period"`
	State     string `json:"state"`
	Words     string `json:"words"`
}

type openLine struct {
	Kind  string `json:"kind"`
	Thing string `json:"thing"`
	State string `json:"state"`
	Words string `json:"words"`
}

type moneyLine struct {
	Block string      `json:"block"`
	Paid  value.Money `json:"paid_pence"`
	words string
	Next  value.Date `json:"next,omitempty"`
	next  string
}

func summaryOf(a run.Agreement, today value.Date) summary {
	s := summary{SchemaVersion: 1, Agreement: a.Name, Title: a.Machine.Title, Fingerprint: a.Fingerprint, State: state(a), AsAt: today,
		Events: a.Seq, First: a.Machine.First, Last: a.Machine.Last, Behind: value.NoDate}
	for _, d := range explain.Duties(a.Machine, a.State) {
		if d.Key.Chart == string(machine.KindAgreement) && s.State == "draft" {
			s.Unsigned = d.Who
		}
	}
	if wake := a.State.Wake(); wake.IsSet() && wake < today {
		s.Behind = wake
	}
	for i := range a.Machine.Charts {
		c := &a.Machine.Charts[i]
		switch c.Kind {
		case machine.KindFigure:
			s.Figures = append(s.Figures, figureLines(a, c, today)...)
		case machine.KindClaim:
			s.Outcomes = append(s.Outcomes, outcomeLines(a, c)...)
		case machine.KindSettlement:
			s.Results = append(s.Results, resultLines(a, c)...)
		case machine.KindDecision, machine.KindDispute, machine.KindNotice, machine.KindReview, machine.KindRegister:
			s.Open = append(s.Open, openLines(a, c, today)...)
		case machine.KindPayment:
			s.Money = append(s.Money, moneyOf(a, c)...)
		}
	}
	s.Processes = processLines(a)
	s.Officers = officerLines(a, today)
	s.Holidays = holidayLines(a)
	return s
}

// yearBack is how far a status page looks back.
const yearBack = 365

func figureLines(a run.Agreement, c *machine.Chart, today value.Date) []figureLine {
	var out []figureLine
	for t := range a.State.Of(c.ID) {
		if t.State == "scheduled" || t.State == "fallen away" || a.Machine.YearStart.Last(t.Period) < today.AddDays(-yearBack) {
			continue
		}
		line := figureLine{Measure: c.ID, Period: a.Machine.YearStart.Label(t.Period), State: t.State, since: t.Since}
		line.Value, line.Band = figureWords(a, t)
		out = append(out, line)
	}
	slices.SortStableFunc(out, func(x, y figureLine) int { return strings.Compare(x.Period, y.Period) })
	return out
}

// figureWords is a figure's value, or what is on its way, and its band.
func figureWords(a run.Agreement, t *engine.Thing) (figure, band string) {
	me := a.Machine.Measure(t.Key.Chart)
	if t.Figure == nil {
		return "", ""
	}
	if p := t.Figure.Pending; p != nil {
		switch {
		case p.Value != nil:
			return p.Value.Decimal(me.Places), "not final"
		case len(p.Inputs) > 0:
			return inputs(p.Inputs), "not final"
		}
	}
	w, _ := engine.WorthOf(a.Machine, a.State, me.Name, t.Period)
	if w.Value != nil {
		figure = w.Value.Decimal(me.Places)
	}
	return figure, w.Band.String()
}

func inputs(in []engine.InputValue) string {
	parts := make([]string, len(in))
	for i, x := range in {
		parts[i] = x.Value.String()
	}
	return strings.Join(parts, "/")
}

func resultLines(a run.Agreement, c *machine.Chart) []resultLine {
	var out []resultLine
	for t := range a.State.Of(c.ID) {
		if t.State == c.States[0].Name && a.Machine.FirstDay(t.Period) > a.State.Today {
			continue
		}
		out = append(out, resultLine{Gainshare: c.ID, Period: a.Machine.YearStart.Label(t.Period), State: t.State, Words: resultWords(a.Machine, t)})
	}
	return out
}

func resultWords(m *machine.Machine, t *engine.Thing) string {
	x := t.Settlement
	if x == nil {
		return t.State
	}
	if m.Ratecard(t.Key.Chart) != nil {
		return fmt.Sprintf("%s for %d claim(s), settled on %s", x.Sum, len(x.Because.From), t.Since)
	}
	if x.Fund != nil {
		return fmt.Sprintf("%s; %s since %s", scenario.FundWords(x), t.State, t.Since)
	}
	if g := m.Gainshare(t.Key.Chart); g != nil && g.Cost != nil {
		return costWords(x, t)
	}
	words := fmt.Sprintf("score %s, %s, %s since %s", x.Score, gainOrPain(x), t.State, t.Since)
	if x.Beyond > 0 {
		words += fmt.Sprintf("; %s lies beyond the cap", x.Beyond)
	}
	if x.Corrected > 0 {
		words += fmt.Sprintf("; corrected %d time(s)", x.Corrected)
	}
	return words
}

// costWords says what a year's shared cost came to.
func costWords(x *engine.Settlement, t *engine.Thing) string {
	words := "nothing shared"
	switch {
	case x.Pain && x.Raw > 0:
		words = x.Sum.String() + " of an overrun"
	case x.Raw > 0:
		words = x.Sum.String() + " of a saving"
	}
	words += fmt.Sprintf(", %s since %s", t.State, t.Since)
	if x.Beyond > 0 {
		words += fmt.Sprintf("; %s lies beyond the cap", x.Beyond)
	}
	if x.Corrected > 0 {
		words += fmt.Sprintf("; corrected %d time(s)", x.Corrected)
	}
	return words
}

func gainOrPain(x *engine.Settlement) string {
	switch {
	case x.Sum == 0:
		return "no gain and no pain"
	case x.Pain:
		return "pain of " + x.Sum.String()
	}
	return "gain of " + x.Sum.String()
}

// openLines are openings that somebody must still act on, or that ended not long ago.
func openLines(a run.Agreement, c *machine.Chart, today value.Date) []openLine {
	var out []openLine
	for t := range a.State.Of(c.ID) {
		if t.State == "scheduled" || t.State == "fallen away" || t.Since < today.AddDays(-yearBack) || c.Kind == machine.KindReview && (t.State == "held" || t.State == "due") ||
			c.Kind == machine.KindRegister && c.State(t.State).Waits == nil {
			continue
		}
		words := fmt.Sprintf("%s: %s since %s", openingWords(t), t.State, t.Since)
		if answer := answerWords(t); answer != "" {
			words += ", " + answer
		}
		if day := t.Day(machine.AnchorEffect); day.IsSet() {
			words += ", takes effect on " + day.String()
		}
		out = append(out, openLine{Kind: string(c.Kind), Thing: t.Key.String(), State: t.State, Words: words})
	}
	return out
}

func moneyOf(a run.Agreement, c *machine.Chart) []moneyLine {
	line := moneyLine{Block: c.ID, Next: value.NoDate, words: "paid so far"}
	held := 0
	went := map[engine.Line]bool{} // from whom to whom money has gone; Sum is 0
	for t := range a.State.Of(c.ID) {
		switch {
		case t.Payment.Paid.IsSet():
			line.Paid += total(t.Payment.Lines)
			for _, l := range t.Payment.Lines {
				went[engine.Line{From: l.From, To: l.To}] = true
				if went[engine.Line{From: l.To, To: l.From}] {
					line.words = "paid so far, counting what went each way"
				}
			}
		case len(t.Payment.Held) > 0:
			held++
		case t.State == "scheduled" && (!line.Next.IsSet() || t.Payment.Due < line.Next):
			line.Next = t.Payment.Due
			line.next = fmt.Sprintf(", next %s on %s", total(t.Payment.Lines), t.Payment.Due)
		}
	}
	if held > 0 {
		line.next += fmt.Sprintf(", %d held back", held)
	}
	if line.Paid == 0 && line.next == "" {
		return nil
	}
	return []moneyLine{line}
}
