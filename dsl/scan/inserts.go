package scan

import "strings"

// Insert is one `{…}` of a text: Start and End are its offsets, braces included.
type Insert struct {
	Start, End int
	Name       string
}

// Inserts finds the braces of a text; open is the offset of one that is never
// closed, or -1.
func Inserts(text string) (found []Insert, open int) {
	for i := 0; i < len(text); i++ {
		if text[i] != '{' {
			continue
		}
		if strings.HasPrefix(text[i:], "{{") {
			i++
			continue
		}
		length := strings.IndexAny(text[i+1:], "{}\n")
		if length < 0 || text[i+1+length] != '}' {
			return found, i
		}
		found = append(found, Insert{i, i + length + 2, text[i+1 : i+1+length]})
		i += length + 1
	}
	return found, -1
}
