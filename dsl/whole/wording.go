package whole

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/settled"
	"concordat/dsl/syntax"
)

// Words can be wrong about the agreement that they stand in: they speak of two
// where three sign, count what is counted otherwise, or point to an appendix that
// is not there. Each was found in contracts that were signed. All are warnings:
// words may mean something else than they seem to.

var (
	ofTwo        = regexp.MustCompile(`(?i)\b(?:both|neither|either)\s+(?:of\s+the\s+)?(?:parties|party|partners?)\b|\bthe\s+other\s+(?:party|partner)\b`)
	countedWords = regexp.MustCompile(`(?i)\b(?:all|the|these|those|our|its|following)\s+(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2})\s+(areas|parties|partners|outcomes|measures|principles|places|registers)\b`)
	attachment   = regexp.MustCompile(`(?i)\b(appendix|annex|annexe|schedule|clause)\s+([0-9]+(?:\.[0-9]+)*|[A-Z])\b`)
)

var numberWords = []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// wording looks through all prose of the agreement.
func (w *Text) wording() {
	for i := range w.Blocks {
		for _, s := range w.Blocks[i].At.Statements {
			if says, ok := s.Value.(*syntax.Says); ok && says.Text.Hole == nil {
				w.wordsIn(says.Text.At)
			}
		}
	}
	w.numberGaps()
}

func (w *Text) wordsIn(at diag.Span) {
	text := string(w.File.Src[at.Start:at.End])
	lower := strings.ToLower(text)
	has := func(any ...string) bool { // most words hold none, and looking for one is cheap
		return slices.ContainsFunc(any, func(s string) bool { return strings.Contains(lower, s) })
	}
	place := func(m []int) diag.Span { return diag.Span{Path: at.Path, Start: at.Start + m[0], End: at.Start + m[1]} }
	plain := func(from, to int) string { return strings.Join(strings.Fields(text[from:to]), " ") }
	if len(w.Agreement.Parties) > 2 && has("both", "either", "neither", "other") {
		for _, m := range ofTwo.FindAllStringIndex(text, -1) {
			w.WordsForTwo(place(m), plain(m[0], m[1]), len(w.Agreement.Parties))
		}
	}
	if has("areas", "parties", "partners", "outcomes", "measures", "principles", "places", "registers") {
		for _, m := range countedWords.FindAllStringSubmatchIndex(text, -1) {
			said := slices.Index(numberWords, strings.ToLower(text[m[2]:m[3]]))
			if said < 0 {
				said, _ = strconv.Atoi(text[m[2]:m[3]]) // the pattern admits nothing else
			}
			noun := strings.ToLower(text[m[4]:m[5]])
			if are := howMany(w.Agreement, noun); are > 0 && are != said {
				w.WordsCount(place(m), plain(m[0], m[1]), are, noun)
			}
		}
	}
	if has("appendix", "annex", "schedule", "clause") {
		for _, m := range attachment.FindAllStringSubmatchIndex(text, -1) {
			if kind, number := strings.ToLower(text[m[2]:m[3]]), text[m[4]:m[5]]; !w.attached(kind, number) {
				w.NotAttached(place(m), plain(m[0], m[1]), kind, number)
			}
		}
	}
}

// howMany counts the blocks that a noun names; 0 where there are none, so that
// the words speak of something else.
func howMany(a *settled.Agreement, noun string) int {
	switch noun {
	case "areas":
		return len(a.Areas)
	case "parties", "partners":
		return len(a.Parties)
	case "outcomes":
		return len(a.Outcomes)
	case "principles":
		return len(a.Principles)
	case "places":
		return len(a.Places)
	case "registers":
		return len(a.Registers)
	}
	return len(slices.DeleteFunc(slices.Clone(a.Measures), func(m *settled.Measure) bool { return m.Keyword != "measure" }))
}

// attached reports whether a clause has the number, or any block the title, that
// words point to.
func (w *Text) attached(kind, number string) bool {
	if slices.ContainsFunc(w.Agreement.Clauses, func(x *settled.Clause) bool { return kind == "clause" && x.Number == number }) {
		return true
	}
	titled := regexp.MustCompile(`(?i)\b` + kind + ` ` + regexp.QuoteMeta(number) + `\b`)
	return slices.ContainsFunc(w.Blocks, func(b Block) bool { return titled.MatchString(settled.HeadOf(b.Is).Title) })
}

// numberGaps finds a number that clauses leave out: after 4.1 comes 4.3, or after
// 3 comes 5 where no number has a second part. The first parts of longer numbers
// name chapters, of which rules fill some without a clause.
func (w *Text) numberGaps() {
	before := map[string]*settled.Clause{} // the last seen of each chapter
	numbered := slices.DeleteFunc(slices.Clone(w.Agreement.Clauses), func(x *settled.Clause) bool { return numbersOf(x.Number) == nil })
	slices.SortStableFunc(numbered, func(x, y *settled.Clause) int { return slices.Compare(numbersOf(x.Number), numbersOf(y.Number)) })
	plain := !slices.ContainsFunc(numbered, func(x *settled.Clause) bool { return strings.Contains(x.Number, ".") })
	for _, x := range numbered {
		n := numbersOf(x.Number)
		chapter, dotted := "", strings.LastIndex(x.Number, ".")
		if dotted >= 0 {
			chapter = x.Number[:dotted+1]
		}
		last := before[chapter]
		if before[chapter] = x; last == nil || !plain && chapter == "" {
			continue
		}
		if was := numbersOf(last.Number); n[len(n)-1] > was[len(was)-1]+1 {
			w.NumberGap(x, last, chapter+strconv.Itoa(was[len(was)-1]+1))
		}
	}
}

// numbersOf are the numbers of `4.1`; nil where it is no such number.
func numbersOf(number string) (out []int) {
	for p := range strings.SplitSeq(number, ".") {
		n, err := strconv.Atoi(p)
		if err != nil {
			return nil
		}
		out = append(out, n)
	}
	return out
}
