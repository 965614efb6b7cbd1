package folder

import (
	"slices"

	"concordat/cmd/concordat/report"
	"concordat/engine/portfolio"
	"concordat/engine/run"
	"concordat/engine/value"
)

type portfolioJSON struct {
	SchemaVersion int              `json:"schema_version"`
	Folder        string           `json:"folder"`
	On            value.Date       `json:"on"`
	Files         []fileJSON       `json:"files"`
	Ends          []endJSON        `json:"ends"`
	Notices       []windowJSON     `json:"notices"`
	Money         []shareJSON      `json:"money"`
	Unknown       []uncountedJSON  `json:"not_counted"`
	Purposes      []purposeJSON    `json:"purposes"`
	Prevention    []preventionJSON `json:"prevention_by_year"`
	Providers     []providerJSON   `json:"providers"`
	Twice         []twiceJSON      `json:"perhaps_twice"`
	Unprocured    []unprocuredJSON `json:"without_competition"`
	Closings      []closingJSON    `json:"wound_down"`
	Apart         []apartJSON      `json:"prevention_as_a_part"`
	Compared      []comparedJSON   `json:"same_figure"`
}

type fileJSON struct {
	Path      string `json:"path"`
	Agreement string `json:"agreement,omitempty"`
	Errors    int    `json:"errors"`
	Holes     int    `json:"holes"`
}

type endJSON struct {
	Agreement string `json:"agreement"`
	Title     string `json:"title"`
	Is        string `json:"is"`
	First     string `json:"first_day,omitempty"`
	Last      string `json:"last_day,omitempty"`
}

type windowJSON struct {
	Agreement string      `json:"agreement"`
	Notice    string      `json:"notice"`
	Open      bool        `json:"to_be_agreed,omitempty"`
	AnyDay    bool        `json:"any_day,omitempty"`
	GiveBy    string      `json:"give_by,omitempty"`
	Effect    string      `json:"takes_effect,omitempty"`
	Serve     []serveJSON `json:"serve,omitempty"`
}

type serveJSON struct {
	Manner string `json:"manner"`
	By     string `json:"by,omitempty"`
}

type shareJSON struct {
	Year       string      `json:"year"`
	Payer      string      `json:"payer"`
	Pays       value.Money `json:"pays_pence"`
	Spends     value.Money `json:"spends_pence"`
	AtMost     value.Money `json:"results_at_most_pence"`
	Agreements []string    `json:"agreements"`
}

type uncountedJSON struct {
	Agreement string `json:"agreement"`
	Title     string `json:"title"`
	Why       string `json:"why"`
}

type purposeJSON struct {
	Agreement   string      `json:"agreement"`
	Total       value.Money `json:"total_pence"`
	Prevention  value.Money `json:"prevention_pence"`
	Returns     value.Money `json:"returns_pence"`
	Unsaid      value.Money `json:"not_said_pence"`
	Established int         `json:"figures_established"`
	Trying      int         `json:"figures_being_established"`
	Silent      int         `json:"figures_not_said"`
}

type preventionJSON struct {
	Year    string      `json:"year"`
	Sum     value.Money `json:"prevention_pence"`
	Total   value.Money `json:"total_pence"`
	Share   string      `json:"share_percent,omitempty"`
	Planned string      `json:"planned_percent,omitempty"`
}

type providerJSON struct {
	Provider   string      `json:"provider"`
	Gets       value.Money `json:"paid_pence"`
	Agreements []string    `json:"agreements"`
	Alone      []string    `json:"only_provider_of,omitempty"`
}

type twiceJSON struct {
	What       string   `json:"what"`
	Title      string   `json:"title"`
	Agreements []string `json:"agreements"`
}

type unprocuredJSON struct {
	Agreement string `json:"agreement"`
	Funding   string `json:"funding"`
	How       string `json:"how"`
	Waiver    string `json:"waiver,omitempty"`
}

// JSON is the same for machines.
func JSON(folder string, files []File, v portfolio.View, planned []Planned, recorded []run.Agreement) ([]byte, error) {
	out := portfolioJSON{
		SchemaVersion: 1, Folder: folder, On: v.On, Files: []fileJSON{}, Ends: []endJSON{}, Notices: []windowJSON{}, Money: []shareJSON{}, Unknown: []uncountedJSON{},
		Purposes: []purposeJSON{}, Prevention: preventionRows(v, planned), Providers: []providerJSON{}, Twice: []twiceJSON{}, Unprocured: []unprocuredJSON{},
		Closings: closingRows(v), Apart: apartRows(v, recorded), Compared: comparedRows(v, recorded),
	}
	for _, f := range files {
		line := fileJSON{Path: f.Path, Errors: f.Errors, Holes: f.Holes}
		if f.Machine != nil {
			line.Agreement = f.Machine.Name
		}
		out.Files = append(out.Files, line)
	}
	for _, t := range v.Terms {
		out.Ends = append(out.Ends, endJSON{Agreement: t.Of.Name, Title: t.Of.Title, Is: string(t.Is), First: t.First.ISO(), Last: t.Last.ISO()})
	}
	for _, w := range v.Windows {
		line := windowJSON{Agreement: w.Of.Name, Notice: w.Notice.Name, Open: w.Open, AnyDay: w.AnyDay, GiveBy: w.Last.ISO(), Effect: w.Effect.ISO()}
		for _, s := range w.Serve {
			line.Serve = append(line.Serve, serveJSON{Manner: s.Manner, By: s.By.ISO()})
		}
		out.Notices = append(out.Notices, line)
	}
	for _, s := range v.Money {
		out.Money = append(out.Money, shareJSON{Year: s.Year, Payer: s.Payer, Pays: s.Pays, Spends: s.Spends, AtMost: s.AtMost, Agreements: s.Of})
	}
	for _, u := range v.Unknown {
		out.Unknown = append(out.Unknown, uncountedJSON{Agreement: u.Of.Name, Title: u.Title, Why: string(u.Why)})
	}
	for _, x := range v.Purposes {
		out.Purposes = append(out.Purposes, purposeJSON{
			Agreement: x.Of.Name, Total: x.Total, Prevention: x.Prevention, Returns: x.Returns, Unsaid: x.Unsaid,
			Established: x.Evidence.Established, Trying: x.Evidence.Trying, Silent: x.Evidence.Unsaid,
		})
	}
	for _, x := range v.Hangs {
		out.Providers = append(out.Providers, providerJSON{Provider: x.Title, Gets: x.Gets, Agreements: x.Of, Alone: x.Alone})
	}
	for _, x := range v.Twice {
		out.Twice = append(out.Twice, twiceJSON{What: string(x.What), Title: x.Title, Agreements: namesOf(x.Of)})
	}
	for _, b := range v.Bought {
		out.Unprocured = append(out.Unprocured, unprocuredJSON{Agreement: b.Of.Name, Funding: b.Funding.Name, How: string(b.How), Waiver: b.Waiver})
	}
	return report.Indent(out)
}

func preventionRows(v portfolio.View, planned []Planned) []preventionJSON {
	out := []preventionJSON{}
	for _, y := range v.Years {
		line := preventionJSON{Year: y.Year, Sum: y.Sum, Total: y.Total}
		if percent, some := y.Share(); some {
			line.Share = percent.Decimal(1)
		}
		out = append(out, line)
	}
	for _, x := range planned {
		at := slices.IndexFunc(out, func(l preventionJSON) bool { return l.Year == x.Year })
		if at < 0 {
			at = len(out)
			out = append(out, preventionJSON{Year: x.Year})
		}
		out[at].Planned = x.Percent.Decimal(1)
	}
	return out
}
