package render

import (
	"fmt"
	"slices"
	"strings"

	"concordat/engine/machine"
)

// Mermaid draws the life of one kind of thing as a Mermaid state diagram. The
// chart alone decides the picture: states by name, arrows that say who acts,
// which day passes, or what else has come about.
func Mermaid(c *machine.Chart) string {
	var b strings.Builder
	b.WriteString("stateDiagram-v2\n")
	for i := range c.States {
		fmt.Fprintf(&b, "    state \"%s\" as %s\n", stateLabel(&c.States[i]), stateID(c, c.States[i].Name))
	}
	for _, a := range arrows(c) {
		fmt.Fprintf(&b, "    %s --> %s", mermaidEnd(c, a.from), mermaidEnd(c, a.to))
		if len(a.labels) > 0 {
			// A colon or semicolon would end a Mermaid label.
			label := strings.NewReplacer(":", ",", ";", ",", `"`, "'", "#", "no.").Replace(strings.Join(a.labels, "\x00"))
			fmt.Fprintf(&b, " : %s", strings.ReplaceAll(label, "\x00", "<br/>"))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// DOT draws the same picture for Graphviz.
func DOT(c *machine.Chart) string {
	var b strings.Builder
	fmt.Fprintf(&b, "digraph %s {\n  label=%s labelloc=t rankdir=LR fontname=\"sans-serif\"\n", quote(c.ID), quote(c.Title))
	b.WriteString("  node [shape=box style=rounded fontname=\"sans-serif\"]\n  edge [fontname=\"sans-serif\" fontsize=10]\n")
	b.WriteString("  start [shape=circle style=filled fillcolor=black label=\"\" width=0.2]\n")
	for i := range c.States {
		border := ""
		if c.States[i].End {
			border = " peripheries=2"
		}
		fmt.Fprintf(&b, "  %s [label=%s%s]\n", stateID(c, c.States[i].Name), quote(stateLabel(&c.States[i])), border)
	}
	for _, a := range arrows(c) {
		if a.to == "" {
			continue // an end is shown by its double border
		}
		from := "start"
		if a.from != "" {
			from = stateID(c, a.from)
		}
		fmt.Fprintf(&b, "  %s -> %s [label=%s]\n", from, stateID(c, a.to), quote(strings.Join(a.labels, "\n")))
	}
	b.WriteString("}\n")
	return b.String()
}

// arrow joins every move between the same two states. An empty from is the
// start, an empty to the end.
type arrow struct {
	from, to string
	labels   []string
}

func arrows(c *machine.Chart) []arrow {
	var out []arrow
	add := func(from, to, label string) {
		at := slices.IndexFunc(out, func(a arrow) bool { return a.from == from && a.to == to })
		if at < 0 {
			out = append(out, arrow{from: from, to: to})
			at = len(out) - 1
		}
		if label != "" && !slices.Contains(out[at].labels, label) {
			out[at].labels = append(out[at].labels, label)
		}
	}
	if !slices.ContainsFunc(c.Moves, func(mv machine.Move) bool { return len(mv.From) == 0 }) {
		add("", c.States[0].Name, "")
	}
	for i := range c.Moves {
		mv := &c.Moves[i]
		label := moveLabel(c, mv)
		if len(mv.From) == 0 {
			add("", mv.To, label)
		}
		for _, from := range mv.From {
			to := mv.To
			if to == "" {
				to = from
			}
			add(from, to, label)
		}
	}
	for _, s := range c.States {
		if s.End {
			add(s.Name, "", "")
		}
	}
	return out
}

func stateLabel(s *machine.State) string {
	if s.Waits == nil {
		return s.Name
	}
	return fmt.Sprintf("%s (waits for %s)", s.Name, who(s.Waits))
}

func stateID(c *machine.Chart, name string) string {
	return fmt.Sprintf("s%d", slices.IndexFunc(c.States, func(s machine.State) bool { return s.Name == name }))
}

func mermaidEnd(c *machine.Chart, state string) string {
	if state == "" {
		return "[*]"
	}
	return stateID(c, state)
}

// quote writes a DOT string; a line break inside stays one.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}

// moveLabel says what makes a move and what it does: "slam returns", "15
// working days after the end of its period", "nobody carries it / lapse".
func moveLabel(c *machine.Chart, mv *machine.Move) string {
	label := trigger(c, mv)
	if does := doing(mv, inPicture); len(does) > 0 {
		label += " → " + strings.Join(does, ", ")
	}
	return label
}

var actWords = map[machine.Trigger]string{
	machine.OnSign: "signs", machine.OnReturn: "returns", machine.OnAccept: "accepts",
	machine.OnContest: "contests", machine.OnRestate: "restates", machine.OnPropose: "proposes",
	machine.OnVote: "votes", machine.OnServe: "serves", machine.OnWithdraw: "withdraws",
	machine.OnClaim: "claims it", machine.OnVerify: "verifies it", machine.OnReject: "rejects it", machine.OnOverturn: "overturns it",
	machine.OnRaise: "raises it", machine.OnSettle: "settles", machine.OnHold: "holds it", machine.OnEnter: "enters it", machine.OnStart: "starts it", machine.OnEvidence: "shows evidence", machine.OnComplete: "completes it",
	machine.OnAnswer: "answers",
}

var signalWords = map[machine.Trigger]string{
	machine.OnSentBack: "the process goes back", machine.OnStopped: "the process ends",
	machine.OnSigned:   "every party has signed",
	machine.OnAdopted:  "the votes carry it",
	machine.OnRejected: "the votes do not carry it",
	machine.OnDecided:  "decided",
	machine.OnSettled:  "the dispute has ended",
	machine.OnReady:    "every figure it needs is final",
	machine.OnTrue:     "the condition holds",
	machine.OnFalse:    "the condition no longer holds",
	machine.OnRestated: "a figure is restated",
	machine.OnGiven:    "given",
	machine.OnEnded:    "the agreement has ended",
	machine.OnMoot:     "no longer needed",
	machine.OnPaid:     "its payment is made",
	machine.OnHeldBack: "held back by a dispute",
	machine.OnReleased: "released",
}

// processWords are those that mean something else for a process and its steps.
var processWords = map[machine.Kind]map[machine.Trigger]string{
	machine.KindProcess: {machine.OnReady: "every step is done"},
	machine.KindStep: {
		machine.OnReady: "every step before it is done", machine.OnDecided: "its gate's decision is adopted",
		machine.OnRejected: "its gate's decision is not adopted",
	},
}

func trigger(c *machine.Chart, mv *machine.Move) string {
	if verb, ok := actWords[mv.On]; ok {
		return who(mv.By) + " " + plural(mv.By, verb)
	}
	if mv.On == machine.OnDeadline && mv.At != nil {
		return deadline(c, mv.At)
	}
	if c.Kind == machine.KindClaim && (mv.On == machine.OnReady || mv.On == machine.OnMoot) {
		return "its period is settled"
	}
	if words, ok := processWords[c.Kind][mv.On]; ok {
		return words
	}
	if words, ok := signalWords[mv.On]; ok {
		return words
	}
	return string(mv.On)
}

// plural fits a verb to those who act: "the members of leadership vote".
func plural(w *machine.Who, verb string) string {
	if w == nil || w.Group == "" && len(w.Parties) < 2 {
		return verb
	}
	first, rest, _ := strings.Cut(verb, " ")
	return strings.TrimSpace(strings.TrimSuffix(first, "s") + " " + rest)
}
