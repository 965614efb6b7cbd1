// Package report says for people and for machines where agreements stand: one
// page for a review meeting, a task list, the numbered record, the derivation of
// a sum, the ledger. It reads what package run hands out and changes nothing.
// Text fits 80 columns and has one mechanism for paragraphs, tables and trees
// (page.go); JSON carries a schema_version and only ever grows. Events and
// effects are put in words by package scenario, so that a transcript of a
// scenario and the record of the real thing read alike.
package report
