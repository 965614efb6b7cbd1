// Package problem words everything that can be wrong with an agreement, a
// framework or a scenario, so that one reader is spoken to in one voice. The
// rules of package check find a problem and call its method on a Collector; the
// method knows the code, the sentence, the places beside it and the line that
// mends it. Where a choice is open, it shows both readings with their figures.
// Nothing is looked for here.
package problem
