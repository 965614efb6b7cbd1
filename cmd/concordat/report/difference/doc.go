// Package difference writes what a change of an agreement's text comes to: the
// differences of two texts for the terminal, as a web page, as Markdown for a
// merge request, as JSON for programs, as findings beside the text and as a deed
// of variation to be signed, and the plan by which a running agreement is
// carried over. Package diff knows what differs; nothing is found out here.
package difference
