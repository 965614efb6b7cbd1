package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"concordat/dsl"
	"concordat/dsl/diag"
	dslplay "concordat/dsl/play"
	"concordat/dsl/settled"
	"concordat/engine/machine"
	"concordat/engine/scenario"
)

// source is a file of the language and what was found in it.
type source struct {
	path    string
	text    []byte
	machine *machine.Machine // of an agreement without errors
	found   diag.List
	follows []*settled.Framework
}

// load reads an agreement and compiles it.
func (p *program) load(path string) (source, error) {
	text, err := p.readFile(path)
	if err != nil {
		return source{}, err
	}
	s := source{path: path, text: text}
	s.follows = frameworks(path, text)
	s.machine, s.found = dsl.Compile(path, text, s.follows...)
	return s, nil
}

// compiled is load for a command that needs a machine: errors are shown and end it.
func (p *program) compiled(path string) (source, error) {
	s, err := p.load(path)
	if err != nil {
		return s, err
	}
	if s.found.HasErrors() {
		return s, p.showErrors(s)
	}
	return s, nil
}

// showErrors shows what stops a text, and ends the command.
func (p *program) showErrors(s source) error {
	errors := slices.DeleteFunc(slices.Clone(s.found), func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
	if err := diag.Frames(p.err, s.sources(), errors, p.style()); err != nil {
		return err
	}
	return &said{code: exitErrors}
}

const (
	agreementEnding = ".agreement"
	scenarioEnding  = ".scenario"
)

// agreementOf finds the agreement that a scenario file is about: the file of
// that name beside it.
func agreementOf(path string, text []byte) (string, error) {
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "agreement "); ok {
			return filepath.Join(filepath.Dir(path), strings.TrimSpace(name)+agreementEnding), nil
		}
		if line != "" && !strings.HasPrefix(line, "#") {
			break
		}
	}
	return "", usage("begin it with a line like `agreement ipsa`", "%s does not say which agreement it is about", path)
}

// scenariosIn reads a scenario file for the agreement that it names.
func (p *program) scenariosIn(path string) (of source, told source, scenarios []scenario.Scenario, err error) {
	text, err := p.readFile(path)
	if err != nil {
		return of, told, nil, err
	}
	beside, err := agreementOf(path, text)
	if err != nil {
		return of, told, nil, err
	}
	if of, err = p.compiled(beside); err != nil {
		return of, told, nil, err
	}
	told = source{path: path, text: text}
	agreement, _ := dsl.Check(of.path, of.text, of.follows...)
	scenarios, told.found = dslplay.Scenarios(path, text, agreement, of.machine)
	return of, told, scenarios, nil
}

// scenarioFiles are the scenario files beside an agreement that are about it.
func scenarioFiles(agreement string) ([]string, error) {
	beside, err := filepath.Glob(filepath.Join(filepath.Dir(agreement), "*"+scenarioEnding))
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(beside, func(path string) bool {
		text, err := os.ReadFile(path)
		if err != nil {
			return true
		}
		about, err := agreementOf(path, text)
		return err != nil || filepath.Clean(about) != filepath.Clean(agreement)
	}), nil
}
