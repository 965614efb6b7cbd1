package expr

import (
	"fmt"
	"strings"
	"testing"

	"concordat/dsl/diag"
	"concordat/dsl/parse"
	"concordat/dsl/syntax"
	"concordat/engine/machine"
	"concordat/engine/value"
)

var env = &Env{
	Currency: "GBP",
	Where:    "the gainshare `results`",
	Names: []Name{
		{"pool", machine.TypeMoney}, {"core", machine.TypeMoney}, {"score", machine.TypeNumber}, {"stays", machine.TypeNumber},
	},
}

var ruleEnv = &Env{
	Currency: "GBP",
	Measures: map[string]*Measure{
		"placements": {Kinds: []value.PeriodKind{value.Quarter, value.Year}},
		"tenancy":    {Kinds: []value.PeriodKind{value.Year}},
		"voice":      {Kinds: []value.PeriodKind{value.Year}, Judged: true},
		"unborn":     {},
	},
}

// formula settles a text as the sum of a gainshare.
func formula(t testing.TB, text string, want machine.Type) (machine.Expr, diag.List, string) {
	src := "gainshare g \"G\" {\n  gain " + text + ", from us to them\n}\n"
	flow := statement[*syntax.Flow](t, src, "gain")
	e, found := Formula(&flow.Sum, env, want)
	return e, found, src
}

func condition(t testing.TB, text string) (machine.Expr, diag.List, string) {
	src := "rule r \"R\" {\n  when " + text + "\n}\n"
	when := statement[*syntax.When](t, src, "when")
	e, found := Condition(&when.Condition, ruleEnv)
	return e, found, src
}

func statement[T any](t testing.TB, src, keyword string) T {
	t.Helper()
	file, found := parse.Text("x.agreement", []byte(src))
	s := file.Blocks[0].Find(keyword)
	v, ok := s.Value.(T)
	if !ok {
		t.Fatalf("%s\ncannot be read: %v", src, found)
	}
	return v
}

func TestFormulas(t *testing.T) {
	const number, money = machine.TypeNumber, machine.TypeMoney
	for _, c := range []struct {
		text, want, words string
		is                machine.Type
	}{
		{"pool * score / 100", "div(mul(pool score) 100)", "pool * score / 100", money},
		{"pool*-score/100", "div(mul(pool neg(score)) 100)", "pool * -score / 100", money},
		{"pool * (score / 100)", "mul(pool div(score 100))", "pool * (score / 100)", money},
		{"(pool * score) / 100", "div(mul(pool score) 100)", "pool * score / 100", money},
		{"pool - (core - £5)", "sub(pool sub(core 500p))", "pool - (core - £5)", money},
		{"pool * 12.5%", "mul(pool 1/8)", "pool * 12.5%", money},
		{"12.5% + 1", "add(1/8 1)", "12.5% + 1", number},
		{"18.0 - 18", "sub(18 18)", "18 - 18", number},
		{"pool / core", "div(pool core)", "pool / core", number},
		{"score / stays", "div(score stays)", "score / stays", number},
		{"£1.2m", "120000000p", "£1,200,000", money},
		{"1,000.50", "2001/2", "1,000.5", number},
		{"min(pool, core, £5)", "min(pool core 500p)", "min(pool, core, £5)", money},
		{"max( 0 , score )", "max(0 score)", "max(0, score)", number},
		{"sum(score, stays) * 2", "mul(sum(score stays) 2)", "sum(score, stays) * 2", number},
		{"- -score", "neg(neg(score))", "--score", number},
		{"score - -1", "sub(score neg(1))", "score - -1", number},
		{"count(score > 1, stays > 2)", "count(gt(score 1) gt(stays 2))", "count(score > 1, stays > 2)", number},
	} {
		e, found, _ := formula(t, c.text, c.is)
		if len(found) > 0 {
			t.Errorf("%s: %v", c.text, found)
			continue
		}
		if got := shape(&e); got != c.want {
			t.Errorf("%s is %s, want %s", c.text, got, c.want)
		}
		if e.Text != c.words {
			t.Errorf("%s in words is %q, want %q", c.text, e.Text, c.words)
		}
	}
}

