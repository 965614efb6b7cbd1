// Package value holds the exact quantities of an agreement: money, numbers,
// civil dates, spans, working-day calendars, the periods of a financial year,
// bands and splits. It is a leaf: standard library only, no clock, no floats,
// no I/O but one embedded file of bank holidays, and nothing depends on the
// order of a map. Every operation that could lose a penny or a fraction names
// its rounding. All types are plain data, safe to copy, to share between
// goroutines and to write as JSON.
package value
