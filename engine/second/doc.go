// Package second is a second opinion on every pound, for tests alone. It reads a
// machine's JSON and the final figures that are on record, and works out on
// math/big what each party pays and gets. It shares no code with the engine: not
// its types, its money, its dates or its rounding. Sums are whole pence; a
// number is text as the machine writes it ("1/2", "0.4", "60"); a period is
// "2015/16", "2015/16 Q1", "2015/16 H2" or "2015/16 M01"; a day is "2016-03-31".
package second
