package difference

import (
	"bytes"

	"concordat/cmd/concordat/report"

	"concordat/dsl/diff"
	"concordat/engine/value"
)

type differenceJSON struct {
	SchemaVersion int          `json:"schema_version"`
	Agreement     string       `json:"agreement"`
	Title         string       `json:"title"`
	Old           string       `json:"old"`
	New           string       `json:"new"`
	Level         string       `json:"level,omitempty"`
	Parties       []sideJSON   `json:"parties"`
	Changes       []changeJSON `json:"changes"`
	Pounds        *poundsJSON  `json:"pounds,omitempty"`
}

type sideJSON struct {
	Party  string      `json:"party"`
	Effect diff.Effect `json:"effect"`
}

type changeJSON struct {
	Fingerprint string      `json:"fingerprint"`
	Rule        string      `json:"rule"`
	Area        diff.Area   `json:"area"`
	Aspect      diff.Aspect `json:"aspect"`
	Action      diff.Action `json:"action"`
	Level       string      `json:"level"`
	Block       string      `json:"block"`
	Was         string      `json:"was_called,omitempty"`
	Keyword     string      `json:"keyword"`
	Statement   string      `json:"statement,omitempty"`
	Old         string      `json:"old,omitempty"`
	New         string      `json:"new,omitempty"`
	OldLine     int         `json:"old_line,omitempty"`
	NewLine     int         `json:"new_line,omitempty"`
	By          string      `json:"by,omitempty"`
	Example     string      `json:"example,omitempty"`
	Remark      string      `json:"remark,omitempty"`
	Sides       []sideJSON  `json:"sides"`
	Accepted    *acceptJSON `json:"accepted,omitempty"`
}

type acceptJSON struct {
	On  value.Date `json:"on"`
	Who string     `json:"who"`
	Why string     `json:"why"`
}

func accepted(a *diff.Acceptance) *acceptJSON {
	if a == nil {
		return nil
	}
	return &acceptJSON{a.On, a.Who, a.Why}
}

type poundsJSON struct {
	Played  int         `json:"played"`
	Stories []storyJSON `json:"stories"`
}

type storyJSON struct {
	Title  string    `json:"title"`
	Same   []string  `json:"same,omitempty"`
	Rows   []rowJSON `json:"rows"`
	Untold string    `json:"untold,omitempty"`
}

type rowJSON struct {
	Party  string       `json:"party"`
	Period value.Period `json:"period"`
	Under  string       `json:"under"`
	Before value.Money  `json:"before"` // pence; below zero: pays
	After  value.Money  `json:"after"`
}

// JSON is the report for machines. Sums are pence.
func JSON(r *diff.Report, old, new []byte) ([]byte, error) {
	out := differenceJSON{SchemaVersion: 1, Agreement: r.Name, Title: r.Title, Old: r.Old, New: r.New, Parties: verdictsJSON(r.Parties), Changes: []changeJSON{}}
	if len(r.Changes) > 0 {
		out.Level = r.Level.String()
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		out.Changes = append(out.Changes, changeJSON{Fingerprint: c.Fingerprint(), Accepted: accepted(c.Accepted), Rule: c.Rule(), Area: c.Area, Aspect: c.Aspect, Action: c.Action, Level: c.Level.String(), Block: c.Block, Was: c.Was,
			Keyword: c.Keyword, Statement: c.Statement, Old: c.Old, New: c.New, OldLine: lineAt(old, c.OldAt.Start, c.OldAt.End), NewLine: lineAt(new, c.NewAt.Start, c.NewAt.End),
			By: c.By, Example: c.Example, Remark: c.Remark, Sides: sidesJSON(c.Sides)})
	}
	if r.Pounds != nil {
		out.Pounds = &poundsJSON{Played: r.Pounds.Played, Stories: []storyJSON{}}
		for i := range r.Pounds.Stories {
			out.Pounds.Stories = append(out.Pounds.Stories, storyOf(&r.Pounds.Stories[i]))
		}
	}
	return report.Indent(out)
}

func storyOf(s *diff.Story) storyJSON {
	out := storyJSON{Title: s.Title, Same: s.Same, Untold: s.Untold, Rows: []rowJSON{}}
	for _, r := range s.Rows {
		out.Rows = append(out.Rows, rowJSON{r.Party, r.Period, r.Cause, r.Before, r.After})
	}
	return out
}

func verdictsJSON(of []diff.Verdict) []sideJSON {
	out := make([]sideJSON, len(of))
	for i, v := range of {
		out[i] = sideJSON(v.Side)
	}
	return out
}

func sidesJSON(of []diff.Side) []sideJSON {
	out := make([]sideJSON, len(of))
	for i, s := range of {
		out[i] = sideJSON(s)
	}
	return out
}

// lineAt is the line of a place in a text, from 1; 0 where there is no place.
func lineAt(text []byte, start, end int) int {
	if end == 0 {
		return 0
	}
	return 1 + bytes.Count(text[:start], []byte("\n"))
}
