// Package check settles a parsed agreement: every name becomes the thing it
// names, every literal a value with its unit, every sentence its meaning. What
// cannot be settled, and what is settled but cannot work, becomes a finding
// with a code, an exact range and a line that says how to mend it. What comes out
// is of package settled. An agreement with no errors always compiles.
package check
