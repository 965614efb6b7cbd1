package record

import (
	"errors"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// NoteText is a note in one spelling: a date as 2009-03-31, a sum in pounds
// without its sign, a number as it is. It fails for what has not the note's
// form, or lies outside its range.
func NoteText(n *machine.Note, words string) (string, error) {
	switch n.Form {
	case machine.NoteDate:
		d, err := value.ParseDate(words)
		if err != nil {
			return "", err
		}
		return d.ISO(), nil
	case machine.NoteSum:
		m, err := value.ParseMoney(strings.TrimPrefix(words, "£"))
		if err != nil {
			return "", err
		}
		return strings.ReplaceAll(strings.TrimPrefix(m.String(), "£"), ",", ""), nil
	case machine.NoteNumber:
		x, err := value.ParseNum(words)
		if err != nil {
			return "", err
		}
		if n.From != nil && (x.Cmp(*n.From) < 0 || x.Cmp(*n.To) > 0) {
			return "", errors.New("record: outside its range")
		}
		return x.String(), nil
	}
	return words, nil
}
