package syntax

// Edge is where a range of an amount ends: `£10,000`, or `5% of target`. Of is
// nil where the base is not said.
type Edge struct {
	Money   *Money   `parser:"( @@"`
	Percent *Percent `parser:"| @@ )"`
	Of      *Ident   `parser:"('of' @@)?"`
}

// Tier is a range of an amount: `up to 5% of target`, `above £10,000 up to
// £20,000`, `above 10% of target`, `any amount` or `any sum`. What stands after
// `above` lies outside the range, what stands after `up to` inside it: a penny
// above belongs to the next.
type Tier struct {
	Any   bool  `parser:"( @('any' ('amount' | 'sum'))"`
	Above *Edge `parser:"| 'above' @@"`
	UpTo  *Edge `parser:"  ('up' 'to' @@)? | 'up' 'to' @@ )"`
}

// TierShare is `above 5% up to 10% of target, 50% from providing to commissioning`.
type TierShare struct {
	Range Tier    `parser:"@@ ','"`
	Part  Percent `parser:"@@"`
	From  Ident   `parser:"'from' @@"`
	To    Ident   `parser:"'to' @@"`
}
