package value

// PeriodKind is a length of the financial year that returns, payments and
// reviews repeat in, or the whole term.
type PeriodKind uint8

// The kinds of period, shortest first. NoPeriod is "nobody said".
const (
	NoPeriod PeriodKind = iota
	Month
	Quarter
	HalfYear
	Year
	Term
)

var periodWords = []string{"", "month", "quarter", "half year", "year", "term"}

// periodMonths is how many months a period of each kind has, and periodMark
// the letter that numbers it in its year.
var (
	periodMonths = [...]int{Month: 1, Quarter: 3, HalfYear: 6, Year: 12}
	periodMark   = [...]string{Month: "M", Quarter: "Q", HalfYear: "H"}
)

// String is the reader's words: "half year".
func (k PeriodKind) String() string { return word(periodWords, k) }

// ParsePeriodKind reads the reader's words.
func ParsePeriodKind(s string) (PeriodKind, error) {
	return fromWord[PeriodKind](periodWords, "period", s)
}

// MarshalText writes the reader's words.
func (k PeriodKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the reader's words.
func (k *PeriodKind) UnmarshalText(text []byte) error {
	return textFromWord(periodWords, "period", text, k)
}

// InYear is how many periods of a kind a year has; 0 for a kind that is not a
// part of the year.
func (k PeriodKind) InYear() int {
	if k < Month || k > Year {
		return 0
	}
	return monthsInYear / periodMonths[k]
}
