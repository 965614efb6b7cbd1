package syntax

// Roles is `provider, vcse`.
type Roles struct {
	Roles []*Choice[RoleWord] `parser:"@@ (',' @@)*"`
}

// RoleWord is what a party does in the agreement.
type RoleWord string

const (
	Commissioner RoleWord = "commissioner"
	Provider     RoleWord = "provider"
	VCSE         RoleWord = "vcse" // a voluntary, community or social enterprise
	Council      RoleWord = "local_authority"
	NHS          RoleWord = "nhs"
	Social       RoleWord = "social_enterprise" // trades for a social aim, and is socially owned
)

func (RoleWord) Phrases() []string {
	return []string{string(Commissioner), string(Provider), string(VCSE), string(Council), string(NHS), string(Social)}
}

// Trades is `62% of turnover`.
type Trades struct {
	Part Percent `parser:"@@ 'of' 'turnover'"`
}

// BodyPaid is `by NAME`.
type BodyPaid struct {
	By Ident `parser:"'by' @@"`
}

// Seat is a party's place in a group, and the office that fills it.
type Seat struct {
	EveryParty bool   `parser:"( @('every' 'party')"`
	Party      *Ident `parser:"| @@ )"`
	Office     Text   `parser:"@@"`
}

// VotesWord is how votes are counted.
type VotesWord string

const OneASeat VotesWord = "one a seat"

func (VotesWord) Phrases() []string { return []string{string(OneASeat)} }

// Votes is `one a seat`.
type Votes struct {
	Are Choice[VotesWord] `parser:"@@"`
}

// LimitWord says that no sum is too large.
type LimitWord string

const WithoutLimit LimitWord = "without limit"

func (LimitWord) Phrases() []string { return []string{string(WithoutLimit)} }

// Binds is `each seat its own party, up to £200,000 a decision`. UpTo is nil
// where there is no limit.
type Binds struct {
	UpTo         *Money            `parser:"'each' 'seat' 'its' 'own' 'party' ',' ( 'up' 'to' @@ 'a' 'decision'"`
	WithoutLimit Choice[LimitWord] `parser:"| @@ )"`
}

// Undone is who may undo what a group decides.
type Undone struct {
	By Who `parser:"'by' @@"`
}

var partyBlock = &BlockDef{
	Keyword: "party", Named: true, Titled: true,
	Doc:     "Somebody who signs the agreement and is bound by it.",
	Becomes: "somebody who may act",
	Example: `party certitude "Certitude" { role provider, vcse }`,
	Statements: []*StatementDef{
		{
			Keyword: "role", Need: Required, Shape: "ROLE[, ROLE]", Example: "role provider, vcse",
			Means: "What the party does: commissioner, provider; and what it is: local_authority, nhs, vcse (the voluntary sector), social_enterprise.", value: of[Roles](),
		},
		{
			Keyword: "social aim", Shape: `"AIM"`, Example: `social aim "Work for people who have been in care"`,
			Means: "What a social enterprise trades for.", value: of[Says](),
		},
		{
			Keyword: "owned by", Shape: `"WHOM"`, Example: `owned by "its members, one vote each"`,
			Means: "Who owns a social enterprise.", value: of[Says](),
		},
		{
			Keyword: "trades", Shape: "PERCENT of turnover", Example: "trades 62% of turnover",
			Means: "How much of its turnover a social enterprise earns by trade: more than half.", value: of[Trades](),
		},
		{
			Keyword: "legal name", Shape: `"NAME"`, Example: `legal name "Southside Partnership"`,
			Means: "The name that the party has in law, where its title is another.", value: of[Says](),
		},
		{
			Keyword: "registered", Shape: `"REGISTER AND NUMBER"`, Example: `registered "in the register of charities, under its number there"`,
			Means: "The register in which the party stands, and its number.", value: of[Says](),
		},
		{
			Keyword: "signs", Shape: `"OFFICE"`, Example: `signs "Chief executive"`,
			Means: "The office whose holder signs for the party; the signature page names it.", value: of[Says](),
		},
		{
			Keyword: "served at", Shape: `"ADDRESS"`, Example: `served at "its registered office, for the company secretary"`,
			Means: "Where a notice to the party is served.", value: of[Says](),
		},
	},
}

var bodyBlock = &BlockDef{
	Keyword: "body", Named: true, Titled: true, Bare: true,
	Doc:     "Somebody who advises or decides a dispute, but does not sign.",
	Becomes: "somebody who may be asked",
	Example: `body auditor "An independent accountant" { paid by commissioning }`,
	Statements: []*StatementDef{
		{
			Keyword: "paid", Shape: "by NAME", Example: "paid by commissioning",
			Means: "Who pays for the body's work.", value: of[BodyPaid](),
		},
		{
			Keyword: "part of", Shape: "PARTY", Example: "part of council",
			Means: "The party that the body belongs to.", value: of[Name](),
		},
	},
}

var groupBlock = &BlockDef{
	Keyword: "group", Named: true, Titled: true,
	Doc:     "People who decide together, one seat a party.",
	Becomes: "who may vote, for whom, up to what sum, on which days",
	Example: `group leadership "Alliance Leadership Team" {
  seat lambeth  "Director of Adult Social Care"
  seat slam     "Chief Operating Officer"
  votes      one a seat
  binds      each seat its own party, up to £200,000 a decision
  delegated  1 April 2015 to 31 March 2018
  undone     by nobody
}`,
	Statements: []*StatementDef{
		{
			Keyword: "seat", Key: 1, Need: Required, Many: true, Shape: `NAME "OFFICE", or: every party "OFFICE"`,
			Example: `seat lambeth "Director of Adult Social Care"`,
			Means:   "A party's place, and the office that fills it.", value: of[Seat](),
		},
		{
			Keyword: "votes", Need: Required, Shape: "one a seat", Example: "votes one a seat",
			Means: "How votes are counted.", value: of[Votes](),
		},
		{
			Keyword: "binds", Need: Required, Shape: "each seat its own party, up to MONEY a decision, or: , without limit",
			Example: "binds each seat its own party, up to £200,000 a decision",
			Means:   "Whom a vote binds, and up to what sum.", value: of[Binds](),
		},
		{
			Keyword: "delegated", Need: Required, Shape: "DATE to DATE", Example: "delegated 1 April 2015 to 31 March 2018",
			Means: "From when to when the seats hold this power.", value: of[Dates](),
		},
		{
			Keyword: "undone", Need: Required, Shape: "by nobody, or: by NAMES", Example: "undone by nobody",
			Means: "Who may undo what the group decides.", value: of[Undone](),
		},
	},
}
