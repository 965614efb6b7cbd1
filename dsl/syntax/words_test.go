package syntax_test

import (
	"testing"

	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/dsl/syntax"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"by ccg, within 10 working days of receipt", "by ccg, within 10 working days of receipt"},
		{"by  ccg ,within\n  10   working days # ten\n of receipt", "by ccg, within 10 working days of receipt"},
		{"2015-04-01 to 1  April 2016", "1 April 2015 to 1 April 2016"},
		{"£1.2m a year", "£1,200,000 a year"},
		{"£426927.50 a year", "£426,927.50 a year"},
		{"EUR 1200", "EUR 1,200"},
		{"2015/16  Q1 £5", "2015/16 Q1 £5"},
		{"poor  -50", "poor -50"},
		{"poor - 50", "poor - 50"},
		{"1000.5", "1,000.5"},
		{"40% of results", "40% of results"},
		{"pool*( score + 1 )/100", "pool * (score + 1) / 100"},
		{"min( a,b )", "min(a, b)"},
		{"pool*-score/( - 2-1 )", "pool * -score / (-2 - 1)"},
		{"placements . band is poor", "placements.band is poor"},
		{`stays   "Acute   stays"`, `stays "Acute   stays"`},
		{"", ""},
	} {
		if got := syntax.Words(c.text); got != c.want {
			t.Errorf("the words of %q are %q, want %q", c.text, got, c.want)
		}
		if got := syntax.Words(c.want); got != c.want {
			t.Errorf("the words of %q are %q: not the one form", c.want, got)
		}
	}
}

// A piece of a file has the same words as its text alone.
func TestWordsOfAPiece(t *testing.T) {
	src := "party x \"X\" {\n  role   provider ,vcse # both\n}\n"
	file, _ := parse.Text("x.agreement", []byte(src))
	for _, s := range file.Blocks[0].Statements {
		if got := file.Words(s.ValueAt); got != "provider, vcse" {
			t.Errorf("the words are %q", got)
		}
	}
	if got := file.Words(diag.Span{Start: 0, End: len(src)}); got != `party x "X" { role provider, vcse }` {
		t.Errorf("the words of all are %q", got)
	}
}
