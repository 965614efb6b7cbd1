package syntax

// Follows is `third_sector`, or `third_sector, procurement begun on 2 April 2012`.
type Follows struct {
	Name  Ident `parser:"@@"`
	Begun *Date `parser:"(',' 'procurement' 'begun' 'on' @@)?"`
}

// LawThreshold is `low_value £5,000 from 1 April 2012`.
type LawThreshold struct {
	Name Ident `parser:"@@"`
	Sum  Money `parser:"@@"`
	From Date  `parser:"'from' @@"`
}

// Require is one thing that an agreement must have. One of its forms is set.
type Require struct {
	Term   *Length        `parser:"( 'term' 'at' 'least' @@"`
	Route  *RouteAbove    `parser:"| 'route' 'for' 'money' 'above' @@"`
	Most   *RequireMost   `parser:"| 'at' 'most' @@"`
	Clause *RequireClause `parser:"| 'clause' @@"`
	Every  *RequireEvery  `parser:"| @@"`
	In     *RequireIn     `parser:"| @@"`
	Least  *RequireLeast  `parser:"| 'at' 'least' @@"`
	Block  *Word          `parser:"| @@ )"`
	For    *RequireFor    `parser:"('for' @@)?"`
	Why    *Text          `parser:"(',' @@)?"`
}

// RequireFor is what an agreement must buy for a line to be asked of it: one is set.
type RequireFor struct {
	What Choice[Bought]   `parser:"  @@"`
	In   Choice[Category] `parser:"| @@"`
}

// RouteAbove is a sum, or the name of a threshold.
type RouteAbove struct {
	Sum       *Money `parser:"  @@"`
	Threshold *Ident `parser:"| @@"`
}

// RequireMost is `2 returns a year for money up to low_value`.
type RequireMost struct {
	Count Number     `parser:"@@ 'returns' 'a' 'year' 'for' 'money'"`
	UpTo  RouteAbove `parser:"'up' 'to' @@"`
}

// RequireClause is `staff "What staff each side provides"`.
type RequireClause struct {
	Name  Ident `parser:"@@"`
	Title Text  `parser:"@@"`
}

// RequireEvery is `review every year`: at least so often.
type RequireEvery struct {
	Block Word          `parser:"@@ 'every'"`
	Cycle Choice[Cycle] `parser:"@@"`
}

// RequireIn is `baseline in every measure`.
type RequireIn struct {
	Statement []*Word `parser:"@@ ((?! 'in') @@)?"`
	Block     Word    `parser:"'in' ('every' | 'the') @@"`
}

// RequireLeast is `3 measure`.
type RequireLeast struct {
	Count Number `parser:"@@"`
	Block Word   `parser:"@@"`
}

// MeetsClauses are the clauses of a framework that a clause meets.
type MeetsClauses struct {
	Names []*Ident `parser:"@@ (',' @@)*"`
}

var frameworkBlock = &BlockDef{
	Keyword: "framework", Named: true, Titled: true, In: FrameworkFile,
	Doc: "A minimum standard, or what a law asks for: agreements that follow it are checked against it, line by line.",
	Example: `framework third_sector "How the voluntary sector is commissioned" {
  source     "The leaders' update of September 2011, 4.6 and 5.6"
  vat        sums exclude VAT
  threshold  low_value £5,000 from 1 April 2012
  threshold  low_value £10,000 from 1 April 2014
  require    term at least 3 years, "stability in place of annual grants"
  require    route for money above low_value
  require    review every year
  require    returned in every measure
  require    process for complex services, "nobody can say yet what to buy"
  require    clause equality "Who is reached, and how unequal treatment is put right"
}`,
	Statements: []*StatementDef{
		{Keyword: "source", Need: Required, Shape: `"WHERE"`, Example: `source "The leaders' update, 4.6"`, Means: "Where the standard is laid down.", value: of[Says]()},
		{
			Keyword: "vat", Shape: "sums exclude VAT, or: sums include VAT", Example: "vat sums include VAT",
			Means: "Whether its sums hold VAT; needed where it names any.", value: of[Vat](),
		},
		{
			Keyword: "threshold", Key: 1, Many: true, Shape: "NAME MONEY from DATE", Example: "threshold low_value £5,000 from 1 April 2012",
			Means: "A value that holds from a day until the next line of that name; the day on which procurement begins picks one.", value: of[LawThreshold](),
		},
		{
			Keyword: "require", Need: Required, Many: true,
			Shape:   `term at least LENGTH, or: route for money above MONEY or THRESHOLD, at most N returns a year for money up to MONEY or THRESHOLD, review every CYCLE, STATEMENT in every BLOCK, at least N BLOCK, BLOCK, clause NAME "WHAT"; then: [ for complex services, or: for category C1], then: [, "WHY"]`,
			Example: `require term at least 3 years, "stability in place of annual grants"`,
			Means:   "What an agreement must have. Whether the words of a clause are good enough is for people: that a clause claims to meet it can be checked.", value: of[Require](),
		},
	},
}
