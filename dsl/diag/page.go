package diag

import "slices"

// Page explains one kind of finding to its reader: what it means and how it is
// mended, with an example that has it and one that has not. An example is one
// or more whole blocks; they take the place of the blocks with the same keyword
// and name in a small agreement without findings, and a test runs both.
type Page struct {
	Code  Code
	Says  string // a paragraph in plain words
	Wrong string
	Right string
}

// Pages are the pages of a stage, or of all.
type Pages []Page

// Find returns the page of a code.
func (p Pages) Find(code Code) (Page, bool) {
	i := slices.IndexFunc(p, func(page Page) bool { return page.Code == code })
	if i < 0 {
		return Page{}, false
	}
	return p[i], true
}
