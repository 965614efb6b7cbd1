package render

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine/machine"
)

// process says what starts it and when it is over, and each step after it.
func (c *contractor) process(p *part, x *machine.Process) {
	chart := c.chart(x.Name)
	var starts []string
	if x.FirstDay {
		starts = append(starts, "on the first day of the term")
	}
	if mv := move(chart, "start"); mv != nil {
		starts = append(starts, "when "+who(mv.By)+" "+plural(mv.By, "starts")+" it")
	}
	for _, other := range x.After {
		starts = append(starts, fmt.Sprintf("when `%s` is done", other))
	}
	ends := "What is not done on the agreement's last day falls away."
	if chart.Survives {
		ends = "What is not done on the agreement's last day is still done."
	}
	c.rule(p, x.Title, x.Name).rules(
		fmt.Sprintf("It starts %s, and is done when each of its %d steps is done.", strings.Join(starts, ", or "), len(x.Steps)),
		ends)
	for i := range x.Steps {
		c.step(p, x, &x.Steps[i])
	}
}

func (c *contractor) step(p *part, x *machine.Process, s *machine.Step) {
	chart := c.chart(s.Name)
	opens := fmt.Sprintf("It opens when %s %s done.", quoted(s.After), isAre(len(s.After)))
	if s.Start {
		opens = fmt.Sprintf("It opens when `%s` starts.", x.Name)
	}
	out := c.rule(p, s.Title, s.Name)
	out.rules(opens, c.ledBy(chart, s))
	for _, e := range s.Evidence {
		out.rules(fmt.Sprintf("Before it is complete, this must be shown: %s (`%s`).", lower(e.Title), e.Name))
	}
	if len(s.Scored) > 0 {
		out.rules("Offers are compared by " + criteria(s.Scored) + ".")
	}
	if day := by(chart, "late"); day != "" {
		out.rules("It is completed at the latest "+day+".",
			orNothing(does(move(chart, "late")), "If its time is over: %s. It can still be completed."))
	}
	if s.Gate != "" {
		out.rules(fmt.Sprintf("It is done only once `%s` is adopted. %s", s.Gate, refusal(move(chart, "refused"))))
	}
	for i := range chart.Moves {
		mv := &chart.Moves[i]
		if by, back := strings.CutPrefix(mv.ID, "back "); back {
			out.rules(fmt.Sprintf("Where `%s` is adopted, the work goes back to `%s`; it and what follows it are done again.", by, mv.Do[0].On))
		}
	}
	for _, name := range s.Aside {
		out.rules(fmt.Sprintf("%s stands aside, for it took part in an earlier step.", titleCase(name)))
	}
}

// ledBy is who completes a step, in which role, and who works on it too.
func (c *contractor) ledBy(chart *machine.Chart, s *machine.Step) string {
	lead := "Led by " + s.Lead
	if i := slices.IndexFunc(chart.Moves, func(mv machine.Move) bool { return mv.On == machine.OnComplete }); i >= 0 {
		lead = "Led by " + who(chart.Moves[i].By)
	}
	if s.Role != "" {
		lead += " as " + strings.ReplaceAll(s.Role, "_", " ")
	}
	if len(s.With) > 0 {
		lead += ", with " + list(s.With)
	}
	return lead + "."
}

// criteria are what offers are compared by: "price (40%) and quality (60%)".
func criteria(of []machine.Criterion) string {
	out := make([]string, len(of))
	for i, x := range of {
		out[i] = fmt.Sprintf("%s (%s)", strings.ReplaceAll(x.Name, "_", " "), percent(x.Part))
	}
	return list(out)
}

// refusal is what follows when a gate's decision is not adopted.
func refusal(mv *machine.Move) string {
	switch {
	case mv == nil:
		return ""
	case len(mv.Do) == 0:
		return "If it is not, the step stays open."
	case mv.Do[0].Verb == machine.StopProcess:
		return "If it is not, the process ends there."
	default:
		return fmt.Sprintf("If it is not, the work goes back to `%s`; it and what follows it are done again.", mv.Do[0].On)
	}
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
