package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"concordat/cmd/concordat/report/folder"
	"concordat/dsl"
	"concordat/dsl/diag"
	"concordat/engine/machine"
	"concordat/engine/portfolio"
	"concordat/engine/run"
	"concordat/engine/value"
)

// portfolio shows the agreements of a folder as one, with what was recorded under
// those that a store has.
func (p *program) portfolio(dir, plan string, on value.Date, recorded []run.Agreement) error {
	files, all, err := p.agreementFiles(dir)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return usage("name a folder that has some, or whose folders have", "there is no %s file in %s", agreementEnding, dir)
	}
	planned, err := p.preventionPlan(plan)
	if err != nil {
		return err
	}
	view := portfolio.Look(all, on)
	if p.format == "json" {
		return p.printBytes(folder.JSON(dir, files, view, planned, recorded))
	}
	page := p.page()
	folder.Write(page, dir, files, view, planned, recorded)
	return p.print(page)
}

// agreementFiles reads every agreement below a folder, by path; those with errors have no machine.
func (p *program) agreementFiles(dir string) (files []folder.File, all []*machine.Machine, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != agreementEnding {
			return err
		}
		text, err := p.readFile(path)
		if err != nil {
			return err
		}
		m, found := dsl.Compile(path, text, frameworks(path, text)...)
		within, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		f := folder.File{Path: filepath.ToSlash(within), Machine: m}
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

// preventionPlan reads the share that a commissioning plan has for prevention in each
// year: a CSV file whose first line is `year,prevention`, then a row such as
// `2015/16,2.5%`; lines that begin with # are comments. No file plans nothing.
func (p *program) preventionPlan(path string) ([]folder.Planned, error) {
	if path == "" {
		return nil, nil
	}
	text, err := p.readFile(path)
	if err != nil {
		return nil, err
	}
	file := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	file.Comment = '#'
	head, err := file.Read()
	if err != nil || !slices.Equal(head, []string{"year", "prevention"}) {
		return nil, usage("write `year,prevention` there, and below it rows such as `2015/16,2.5%`", "the first line of %s does not name the columns", path)
	}
	var out []folder.Planned
	for {
		cells, err := file.Read()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, usage("", "%s is not a CSV file: %s", path, err)
		}
		line, _ := file.FieldPos(0)
		x, err := plannedYear(cells[0], cells[1])
		if err == nil && slices.ContainsFunc(out, func(earlier folder.Planned) bool { return earlier.Year == x.Year }) {
			err = fmt.Errorf("%s was planned above already", x.Year)
		}
		if err != nil {
			return nil, usage("", "%s, line %d: %s", path, line, err)
		}
		out = append(out, x)
	}
}

func plannedYear(year, share string) (folder.Planned, error) {
	year, share = strings.TrimSpace(year), strings.TrimSpace(share)
	if period, err := value.ParsePeriod(year); err != nil || period.Kind != value.Year {
		return folder.Planned{}, fmt.Errorf("`%s` is no financial year; write one such as 2015/16", year)
	}
	percent, err := value.ParseNum(strings.TrimSuffix(share, "%"))
	if err != nil || !strings.HasSuffix(share, "%") || percent.Sign() < 0 || percent.Cmp(value.Int(100)) > 0 {
		return folder.Planned{}, fmt.Errorf("`%s` is no share of the money; write one from 0%% to 100%%, such as 2.5%%", share)
	}
	return folder.Planned{Year: year, Percent: percent}, nil
}
