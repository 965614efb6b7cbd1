package syntax

// EnteredBy is who may write something down: `by any party`.
type EnteredBy struct {
	By Who `parser:"'by' @@"`
}

// AboutWord is what every entry of a register belongs to.
type AboutWord string

const (
	AboutArea    AboutWord = "an area"
	AboutOutcome AboutWord = "an outcome"
)

func (AboutWord) Phrases() []string { return []string{string(AboutArea), string(AboutOutcome)} }

// EntryAbout is `an area`, or `an outcome`.
type EntryAbout struct {
	What Choice[AboutWord] `parser:"@@"`
}

// NoteForm is what a note must be, where it is not words.
type NoteForm string

const (
	NoteDate   NoteForm = "a date"
	NoteSum    NoteForm = "a sum"
	NoteNumber NoteForm = "a number"
)

func (NoteForm) Phrases() []string {
	return []string{string(NoteDate), string(NoteSum), string(NoteNumber)}
}

// Noted is `last_day "Until when it holds", a date`, or
// `likelihood "How likely it is", a number from 1 to 5`.
type Noted struct {
	Name  Ident            `parser:"@@"`
	Title Text             `parser:"@@"`
	Form  Choice[NoteForm] `parser:"( ',' @@"`
	From  *Number          `parser:"  ( 'from' @@"`
	To    *Number          `parser:"    'to' @@ )? )?"`
}

// AnswersLead is the party that leads the area which an entry is about.
type AnswersLead string

const LeadOfItsArea AnswersLead = "the lead of its area"

func (AnswersLead) Phrases() []string { return []string{string(LeadOfItsArea)} }

// EntryAnswered is `never`, or `by WHO, within LENGTH of entry`: then Within,
// and either Lead or By, is set.
type EntryAnswered struct {
	Never  bool                `parser:"( @'never'"`
	Lead   Choice[AnswersLead] `parser:"| 'by' ( @@"`
	By     *Who                `parser:"       | @@ ) ','"`
	Within *Within             `parser:"  @@ )"`
}

// EntryLesson is `required`.
type EntryLesson struct {
	Required Choice[LessonWord] `parser:"@@"`
}

// LessonWord says that an answer must name what was learned.
type LessonWord string

const LessonRequired LessonWord = "required"

func (LessonWord) Phrases() []string { return []string{string(LessonRequired)} }

// Rated is `likelihood * impact`.
type Rated struct {
	A Ident `parser:"@@ '*'"`
	B Ident `parser:"@@"`
}

// ExpiresOn is `on last_day`: the note that says on which day an entry ends.
type ExpiresOn struct {
	Note Ident `parser:"'on' @@"`
}

var registerBlock = &BlockDef{
	Keyword: "register", Named: true, Titled: true,
	Doc:     "What is written down, and answered where an answer is owed: complaints, lessons, exceptions, risks, gifts of time.",
	Becomes: "a machine for each entry: entered, late, answered in time or late, expired, fallen away",
	Example: `register complaints "Complaints and compliments" {
  kinds      complaint, compliment
  entered    by any party
  about      an area
  notes      service "Which service it is about"
  answered   by the lead of its area, within 20 working days of entry
  lesson     required
  if late    tell leadership
}`,
	Statements: []*StatementDef{
		{
			Keyword: "kinds", Need: Required, Shape: "NAME, NAME", Example: "kinds complaint, compliment",
			Means: "What can be entered; entries are counted by kind.", value: of[Names](),
		},
		{
			Keyword: "entered", Need: Required, Shape: "by WHO", Example: "entered by any party",
			Means: "Who may enter something.", value: of[EnteredBy](),
		},
		{
			Keyword: "about", Shape: "an area, or: an outcome", Example: "about an area",
			Means: "Every entry names the outcome that it is about, or the area and, where that is led place by place, the place.", value: of[EntryAbout](),
		},
		{
			Keyword: "notes", Many: true, Shape: `NAME "WHAT"[, a date, a sum, or a number[ from NUMBER to NUMBER]]`,
			Example: `notes likelihood "How likely it is", a number from 1 to 5`,
			Means:   "What must be said with every entry; without a form, in words.", value: of[Noted](),
		},
		{
			Keyword: "answered", Need: Required, Shape: "never, or: by WHO, within LENGTH of entry, or: by the lead of its area, within …",
			Example: "answered by the lead of its area, within 20 working days of entry",
			Means:   "Who owes an answer, and until when; `never` is a record to which no answer is owed.", value: of[EntryAnswered](),
		},
		{
			Keyword: "lesson", Shape: "required", Example: "lesson required",
			Means: "Nothing is answered without saying what was learned from it.", value: of[EntryLesson](),
		},
		{
			Keyword: "rated", Shape: "NOTE * NOTE", Example: "rated likelihood * impact",
			Means: "Entries are listed by the product of two numbers noted with them, the highest first.", value: of[Rated](),
		},
		{
			Keyword: "totals", Shape: "NOTE, NOTE", Example: "totals worth",
			Means: "Which sums or numbers noted with the entries are added up, by kind.", value: of[Names](),
		},
		{
			Keyword: "expires", Shape: "on NOTE", Example: "expires on last_day",
			Means: "The date noted with an entry at whose end it is over.", value: of[ExpiresOn](),
		},
		{
			Keyword: "if late", Many: true, Shape: "ACTION", Example: "if late tell leadership",
			Means: "What happens when an answer does not come in time; who is waited for still answers.", value: of[Then](),
		},
	},
}

// EntersAct is `complaint in complaints "words", area older_people, service "Day centre"`.
type EntersAct struct {
	Kind     Ident        `parser:"@@ 'in'"`
	Register Ident        `parser:"@@"`
	Words    Text         `parser:"@@"`
	Notes    []*EntryNote `parser:"(',' (?! 'because') @@)*"`
}

// EntryNote is `last_day 31 March 2009`.
type EntryNote struct {
	Name  Word   `parser:"@@"`
	Value Answer `parser:"@@"`
}

// AnswersAct is `complaints 1 "words", lesson "…"`.
type AnswersAct struct {
	Register Ident  `parser:"@@"`
	Number   Number `parser:"@@"`
	Words    Text   `parser:"@@"`
	Lesson   *Text  `parser:"(',' 'lesson' @@)?"`
}
