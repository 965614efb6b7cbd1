package parse

import "regexp"

// slips are ways of writing that people are used to and the language does not
// have, each with what to write instead.
var slips = []struct {
	written *regexp.Regexp
	help    string
}{
	{regexp.MustCompile(`^to be agreed\b`), "say in quotes what is still open: `to be agreed \"what\"`"},
	{regexp.MustCompile(`^(?i:tba|tbc|tbd)\b`), "for what is still open write `to be agreed \"what\"`"},
	{regexp.MustCompile(`^\d{1,2}(st|nd|rd|th)\b|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}`), "write a date with its month as a word: `1 April 2015`"},
	{regexp.MustCompile(`^(one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b`), "write the number in figures"},
}

// slip is what to write instead of a value that is written in one of these
// ways; empty for any other.
func slip(text string) string {
	for _, s := range slips {
		if s.written.MatchString(text) {
			return s.help
		}
	}
	return ""
}
