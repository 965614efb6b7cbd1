package difference

import (
	"cmp"
	"fmt"
	"strings"

	"concordat/dsl/diff"
)

// commentLimit is what a comment on a pull request holds, with room to spare.
const commentLimit = 60_000

// Markdown is the report as one comment on a pull request: the line
// that counts first, who gains and loses, a table of changes, details folded.
// What does not fit is left out with a word that it was.
func Markdown(r *diff.Report) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s: %s\n\n", r.Title, changesInBrief(r))
	fmt.Fprintf(&b, "`%s` → `%s`\n", r.Old, r.New)
	if len(r.Changes) > 0 {
		sidesMarkdown(&b, r)
		b.WriteString("\n| | what | was | now | whom it touches |\n|---|---|---|---|---|\n")
		shown := 0
		for _, a := range together(r.Changes) {
			row := changeRow(a, r)
			if b.Len()+len(row) > commentLimit/2 {
				fmt.Fprintf(&b, "\n%d more changes are in the full report.\n", len(r.Changes)-shown)
				break
			}
			shown += len(a)
			b.WriteString(row)
		}
	}
	if r.Pounds != nil {
		poundsMarkdown(&b, r.Pounds)
	}
	return []byte(b.String())
}

func sidesMarkdown(b *strings.Builder, r *diff.Report) {
	if r.Level != diff.Variation {
		return
	}
	b.WriteString("\n")
	who := map[string][]string{}
	var order []string
	for _, v := range r.Parties {
		words := verdictWords(&v)
		if len(who[words]) == 0 {
			order = append(order, words)
		}
		who[words] = append(who[words], v.Party)
	}
	for _, words := range order {
		fmt.Fprintf(b, "- **%s**: %s\n", words, strings.Join(who[words], ", "))
	}
}

func changeRow(a alike, r *diff.Report) string {
	c := a[0]
	what := headlineOf(c, a.thing())
	if len(a) > 1 {
		what += "<br>" + a.named()
	}
	for _, more := range []string{c.Example, c.Remark} {
		if more != "" {
			what += "<br>" + more
		}
	}
	was, now := code(c.Old), code(c.New)
	if c.Aspect == diff.Wording && c.Was == "" && c.Old != "" && c.New != "" {
		was, now = "", inCell(proseText(diff.Prose(unquoted(c.Old), unquoted(c.New))))
	}
	return fmt.Sprintf("| %s | %s | %s | %s | %s |\n", c.Level, inCell(what), was, now, inCell(strings.Join(sidesSaid(c, r), " ")))
}

// inCell keeps text from ending a cell of a table.
func inCell(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "|", `\|`)
}

// longestCell is where a long text is cut in a table; the whole is in the file.
const longestCell = 200

func code(s string) string {
	if s == "" {
		return ""
	}
	s = strings.ReplaceAll(inCell(s), "`", "'")
	if runes := []rune(s); len(runes) > longestCell {
		s = string(runes[:longestCell]) + " …"
	}
	return "`" + s + "`"
}

func poundsMarkdown(b *strings.Builder, all *diff.Pounds) {
	if !all.Moved() {
		fmt.Fprintf(b, "\nIn pounds: no difference in %d scenarios.\n", all.Played)
	}
	for i := range all.Stories {
		s := &all.Stories[i]
		if len(s.Rows) == 0 {
			continue
		}
		if b.Len() > commentLimit*3/4 {
			b.WriteString("\nFurther scenarios are in the full report.\n")
			return
		}
		fmt.Fprintf(b, "\n<details><summary>In pounds: %s%s</summary>\n\n", inCell(s.Title), andSame(s))
		b.WriteString("| party | period | under | before | after | difference |\n|---|---|---|--:|--:|--:|\n")
		for _, r := range s.Rows {
			fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s |\n", r.Party, cmp.Or(r.Period.String(), "–"), r.Cause, r.Before, r.After, signedSum(r.Difference()))
		}
		b.WriteString("\n</details>\n")
	}
	for i := range all.Stories {
		if s := &all.Stories[i]; s.Untold != "" {
			fmt.Fprintf(b, "\nWhat history cannot tell: “%s”: %s\n", s.Title, s.Untold)
		}
	}
}

func andSame(s *diff.Story) string {
	switch len(s.Same) {
	case 0:
		return ""
	case 1:
		return ", and the same in “" + s.Same[0] + "”"
	}
	return fmt.Sprintf(", and the same in %d other scenarios", len(s.Same))
}
