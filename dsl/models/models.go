// Package models holds the models of agreement that `concordat new` starts and
// `concordat choose` compares: for each, when it fits, what speaks for and
// against it, what can go wrong, what it needs, and a starting text in the
// language. The texts stand in start/, one a model; they have no scenarios, for
// what is still to be agreed cannot be played. A test checks each, so that they
// follow the language.
package models

import (
	"embed"
	"fmt"
	"strings"
)

// Model is a kind of agreement, as somebody sees it who has to choose one.
type Model struct {
	Name    string   // as `model` in an agreement says it
	Title   string   // "Development partnership"
	Says    string   // what it is, in a sentence
	Fits    []string // when to choose it
	Unfit   []string // when not
	For     []string // what speaks for it
	Against []string // what speaks against it
	Risks   []string // what can go wrong, and who feels it
	Needs   []string // what makes it succeed
	Example string   // file of a worked example, from the root of the collection
}

// All are the models in the order in which they are compared: those that look
// for a service first, then those that buy one together, then those that share
// risk for it.
func All() []Model {
	return []Model{
		developmentPartnership, publicSocialPartnership,
		multipleOutcomes, partnershipPurchasing,
		standAlone, alignedBudgets, leadCommissioning,
		investment, alliance,
	}
}

// Names are the names of all models.
func Names() []string {
	var names []string
	for _, m := range All() {
		names = append(names, m.Name)
	}
	return names
}

// Find is the model of a name.
func Find(name string) (Model, bool) {
	for _, m := range All() {
		if m.Name == name {
			return m, true
		}
	}
	return Model{}, false
}

//go:embed start
var start embed.FS

// Start is the starting agreement of a model, with another name. In start/ a
// text bears the name of its model.
func (m Model) Start(name string) string {
	text, err := start.ReadFile("start/" + m.Name + ".agreement")
	own := "\nagreement " + m.Name + " "
	if err != nil || strings.Count(string(text), own) != 1 {
		panic(fmt.Sprintf("models: start/%s.agreement is not there, or does not name its agreement once: %v", m.Name, err)) // ours, embedded
	}
	return strings.Replace(string(text), own, "\nagreement "+name+" ", 1)
}
