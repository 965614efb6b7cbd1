package value

// Range is the set of figures that a band covers, from Low to High. An end
// that is nil has no limit; an open end does not include the limit itself.
type Range struct {
	Low      *Num `json:"low,omitempty"`
	High     *Num `json:"high,omitempty"`
	LowOpen  bool `json:"low_open,omitempty"`
	HighOpen bool `json:"high_open,omitempty"`
}

// Has reports whether a figure is in the range.
func (r Range) Has(n Num) bool {
	if r.Low != nil {
		if c := n.Cmp(*r.Low); c < 0 || c == 0 && r.LowOpen {
			return false
		}
	}
	if r.High != nil {
		if c := n.Cmp(*r.High); c > 0 || c == 0 && r.HighOpen {
			return false
		}
	}
	return true
}

// String is the range in the reader's words, such as "61 to 100", "up to 1",
// "above 1 up to 3", "100 or more".
func (r Range) String() string { return r.words(Num.String) }

// Text is String with every limit to so many decimal places: "up to 1.0".
func (r Range) Text(places int) string {
	return r.words(func(n Num) string { return n.Decimal(places) })
}

func (r Range) words(write func(Num) string) string {
	switch {
	case r.Low == nil && r.High == nil:
		return "any figure"
	case r.Low == nil && r.HighOpen:
		return "below " + write(*r.High)
	case r.Low == nil:
		return "up to " + write(*r.High)
	case r.High == nil && r.LowOpen:
		return "above " + write(*r.Low)
	case r.High == nil:
		return write(*r.Low) + " or more"
	case r.LowOpen && r.HighOpen:
		return "above " + write(*r.Low) + ", below " + write(*r.High)
	case r.LowOpen:
		return "above " + write(*r.Low) + " up to " + write(*r.High)
	case r.HighOpen:
		return write(*r.Low) + " or more, below " + write(*r.High)
	default:
		return write(*r.Low) + " to " + write(*r.High)
	}
}
