package value

import (
	"fmt"
	"slices"
	"strings"
)

// word returns the reader's words for one of a closed set of values. The value
// nought has no words: nobody has said anything yet.
func word[T ~uint8](words []string, v T) string {
	if int(v) >= len(words) {
		return fmt.Sprintf("?%d", uint8(v))
	}
	return words[v]
}

// fromWord is the opposite of word; what names the set in the error.
func fromWord[T ~uint8](words []string, what, s string) (T, error) {
	if i := slices.Index(words, s); i >= 0 && s != "" {
		return T(i), nil
	}
	known := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" })
	return 0, fmt.Errorf("%q is no %s: write %s", s, what, strings.Join(known, ", "))
}

// textFromWord reads the text form, in which nothing said is empty.
func textFromWord[T ~uint8](words []string, what string, text []byte, to *T) (err error) {
	*to = 0
	if len(text) > 0 {
		*to, err = fromWord[T](words, what, string(text))
	}
	return err
}
