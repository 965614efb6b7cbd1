package report

import (
	"bytes"
	"encoding/csv"
	"fmt"

	"concordat/engine/value"
)

// Due is the task list: who owes what by when, and what follows if it is late.
func (p *Page) Due(tasks []Task, upTo value.Date, several bool) {
	p.Head("Due up to %s", upTo)
	if len(tasks) == 0 {
		p.Line("nothing")
		return
	}
	table := Table{}
	for _, t := range tasks {
		table.Row(t.when(), t.agreement(several)+t.As+": "+t.Do)
		if t.Then != "" {
			table.Row("", fmt.Sprintf("if not: %s (%s)", t.Then, short(t.machine, t.Says)))
		}
	}
	p.Table(table)
}

func (t *Task) agreement(several bool) string {
	if several {
		return t.Agreement + ", "
	}
	return ""
}

func (t *Task) when() string {
	if !t.By.IsSet() {
		return "no day set"
	}
	return t.By.String()
}

type dueJSON struct {
	SchemaVersion int        `json:"schema_version"`
	UpTo          string     `json:"up_to"`
	Tasks         []taskJSON `json:"tasks"`
}

type taskJSON struct {
	Agreement string   `json:"agreement"`
	By        string   `json:"by,omitempty"`
	Who       []string `json:"who"`
	Do        string   `json:"do"`
	IfNot     string   `json:"if_not,omitempty"`
	place
}

// DueJSON is the same for machines.
func DueJSON(tasks []Task, upTo value.Date) ([]byte, error) {
	out := dueJSON{SchemaVersion: 1, UpTo: upTo.ISO(), Tasks: []taskJSON{}}
	for _, t := range tasks {
		out.Tasks = append(out.Tasks, taskJSON{Agreement: t.Agreement, By: t.By.ISO(), Who: t.Who, Do: t.Do, IfNot: t.Then, place: placeOf(t.machine, t.Says)})
	}
	return Indent(out)
}

// DueCSV is the same for a spreadsheet: a row a party.
func DueCSV(tasks []Task) ([]byte, error) {
	rows := [][]string{{"agreement", "by", "who", "do", "if not", "statement"}}
	for _, t := range tasks {
		for _, who := range t.Who {
			rows = append(rows, []string{t.Agreement, t.By.ISO(), who, t.Do, t.Then, t.Says.String()})
		}
	}
	return table(rows)
}

func table(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	err := csv.NewWriter(&b).WriteAll(rows)
	return b.Bytes(), err
}