func TestConditions(t *testing.T) {
	for _, c := range []struct{ text, want, words string }{
		{"placements.band is poor", "placements is poor (quarter)", "placements.band is poor"},
		{"placements.band  is poor or worse for 2 quarters running", "placements is poor or worse 2 (quarter)", "placements.band is poor or worse for 2 quarters running"},
		{"placements.band is not poor", "not(placements is poor (quarter))", "placements.band is not poor"},
		{"tenancy.band is minimum or better", "tenancy is minimum or better (year)", "tenancy.band is minimum or better"},
		{"placements.band is failure in any quarter of the year", "placements is failure in the year (quarter)", "placements.band is failure in any quarter of the year"},
		{"placements.band is failure for 2 years running", "placements is failure 2 (year)", "placements.band is failure for 2 years running"},
		{"placements.value > 150", "gt(value placements 150)", "placements.value > 150"},
		{"placements.value == 18.0", "eq(value placements 18)", "placements.value == 18"},
		{"not (placements.value > 150)", "not(gt(value placements 150))", "not (placements.value > 150)"},
		{"placements.value > 1 and tenancy.value > 2 and voice.band is poor", "and(and(gt(value placements 1) gt(value tenancy 2)) voice is poor (year))",
			"placements.value > 1 and tenancy.value > 2 and voice.band is poor"},
		{"placements.band is poor or (placements.value > 1 and tenancy.value > 2)",
			"or(placements is poor (quarter) and(gt(value placements 1) gt(value tenancy 2)))",
			"placements.band is poor or (placements.value > 1 and tenancy.value > 2)"},
		{"(1 < placements.value < 5)", "and(lt(1 value placements) lt(value placements 5))", "1 < placements.value and placements.value < 5"},
	} {
		e, found, _ := condition(t, c.text)
		if len(found) > 0 {
			t.Errorf("%s: %v", c.text, found)
			continue
		}
		if got := shape(&e); got != c.want {
			t.Errorf("%s\nis   %s\nwant %s", c.text, got, c.want)
		}
		if e.Text != c.words {
			t.Errorf("%s in words is %q", c.text, e.Text)
		}
	}
}

// shape writes an expression as operators with their arguments.
func shape(e *machine.Expr) string {
	switch e.Op {
	case machine.OpConst:
		if e.Type == machine.TypeMoney {
			n, _ := e.Num.Int64()
			return fmt.Sprintf("%dp", n)
		}
		text, _ := e.Num.MarshalText()
		return string(text)
	case machine.OpVar:
		return e.Name
	case machine.OpValue:
		return "value " + e.Name
	case machine.OpBand:
		words := e.Band.Measure + " is " + e.Band.Is.String()
		switch e.Band.Side {
		case -1:
			words += " or worse"
		case 1:
			words += " or better"
		}
		if e.Band.Running != 1 {
			words += fmt.Sprint(" ", e.Band.Running)
		}
		if e.Band.InYear {
			words += " in the year"
		}
		return words + " (" + e.Band.Every.String() + ")"
	}
	var args []string
	for i := range e.Args {
		args = append(args, shape(&e.Args[i]))
	}
	return string(e.Op) + "(" + strings.Join(args, " ") + ")"
}

