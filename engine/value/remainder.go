package value

// Remainder says who gets the pence that are left when a sum is split into
// shares and each share is rounded down.
type Remainder uint8

// The remainder rules. NoRemainder is "nobody said": a split that leaves pence
// then panics, because a penny is never given by default.
const (
	NoRemainder     Remainder = iota
	LargestFraction           // a penny each to the shares that lost the largest fraction of one
	FirstShare                // all of them to the first share that is more than nothing
	LastShare                 // all of them to the last share that is more than nothing
)

var remainderWords = []string{
	"",
	"to the largest fraction, then to the share written first",
	"to the share written first",
	"to the share written last",
}

// String is the reader's words.
func (r Remainder) String() string { return word(remainderWords, r) }

// ParseRemainder reads the reader's words.
func ParseRemainder(s string) (Remainder, error) {
	return fromWord[Remainder](remainderWords, "remainder rule", s)
}

// MarshalText writes the reader's words.
func (r Remainder) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the reader's words.
func (r *Remainder) UnmarshalText(text []byte) error {
	return textFromWord(remainderWords, "remainder rule", text, r)
}
