package main

import (
	"io/fs"
	"path/filepath"

	"concordat/cmd/concordat/report"
	"concordat/dsl"
	"concordat/dsl/diag"
	"concordat/engine/machine"
	"concordat/engine/portfolio"
	"concordat/engine/value"
)

// portfolio shows the agreements of a folder as one.
func (p *program) portfolio(folder string, on value.Date) error {
	files, all, err := p.agreementFiles(folder)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return usage("name a folder that has some, or whose folders have", "there is no %s file in %s", agreementEnding, folder)
	}
	view := portfolio.Look(all, on)
	if p.format == "json" {
		return p.printBytes(report.PortfolioJSON(folder, files, view))
	}
	page := p.page()
	report.Portfolio(page, folder, files, view)
	return p.print(page)
}

// agreementFiles reads every agreement below a folder, by path; those with errors have no machine.
func (p *program) agreementFiles(folder string) (files []report.PortfolioFile, all []*machine.Machine, err error) {
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != agreementEnding {
			return err
		}
		text, err := p.readFile(path)
		if err != nil {
			return err
		}
		m, found := dsl.Compile(path, text, frameworks(path, text)...)
		within, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		f := report.PortfolioFile{Path: filepath.ToSlash(within), Machine: m}
		for _, d := range found {
			switch d.Severity {
			case diag.Error:
				f.Errors++
			case diag.Hole:
				f.Holes++
			}
		}
		files = append(files, f)
		if m != nil {
			all = append(all, m)
		}
		return nil
	})
	return files, all, err
}
