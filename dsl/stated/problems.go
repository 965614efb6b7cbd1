package stated

import (
	"fmt"
	"slices"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
)

func (s *settler) add(severity diag.Severity, code diag.Code, at diag.Span, text, help string, see ...diag.Related) {
	s.found = append(s.found, diag.Diagnostic{Code: code, Severity: severity, At: at, Text: text, Help: help, See: see})
}

func (s *settler) wrong(code diag.Code, at diag.Span, text, help string, see ...diag.Related) {
	s.add(diag.Error, code, at, text, help, see...)
}

func (s *settler) nameTwice(name *syntax.Ident, first diag.Span) {
	s.wrong("claim-twice", name.At, fmt.Sprintf("`%s` is there already", name.Name), "give it another name", diag.Related{At: first, Why: "the first"})
}

func (s *settler) givenTwice(name *syntax.Ident) {
	s.wrong("claim-twice", name.At, fmt.Sprintf("`%s` is given already, or is a claim above", name.Name), "give it another name, or read the claim by its name")
}

func (s *settler) lineTwice(second, first *syntax.Statement) {
	s.wrong("claim-form", second.At, fmt.Sprintf("`%s` stands here twice", second.Keyword.Name), "keep the line that is meant", diag.Related{At: first.At, Why: "the first"})
}

func (s *settler) lineMissing(b *syntax.Block, def *syntax.StatementDef) {
	help := fmt.Sprintf("add a line like `%s`", def.Example)
	if def.Keyword == "figure" {
		help += ", or say what is missing: `needs \"…\"`"
	}
	s.wrong("claim-form", b.Head, fmt.Sprintf("`%s` lacks its `%s`", b.Name.Name, def.Keyword), help)
}

func (s *settler) needsAndFigure(b *syntax.Block) {
	s.wrong("claim-form", b.Find("needs").At, "a figure that can be worked out needs nothing more", "leave out `needs`, or `figure`",
		diag.Related{At: b.Find("figure").At, Why: "how it comes about"})
}

func (s *settler) stepUnfit(r *syntax.RoundedTo) {
	s.wrong("claim-form", r.Step.At, "what is stated cannot be rounded to this", "name a step in the same unit, like `half up to £1,000,000` for a sum")
}

func (s *settler) unreadable(at diag.Span, err error) {
	s.wrong("claim-form", at, err.Error(), "write it as it is printed, like `£41,000`")
}

func (s *settler) noFigure(f *syntax.FigureOf) {
	s.wrong("claim-form", f.Expression.At, "it divides by nothing, so there is no figure", "look at what is given: one of the figures is 0")
}

func (s *settler) noDivisor(name *syntax.Ident, row string) {
	s.wrong("claim-form", name.At, fmt.Sprintf("the row `%s` has nothing as its %s, and nothing can be divided by it", row, name.Name), "correct the row, or leave it out with `where`")
}

func (s *settler) noMonth(name *syntax.Ident) {
	s.wrong("claim-form", name.At, fmt.Sprintf("`%s` holds no dates, so it has no months", name.Name), "add `, a date` to its column, or group by the column itself")
}

func (s *settler) notAddable(name *syntax.Ident, c column) {
	s.wrong("claim-form", name.At, fmt.Sprintf("`%s` cannot be added up: it is neither a sum nor a number", name.Name), "add `, a sum` or `, a number` to its column, or count the rows")
}

func (s *settler) noData(name *syntax.Ident) {
	s.wrong("data-unknown", name.At, fmt.Sprintf("nothing above is data called `%s`", name.Name), "declare it above with `data`, or correct the name")
}

func (s *settler) noColumn(name *syntax.Ident, t *table) {
	var names []string
	for _, c := range t.columns {
		names = append(names, c.name)
	}
	s.wrong("data-unknown", name.At, fmt.Sprintf("no column is called `%s`", name.Name), "the columns are "+strings.Join(names, ", "))
}

// noSuchWord finds a test that no row can pass: probably a misspelt word.
func (s *settler) noSuchWord(c *syntax.Cell, test *syntax.ColumnTest, t *table, column int) {
	var have []string
	for _, row := range t.rows {
		if words := row[column].words; words != "" && !slices.Contains(have, words) {
			have = append(have, words)
		}
	}
	var at diag.Span
	if c.Word != nil {
		at = c.Word.At
	} else {
		at = c.Text.At
	}
	help := "look at the file"
	if near := diag.Nearest(c.Words(), have); near != "" {
		help = fmt.Sprintf("did you mean `%s`?", near)
	} else if len(have) <= 12 {
		help = "rows say " + strings.Join(have, ", ")
	}
	s.wrong("data-unknown", at, fmt.Sprintf("no row has `%s` as its %s", c.Words(), test.Column.Name), help)
}

func (s *settler) dataElsewhere(file *syntax.Text) {
	s.wrong("data-unread", file.At, "the file stands in another folder", "put it beside the claims, and write its name alone")
}

func (s *settler) dataUnread(file *syntax.Text, err error) {
	why := "it is empty"
	if err != nil {
		why = err.Error()
	}
	s.wrong("data-unread", file.At, fmt.Sprintf("%s cannot be read: %s", file.Value, why), "put a CSV file of that name beside the claims; its first line names the columns")
}

func (s *settler) noColumnInFile(b *syntax.Block, name string, have []string) {
	s.wrong("data-unread", b.Head, fmt.Sprintf("the file has no column `%s`", name), "its columns are "+strings.Join(have, ", "))
}

func (s *settler) cellUnfit(b *syntax.Block, c column, line int, words string) {
	s.wrong("data-unread", b.Head, fmt.Sprintf("row %d of the file has “%s” as its %s, which is not %s", line, words, c.name, c.form), "correct the row, or the form of the column")
}

func (s *settler) differs(b *syntax.Block, x *Claim, stated *syntax.Stated) {
	came := x.Came
	if x.Exact != "" && x.Exact != x.Came {
		came += " (exactly " + x.Exact + ")"
	}
	s.wrong("claim-differs", stated.Value.At, fmt.Sprintf("%s is stated, and it comes to %s", x.Stated, came),
		"correct what is given or how it comes about; or leave it, and tell whoever stated it", diag.Related{At: b.Find("figure").At, Why: "how it comes about"})
}

func (s *settler) notReproducible(b *syntax.Block, x *Claim) {
	s.add(diag.Warning, "claim-not-reproducible", b.Find("stated").At, fmt.Sprintf("%s cannot be reproduced: it needs %s", x.Stated, strings.Join(x.Needs, "; ")),
		"ask whoever stated it; until then, do not rely on it")
}

func (s *settler) tallyAbove(b *syntax.Block, x *Tally, most *syntax.AtMostRows) {
	var over []string
	for _, g := range x.Groups {
		if g.Over {
			over = append(over, fmt.Sprintf("%s has %d", g.Name, g.Rows))
		}
	}
	s.add(diag.Warning, "tally-above", b.Find("at most").At, fmt.Sprintf("more than %s: %s", most.Count.Digits, strings.Join(over, ", ")), most.Words.Value)
}
