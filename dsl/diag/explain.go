package diag

import "strings"

// Text is the page as plain text of 80 columns; examples keep their lines.
func (p Page) Text() string {
	var b strings.Builder
	b.WriteString(string(p.Code) + "\n")
	for paragraph := range strings.SplitSeq(strings.TrimSpace(p.Says), "\n\n") {
		b.WriteString("\n")
		for _, line := range wrap(paragraph, frameWidth) {
			b.WriteString(line + "\n")
		}
	}
	example(&b, "Wrong:", p.Wrong)
	example(&b, "Right:", p.Right)
	return b.String()
}

func example(b *strings.Builder, title, code string) {
	if code == "" {
		return
	}
	b.WriteString("\n" + title + "\n\n")
	for line := range strings.SplitSeq(strings.Trim(code, "\n"), "\n") {
		b.WriteString(strings.TrimRight("    "+line, " \t\r") + "\n")
	}
}

// Nearest is the known code that a misspelt one is most likely meant to be, or "".
func (p Pages) Nearest(code string) Code {
	known := make([]string, len(p))
	for i, page := range p {
		known[i] = string(page.Code)
	}
	return Code(Nearest(code, known))
}
