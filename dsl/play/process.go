package play

import (
	"concordat/dsl/syntax"
	"concordat/engine"
)

// filed is evidence in words; without any, its name stands for a file.
func filed(a *syntax.FilesAct, by engine.Act) engine.Event {
	ev := engine.Filed{Act: by, Step: a.Step.Name, Name: a.Evidence.Name, Words: a.Evidence.Name}
	if a.Words != nil {
		ev.Words = a.Words.Value
	}
	return ev
}
