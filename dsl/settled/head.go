package settled

import (
	"concordat/dsl/diag"
	"concordat/engine/machine"
)

// Head is what every settled block has: its name and its place.
type Head struct {
	Keyword string
	Name    string // of a block without a name, such as `agreement`, its keyword
	Title   string
	At      diag.Span // from the keyword to the opening brace
	NameAt  diag.Span
	// Lines are all statements of the block in the order of the text.
	Lines []Said
}

// Said is a statement's place: what refusals, deadlines and findings point at.
type Said struct {
	Ref  machine.Ref
	Text string // the statement's value in words, on one line
	At   diag.Span
}

// Place is where it is said, also of what is said there.
func (s Said) Place() Said { return s }

// Named is a settled block that other blocks can name.
type Named interface{ head() *Head }

func (h *Head) head() *Head { return h }

// HeadOf is the head of a settled block.
func HeadOf(b Named) *Head { return b.head() }

// NameOf is the name of a settled block; where there is none, because its name
// Is still to be agreed, it is empty.
func NameOf[B interface {
	comparable
	Named
}](b B) string {
	var none B
	if b == none {
		return ""
	}
	return b.head().Name
}

// Ref names a statement of the block; an empty keyword names the block itself.
// Statements of the agreement block are named by its keyword, not by its name,
// so that `agreement.term` means the same in every agreement.
func (h *Head) Ref(keyword string) machine.Ref {
	if h.Keyword == "agreement" {
		return machine.Ref{Block: h.Keyword, Statement: keyword}
	}
	return machine.Ref{Block: h.Name, Statement: keyword}
}

// Said is the first statement with this keyword. Where the block has none, the
// place is the block's head and the text is empty.
func (h *Head) Said(keyword string) Said {
	for _, s := range h.Lines {
		if s.Ref.Statement == keyword {
			return s
		}
	}
	return Said{Ref: h.Ref(keyword), At: h.At}
}

// Has reports whether the block has a statement with this keyword.
func (h *Head) Has(keyword string) bool {
	for _, s := range h.Lines {
		if s.Ref.Statement == keyword {
			return true
		}
	}
	return false
}
