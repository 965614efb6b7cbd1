package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"

	"concordat/engine"
	"concordat/engine/run"
	"concordat/engine/scenario"
	"concordat/engine/value"
)

// returnFile records every row of a file as a return of its own.
func (p *program) returnFile(a *act, agreement, path string) error {
	what, err := a.what(p)
	if err != nil {
		return err
	}
	text, err := p.readFile(path)
	if err != nil {
		return err
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff")))).ReadAll()
	if err != nil {
		return usage("", "%s is not a CSV file: %s", path, err)
	}
	if len(rows) == 0 || !slices.Contains(rows[0], "measure") || !slices.Contains(rows[0], "period") {
		return usage("the columns are measure, period, value, on and a column for each input", "the first line of %s does not name the columns", path)
	}
	return p.writing(func(r *run.Shell) error {
		was, err := r.Load(agreement)
		if err != nil {
			return err
		}
		if err := knownParty(was.Machine, what.By); err != nil {
			return err
		}
		what.By, what.As = was.Machine.Acting(what.By)
		refused := 0
		for i, cells := range rows[1:] {
			if err := p.returnRow(r, was, what, a.key, rows[0], cells); err != nil {
				refused++
				fmt.Fprintf(p.err, "%s:%d: ", path, i+2)
				tell(p.err, "", placed(was, err))
			}
		}
		if !p.quiet {
			fmt.Fprintf(p.out, "%d of %d returns stand recorded\n", len(rows)-1-refused, len(rows)-1)
		}
		if refused > 0 {
			return &said{code: exitRefused}
		}
		return nil
	})
}

// returnRow records one row. Only the store can fail for all of them; what is
// wrong with a row is said and the next one is tried.
func (p *program) returnRow(r *run.Shell, a run.Agreement, what engine.Act, key string, columns, cells []string) error {
	ev, err := returnedIn(what, columns, cells)
	if err != nil {
		return err
	}
	if key != "" {
		key = fmt.Sprintf("%s: %s %s", key, ev.Measure, ev.Period)
	}
	done, err := r.Do(a.Name, ev, key)
	switch {
	case err != nil:
		return err
	case p.quiet:
	case done.Already:
		fmt.Fprintf(p.out, "already recorded as event %d: %s\n", done.Seq, scenario.Said(a.Machine, ev))
	default:
		fmt.Fprintf(p.out, "event %d: %s\n", done.Seq, scenario.Said(a.Machine, ev))
	}
	return nil
}

// returnedIn reads a row.
func returnedIn(what engine.Act, columns, cells []string) (engine.Returned, error) {
	ev := engine.Returned{Act: what}
	var err error
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		var bad error
		switch columns[i] {
		case "measure":
			ev.Measure = cell
		case "period":
			ev.Period, bad = value.ParsePeriod(cell)
		case "on":
			ev.On, bad = value.ParseDate(cell)
		default:
			var n value.Num
			n, bad = value.ParseNum(cell)
			if columns[i] == "value" {
				ev.Value = &n
			} else {
				ev.Inputs = append(ev.Inputs, engine.InputValue{Name: columns[i], Value: n})
			}
		}
		err = errors.Join(err, bad)
	}
	if err != nil {
		return ev, usage("", "%s", err)
	}
	if ev.Measure == "" || ev.Period.IsZero() {
		return ev, usage("", "the row does not name a measure and a period")
	}
	return ev, nil
}
