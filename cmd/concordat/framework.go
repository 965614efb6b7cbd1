package main

import (
	"os"
	"path/filepath"
	"slices"

	"concordat/dsl"
	"concordat/dsl/diag"
	"concordat/dsl/settled"
)

const frameworkEnding = ".framework"

// frameworks reads what a text on disk follows.
func frameworks(path string, text []byte) []*settled.Framework {
	return followed(path, text, onDiskNear(filepath.Dir(path)))
}

// onDiskNear reads files near a text that stands in a folder.
func onDiskNear(folder string) reading {
	return func(near string) (string, []byte, error) {
		at := filepath.Join(folder, filepath.FromSlash(near))
		words, err := os.ReadFile(at)
		return at, words, err
	}
}

// reading reads a file, given the way there from a text's own folder.
type reading func(near string) (at string, words []byte, err error)

// followed reads what a text follows: NAME.framework beside it, else in the folder
// `frameworks` beside its folder. One that is in neither is for the checker to find.
func followed(path string, text []byte, read reading) []*settled.Framework {
	var out []*settled.Framework
	for _, name := range dsl.Follows(path, text) {
		for _, near := range []string{name + frameworkEnding, "../frameworks/" + name + frameworkEnding} {
			at, words, err := read(near)
			if err != nil {
				continue
			}
			if law, _ := dsl.Framework(at, words); law != nil {
				out = append(out, law)
			}
			break
		}
	}
	return out
}

// sources are the texts that the findings of a source point into.
func (s *source) sources() diag.Sources {
	out := diag.Sources{s.path: s.text}
	for _, law := range s.follows {
		out[law.Path] = law.Src
	}
	return out
}

// framework reads a file of a framework.
func (p *program) framework(path string) (*settled.Framework, source, error) {
	text, err := p.readFile(path)
	if err != nil {
		return nil, source{}, err
	}
	s := source{path: path, text: text}
	var law *settled.Framework
	if law, s.found = dsl.Framework(path, text); law == nil && !s.found.HasErrors() {
		return nil, s, usage("begin it with `framework NAME \"Title\" {`", "%s holds no framework", path)
	}
	return law, s, nil
}

// against checks agreements against a framework that they need not follow.
func (p *program) against(path string, sources diag.Sources, found diag.List) (diag.List, error) {
	if path == "" {
		return found, nil
	}
	law, s, err := p.framework(path)
	if err != nil {
		return nil, err
	}
	if s.found.HasErrors() {
		return nil, p.showErrors(s)
	}
	var files []string
	for file := range sources {
		if filepath.Ext(file) == agreementEnding {
			files = append(files, file)
		}
	}
	slices.Sort(files)
	for _, file := range files {
		found = append(found, dsl.Against(file, sources[file], law)...)
	}
	sources[path] = s.text
	return found, nil
}
