package stated

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"

	"concordat/dsl/syntax"
	"concordat/engine/value"
)

// table is a file of rows, its cells read in the form of their columns.
type table struct {
	columns []column
	rows    [][]cell
	broken  bool // it could not be read: what reads it stays silent
}

type column struct {
	name, title string
	form        syntax.NoteForm
}

// cell is what a row says in a column. Number is of a sum in pence.
type cell struct {
	words  string
	number value.Num
	date   value.Date
}

func (t *table) column(name string) int {
	return slices.IndexFunc(t.columns, func(c column) bool { return c.name == name })
}

// table reads a data block's file.
func (s *settler) table(b *syntax.Block) {
	t := &table{broken: true}
	s.data[b.Name.Name] = t
	for _, v := range syntax.All[*syntax.Column](b, "column") {
		if t.column(v.Name.Name) < 0 {
			t.columns = append(t.columns, column{v.Name.Name, v.Title.Value, v.Form.Word})
		}
	}
	from := syntax.One[*syntax.DataFrom](b, "from")
	if from == nil || from.File.Hole != nil || len(t.columns) == 0 {
		return
	}
	if strings.ContainsAny(from.File.Value, `/\`) {
		s.dataElsewhere(&from.File)
		return
	}
	text, err := s.read(from.File.Value)
	if err != nil {
		s.dataUnread(&from.File, err)
		return
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.Comment, r.TrimLeadingSpace = '#', true
	lines, err := r.ReadAll()
	if err != nil || len(lines) == 0 {
		s.dataUnread(&from.File, err)
		return
	}
	t.broken = !s.rows(b, t, lines)
}

// rows reads every cell of the declared columns. It reports whether all could be read.
func (s *settler) rows(b *syntax.Block, t *table, lines [][]string) bool {
	at := make([]int, len(t.columns))
	whole := true
	for i, c := range t.columns {
		if at[i] = slices.Index(lines[0], c.name); at[i] < 0 {
			s.noColumnInFile(b, c.name, lines[0])
			whole = false
		}
	}
	if !whole {
		return false
	}
	for n, line := range lines[1:] {
		row := make([]cell, len(t.columns))
		for i, c := range t.columns {
			var ok bool
			if row[i], ok = read(c.form, strings.TrimSpace(line[at[i]])); !ok {
				s.cellUnfit(b, c, n+2, line[at[i]])
				return false
			}
		}
		t.rows = append(t.rows, row)
	}
	return true
}

// read reads a cell in the form of its column; an empty one is nothing.
func read(form syntax.NoteForm, words string) (cell, bool) {
	out := cell{words: words, date: value.NoDate}
	if words == "" {
		return out, true
	}
	var err error
	switch form {
	case syntax.NoteSum:
		var m value.Money
		m, err = value.ParseMoney(strings.TrimPrefix(words, "£"))
		out.number = value.FromMoney(m)
	case syntax.NoteNumber:
		out.number, err = value.ParseNum(words)
	case syntax.NoteDate:
		out.date, err = value.ParseDate(words)
	}
	return out, err == nil
}

// where are the rows that pass every test; nil tests are all rows. It reports
// whether every column that they name is there.
func (s *settler) where(t *table, rows *syntax.Rows) ([][]cell, bool) {
	if rows == nil {
		return t.rows, true
	}
	at := make([]int, len(rows.Tests))
	for i, test := range rows.Tests {
		if at[i] = t.column(test.Column.Name); at[i] < 0 {
			s.noColumn(&test.Column, t)
			return nil, false
		}
		for _, c := range test.Cells {
			if !slices.ContainsFunc(t.rows, func(row []cell) bool { return row[at[i]].words == c.Words() }) {
				s.noSuchWord(c, test, t, at[i])
				return nil, false
			}
		}
	}
	var out [][]cell
	for _, row := range t.rows {
		passes := true
		for i, test := range rows.Tests {
			in := slices.ContainsFunc(test.Cells, func(c *syntax.Cell) bool { return row[at[i]].words == c.Words() })
			passes = passes && in != test.Not
		}
		if passes {
			out = append(out, row)
		}
	}
	return out, true
}
