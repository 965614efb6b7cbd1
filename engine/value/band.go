package value

// Band is what a measure's value means in a period. A greater band is better,
// whichever way the measure itself runs.
type Band uint8

// The five bands, worst to best. NoBand is a value that has none yet.
const (
	NoBand Band = iota
	Failure
	Poor
	Minimum
	Stretch
	Gamebreaking
)

// Bands lists the five bands, best first, as an agreement writes them.
var Bands = [...]Band{Gamebreaking, Stretch, Minimum, Poor, Failure}

var bandWords = []string{"", "failure", "poor", "minimum", "stretch", "gamebreaking"}

// String is the band's name; NoBand has none.
func (b Band) String() string { return word(bandWords, b) }

// ParseBand reads a band's name.
func ParseBand(s string) (Band, error) { return fromWord[Band](bandWords, "band", s) }

// MarshalText writes the band's name.
func (b Band) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads a band's name; no text is NoBand.
func (b *Band) UnmarshalText(text []byte) error { return textFromWord(bandWords, "band", text, b) }
