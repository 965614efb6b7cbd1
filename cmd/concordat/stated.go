package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"concordat/dsl"
	"concordat/dsl/diag"
	"concordat/dsl/render"
	"concordat/dsl/stated"
)

const claimsEnding = ".claims"

// claims reads a file of claims and recomputes it, with the rows beside it.
func (p *program) claims(path string) (*stated.Report, source, error) {
	text, err := p.readFile(path)
	if err != nil {
		return nil, source{}, err
	}
	s := source{path: path, text: text}
	beside := func(name string) ([]byte, error) {
		rows, err := os.ReadFile(filepath.Join(filepath.Dir(path), name))
		if os.IsNotExist(err) {
			return nil, fmt.Errorf("there is no such file beside %s", filepath.Base(path))
		}
		return rows, err
	}
	recomputed, found := dsl.Claims(path, text, beside)
	s.found = found
	return recomputed, s, nil
}

// showClaims shows what the claims among some files come to, for people.
func (p *program) showClaims(paths []string) error {
	if p.format != "text" || p.quiet {
		return nil
	}
	page := p.page()
	for _, path := range paths {
		if !strings.HasSuffix(path, claimsEnding) {
			continue
		}
		recomputed, _, err := p.claims(path)
		if err != nil {
			return err
		}
		page.Stated(recomputed)
	}
	return p.print(page)
}

// renderClaims writes a file of claims as a report.
func (p *program) renderClaims(path string) error {
	recomputed, s, err := p.claims(path)
	if err != nil {
		return err
	}
	for _, d := range s.found {
		if d.Severity == diag.Error && d.Code != "claim-differs" {
			return p.showErrors(s)
		}
	}
	title := strings.TrimSuffix(filepath.Base(path), claimsEnding)
	text := render.Claims(title, recomputed)
	if p.format == "html" {
		text = render.ClaimsHTML(title, recomputed)
	}
	_, err = fmt.Fprint(p.out, text)
	return err
}
