package value

// Rounding says what happens to the part of a figure that is too small to
// keep. For a negative figure, up is towards plus infinity and down towards
// minus infinity, also on a tie: -2.5 is -2 by HalfUp. Sums of money are never
// negative, so "half up" has one meaning where money moves.
type Rounding uint8

// The roundings. NoRounding is "nobody said": a figure that needs rounding
// then panics, because rounding is never defaulted.
const (
	NoRounding Rounding = iota
	HalfUp
	HalfEven
	Down
	Up
)

var roundingWords = []string{"", "half up", "half to even", "down", "up"}

// String is the reader's words: "half up", "half to even", "down", "up".
func (r Rounding) String() string { return word(roundingWords, r) }

// ParseRounding reads the reader's words.
func ParseRounding(s string) (Rounding, error) {
	return fromWord[Rounding](roundingWords, "rounding", s)
}

// MarshalText writes the reader's words.
func (r Rounding) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the reader's words.
func (r *Rounding) UnmarshalText(text []byte) error {
	return textFromWord(roundingWords, "rounding", text, r)
}
