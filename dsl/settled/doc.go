// Package settled is an agreement as it is meant: every name is the thing that it
// names, every literal a value with its unit, every sentence its meaning. Package
// check makes it from what is written; later stages read it and nothing else.
// Each part keeps its place in the source for findings, and its block and
// statement for reasons; no part holds text to be looked up again.
package settled
