package record

// Text names a text that the parties may go on under: its machine by the
// fingerprint, the files kept of it by the SHA-256 of their bytes.
type Text struct {
	Path        string   `json:"path"`
	Fingerprint string   `json:"fingerprint"`
	Words       string   `json:"words"`
	Machine     string   `json:"machine"`
	Against     string   `json:"against"` // fingerprint of the text that it was written to take the place of
	Renamed     []Rename `json:"renamed,omitempty"`
	// Stays: its author has said that what is over when it is adopted keeps what it
	// was paid, though the text has another sum for it.
	Stays bool `json:"stays,omitempty"`
}

// Rename is a block that goes by another name in the newer text. They are kept
// with the text, so that a later program carries over the same things.
type Rename struct {
	Was string `json:"was"`
	Now string `json:"now"`
}

// Varied: a decision has adopted another text, and from now on the agreement
// runs by it; or, with Aside, something had nowhere to go in it, and the
// agreement goes on by the text that it has. Only the shell makes it, of what a
// vote or a day has led to.
type Varied struct {
	Act
	Decision Key      `json:"decision"` // the opening that adopted it
	Text     Text     `json:"text"`
	Aside    []string `json:"aside,omitempty"` // why the change was set aside, a sentence each
}

func (Varied) event() {}

// textFollows stands where else the next thing or part of one begins.
const textFollows = -103

// pastStays stands behind a text whose author has said that what is over stays.
const pastStays = -104

// newText is written only for a ballot that has one, so that what was recorded
// before has the digest that it had.
func (b *canonical) newText(t *Text) {
	if t == nil {
		return
	}
	b.int(textFollows)
	for _, s := range []string{t.Path, t.Fingerprint, t.Words, t.Machine, t.Against} {
		b.text(s)
	}
	list(b, t.Renamed, func(r Rename) { b.text(r.Was); b.text(r.Now) })
	if t.Stays {
		b.int(pastStays)
	}
}
