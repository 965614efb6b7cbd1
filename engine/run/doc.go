// Package run is the shell around the engine: the only part that touches the
// world. It opens a record (a store.Log), loads an agreement by replaying what
// happened, runs what falls due before an act, steps, saves, and only then
// hands back what the act caused. Every record keeps the event, the moment at
// which it was written down, the key of the act and the digest that the event
// led to; a replay that comes to another digest stops at the first event that
// differs. The text that was signed and the machine that was compiled from it
// are kept with the first record: a machine is never recompiled.
package run
