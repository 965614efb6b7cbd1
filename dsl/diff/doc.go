// Package diff compares what two revisions of one agreement, or of one framework, mean. Blocks are
// matched by kind and name, renames are found, and every statement that differs
// becomes a Change: what it is about (area), what about it (aspect), which way
// it went (action), whom it helps or hurts, and how much weight it has for a
// lawyer (level). A table says for every statement of the language what it is
// about and whose interest it serves; the rest follows from the kinds of the
// literals that differ. Layout, comments and an order that means nothing are no
// change. What a change comes to in pounds is found by playing scenarios on both.
package diff
