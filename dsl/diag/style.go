package diag

import "strings"

// Style holds the escape sequences that set parts of a frame off. The zero
// Style is plain text; colour never says anything that the words do not.
type Style struct {
	Error, Warning, Hole string // the word and the underlining of each severity
	Strong               string // the sentence of a finding
	Quiet                string // line numbers and bars
	Help                 string
	Reset                string
}

// Colour is the style for a terminal that shows colour.
var Colour = Style{
	Error:   "\x1b[1;31m",
	Warning: "\x1b[1;33m",
	Hole:    "\x1b[1;36m",
	Strong:  "\x1b[1m",
	Quiet:   "\x1b[34m",
	Help:    "\x1b[32m",
	Reset:   "\x1b[0m",
}

func (s Style) severity(severity Severity) string {
	return [...]string{s.Error, s.Warning, s.Hole}[severity]
}

// paint sets words off and leaves the spaces at their end alone.
func (s Style) paint(with, words string) string {
	bare := strings.TrimRight(words, " ")
	if with == "" || bare == "" {
		return words
	}
	return with + bare + s.Reset + words[len(bare):]
}
