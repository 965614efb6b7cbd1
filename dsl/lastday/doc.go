// Package lastday reckons the last day on which each duty of a settled agreement
// can still happen: every figure comes as late as it may, is contested on the
// last day for that and goes through every level of a dispute; every vote fails
// and every escalation takes its time. A day says how it comes about, step by
// step, with the statement behind each step.
package lastday
