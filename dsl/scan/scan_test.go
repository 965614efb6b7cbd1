package scan_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"concordat/dsl/scan"
	"concordat/dsl/token"
)

// shown writes tokens as `Kind:text`, one blank between.
func shown(src string) string {
	tokens, found := scan.Tokens("t", []byte(src))
	var b strings.Builder
	for _, t := range tokens {
		switch t.Kind {
		case token.EOF:
		case token.Newline:
			b.WriteString("| ")
		default:
			fmt.Fprintf(&b, "%s:%s ", t.Kind, t.Text([]byte(src)))
		}
	}
	for _, d := range found {
		fmt.Fprintf(&b, "!%s:%q ", d.Code, src[d.At.Start:d.At.End])
	}
	return strings.TrimSpace(b.String())
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"party slam", "Ident:party Ident:slam"},
		{"the year's totals", "Ident:the Ident:year's Ident:totals"},
		{"half-year end", "Ident:half-year Ident:end"},
		{"half-years - half", "Ident:half Minus:- Ident:years Minus:- Ident:half"},
		{"1.0 6,400,000 1,2 12,3456", "Number:1.0 Number:6,400,000 Number:1 Comma:, Number:2 Number:12 Comma:, Number:3456"},
		{"12.5% 12.5 %", `Percent:12.5% Number:12.5 Bad:% !stray-character:"%"`},
		{"£426,937 £1.2m £3bn £5k £5km", "Money:£426,937 Money:£1.2m Money:£3bn Money:£5k Money:£5 Ident:km"},
		{"£300,000, on top", "Money:£300,000 Comma:, Ident:on Ident:top"},
		{"EUR 5 GBP EURO 5 ABC 5", "Money:EUR 5 Ident:GBP Ident:EURO Number:5 Ident:ABC Number:5"},
		{"£ 5", `Bad:£ Number:5 !stray-character:"£"`},
		{"1 April 2015 1 April, 2015-04-01", "Date:1 April 2015 Number:1 Ident:April Comma:, Date:2015-04-01"},
		{"31 February 2015", `Bad:31 February 2015 !no-such-date:"31 February 2015"`},
		{"29 February 2016", "Date:29 February 2016"},
		{"2015-13-01", `Bad:2015-13-01 !no-such-date:"2015-13-01"`},
		{"2015/16 2015/16 Q1 2015/16  H2 2015/16 Q5", "Period:2015/16 Period:2015/16 Q1 Period:2015/16  H2 Period:2015/16 Ident:Q5"},
		{"1999/00", "Period:1999/00"},
		{"2015/17", `Bad:2015/17 !no-such-year:"2015/17"`},
		{"points poor -50", "Ident:points Ident:poor Minus:- Number:50"},
		{"a<=b<c>=d>e==f!=g", "Ident:a AtMost:<= Ident:b Less:< Ident:c AtLeast:>= Ident:d More:> Ident:e Equal:== Ident:f Differs:!= Ident:g"},
		{"x {} # note\r\ny", "Ident:x Open:{ Close:} Comment:# note | Ident:y"},
		{`"a # b" "open`, `String:"a # b" Bad:"open !text-not-closed:"\"open"`},
		{"\"\"\"a\n\"b\"\n\"\"\" c", "Prose:\"\"\"a\n\"b\"\n\"\"\" Ident:c"},
		{"p \"\"\"a\nb", "Ident:p Bad:\"\"\"a\nb !text-not-closed:\"\\\"\\\"\\\"\""},
		{"plаcements x", `Bad:plаcements Ident:x !lookalike:"а"`},
		{"1 – 2", `Number:1 Bad:– Number:2 !lookalike:"–"`},
		{"a\u00a0b", "Ident:a Bad:\u00a0 Ident:b !lookalike:\"\\u00a0\""},
		{"café", `Bad:café !stray-character:"é"`},
		{"“hi”", `Bad:“ Ident:hi Bad:” !lookalike:"“" !lookalike:"”"`},
		{"# a\u202eb", "Comment:# a\u202eb !bidi:\"\\u202e\""},
		{"\"a\u2066b\"", "String:\"a\u2066b\" !bidi:\"\\u2066\""},
		{"a\xff\xfeb", "Ident:a Bad:\xff\xfe Ident:b !not-utf-8:\"\\xff\\xfe\""},
		{"\"Zoë – а\"", `String:"Zoë – а"`},
		{"\uFEFFa", "Ident:a"},
		{"a ^ b", `Ident:a Bad:^ Ident:b !stray-character:"^"`},
	} {
		if got := shown(c.src); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.src, got, c.want)
		}
	}
}

// FuzzTokens: whatever the bytes, the tokens stand in order, do not overlap,
// and leave nothing out but blanks.
func FuzzTokens(f *testing.F) {
	f.Add([]byte("a \"b\" 1 April 2015 £1.2m # c\n{ } 2015/16 Q1 \"\"\"x"))
	f.Add([]byte("\uFEFFplаcements \x80\u202e half-year year's -50 12.5%"))
	f.Fuzz(func(t *testing.T, src []byte) {
		tokens, _ := scan.Tokens("f", src)
		at := 0
		for i, tok := range tokens {
			if tok.Start < at || tok.End < tok.Start || tok.End > len(src) {
				t.Fatalf("token %d %v is out of order after %d", i, tok, at)
			}
			if gap := strings.Trim(string(src[at:tok.Start]), " \t\r"); gap != "" && gap != "\uFEFF" {
				t.Fatalf("%q is left out", gap)
			}
			at = tok.End
		}
		if last := tokens[len(tokens)-1]; last.Kind != token.EOF || last.Start != len(src) {
			t.Fatalf("the last token is %v", last)
		}
	})
}

func BenchmarkTokens(b *testing.B) {
	src, err := os.ReadFile("../../agreements/ipsa/ipsa.agreement")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		scan.Tokens("ipsa.agreement", src)
	}
}