// TestFindings: each text has exactly one finding, of this code, under the
// words between the brackets, with these words in its text or help.
func TestFindings(t *testing.T) {
	for _, c := range []struct {
		text  string // as a sum, with ‹ › around what the finding underlines
		code  diag.Code
		words string
	}{
		{"‹pool * core›", codeType, "money times money"},
		{"‹pool + 5›", codeType, "£5"},
		{"‹pool + 10%›", codeType, "`10% * pool`"},
		{"‹10% - pool›", codeType, "`10% * pool`"},
		{"‹score / pool› * pool", codeType, "cannot be divided by money"},
		{"‹score›", codeType, "multiply it by a sum"},
		{"‹pool > core›", codeType, "not a test"},
		{"pool * ‹scoer›", codeName, "did you mean `score`"},
		{"pool * ‹elephant›", codeName, "pool, core, score, stays"},
		{"pool * ‹sqrt›(score)", codeName, "no function"},
		{"pool * ‹len›(score)", codeName, "no function"},
		{"‹EUR 5›", codeType, "EUR"},
		{"pool / ‹0›", codeZero, "zero"},
		{"pool * ‹2015/16›", codeForm, "cannot be reckoned with"},
		{"pool * ‹1 April 2015›", codeForm, "cannot be reckoned with"},
		{"pool * ‹\"x\"›", codeForm, "cannot be reckoned with"},
		{"pool ‹*›", codeForm, "stops after"},
		{"pool * ‹/› 5", codeForm, "cannot go on"},
		{"pool * score‹)›", codeForm, "closes nothing"},
		{"pool / ‹/› 5", codeForm, "cannot go on"},
		{"‹+› pool", codeForm, "cannot go on"},
		{"min(pool, ‹score›)", codeType, "starts with a sum"},
		{"‹min›()", codeForm, "nothing to work on"},
		{"pool * min(‹score > 1›, 2)", codeType, "count"},
		{"pool * count(‹score›)", codeType, "counts tests"},
		{"pool * (‹score›.x)", codeName, "no measure"},
		{"‹-(pool > core)›", codeType, "use `not`"},
	} {
		text, at := marked(c.text)
		_, found, src := formula(t, text, machine.TypeMoney)
		oneFinding(t, found, src, "gain ", at, c.code, c.words)
	}
	for _, c := range []struct {
		text  string
		code  diag.Code
		words string
	}{
		{"‹placments›.band is poor", codeName, "did you mean `placements`"},
		{"placements.band is ‹por›", codeName, "did you mean `poor`"},
		{"tenancy.band is poor for 2 ‹quarters› running", codePeriod, "each quarter"},
		{"tenancy.band is poor in any ‹quarter› of the year", codePeriod, "ask for a year"},
		{"placements.band is poor for ‹0› quarters running", codeForm, "count"},
		{"placements.band is poor for ‹1.5› quarters running", codeForm, "count"},
		{"‹placements.band is failure or better›", codeAlways, "every band"},
		{"‹unborn›.band is poor", codePeriod, "no band"},
		{"‹placements.value > 1 for 2 quarters running›", codeForm, "only a test of a band"},
		{"‹placements.band is poor on or before 1 April 2016›", codeForm, "a day"},
		{"‹(›placements.value > 1", codeForm, "not closed"},
		{"‹placements› > 150", codeForm, "placements.value"},
		{"‹voice.value› > 150", codeType, "judged"},
		{"‹placements.value›", codeType, "comparison"},
		{"placements.‹worth› > 1", codeName, "placements.value"},
		{"not (‹placements.band› > 1)", codeForm, "is poor or worse"},
		{"‹placements.value > £5›", codeType, "compare"},
		{"(placements.value > 1 and tenancy.value > 2 ‹or› voice.value > 3)", codeForm, "which goes first"},
		{"‹(placements.value > 1) == (tenancy.value > 2)›", codeType, "a test is not a value"},
		{"‹not placements.value› > 1", codeType, "not (a > b)"},
	} {
		text, at := marked(c.text)
		_, found, src := condition(t, text)
		oneFinding(t, found, src, "when ", at, c.code, c.words)
	}
}

func marked(text string) (string, [2]int) {
	before, rest, _ := strings.Cut(text, "‹")
	inside, after, _ := strings.Cut(rest, "›")
	return before + inside + after, [2]int{len(before), len(before) + len(inside)}
}

func oneFinding(t *testing.T, found diag.List, src, keyword string, at [2]int, code diag.Code, words string) {
	t.Helper()
	offset := strings.Index(src, keyword) + len(keyword)
	if len(found) != 1 {
		t.Errorf("%s%d findings, want 1: %v", src, len(found), found)
		return
	}
	f := found[0]
	if f.Code != code || f.At.Start != offset+at[0] || f.At.End != offset+at[1] {
		t.Errorf("%s%s at %q, want %s at %q", src, f.Code, src[f.At.Start:f.At.End], code, src[offset+at[0]:offset+at[1]])
	}
	if f.At.Path != "x.agreement" {
		t.Errorf("%sthe finding is in the file %q", src, f.At.Path)
	}
	if !strings.Contains(f.Text+" "+f.Help, words) {
		t.Errorf("%s%q, %q: nothing of %q", src, f.Text, f.Help, words)
	}
}

func TestTooLong(t *testing.T) {
	_, found, _ := formula(t, "pool"+strings.Repeat(" + core", 200), machine.TypeMoney)
	if len(found) != 1 || found[0].Code != codeTooLong {
		t.Errorf("401 tokens: %v", found)
	}
	if _, found, _ = formula(t, "pool"+strings.Repeat(" + core", 199), machine.TypeMoney); len(found) != 0 {
		t.Errorf("399 tokens: %v", found)
	}
	deep := func(n int) string { return strings.Repeat("(", n) + "pool" + strings.Repeat(")", n) }
	if _, found, _ = formula(t, deep(33), machine.TypeMoney); len(found) != 1 || found[0].Code != codeTooLong {
		t.Errorf("33 brackets deep: %v", found)
	}
	if _, found, _ = formula(t, deep(32), machine.TypeMoney); len(found) != 0 {
		t.Errorf("32 brackets deep: %v", found)
	}
}

func TestHole(t *testing.T) {
	e, found, _ := formula(t, `to be agreed "the gain"`, machine.TypeMoney)
	if len(found) > 0 || e.Type != machine.TypeMoney || e.Op != machine.OpConst {
		t.Errorf("a formula still to be agreed is %+v, %v", e, found)
	}
}
