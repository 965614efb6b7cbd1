package folder

import (
	"concordat/engine/portfolio"
	"concordat/engine/run"
	"concordat/engine/value"
)

type closingJSON struct {
	Agreement string        `json:"agreement"`
	Contract  string        `json:"contract"`
	Last      value.Date    `json:"last_day"`
	Sums      []yearSumJSON `json:"last_money"`
	Anew      string        `json:"procured_anew,omitempty"`
}

type yearSumJSON struct {
	Year string      `json:"year"`
	Sum  value.Money `json:"pence"`
}

type apartJSON struct {
	Agreement string           `json:"agreement"`
	Sum       value.Money      `json:"prevention_pence"`
	Total     value.Money      `json:"total_pence"`
	By        []partFigureJSON `json:"accounted_for_by"`
}

type partFigureJSON struct {
	Figure  string       `json:"figure"`
	Results []resultJSON `json:"results,omitempty"`
}

type comparedJSON struct {
	Title  string             `json:"title"`
	Differ []string           `json:"differ,omitempty"`
	In     []comparedLineJSON `json:"in"`
}

type comparedLineJSON struct {
	Agreement string       `json:"agreement"`
	Figure    string       `json:"figure"`
	Unit      string       `json:"unit"`
	Minimum   string       `json:"minimum"`
	Stretch   string       `json:"stretch"`
	Baseline  string       `json:"baseline"`
	Evidence  string       `json:"evidence"`
	Results   []resultJSON `json:"results,omitempty"`
}

type resultJSON struct {
	Period string    `json:"period"`
	Value  value.Num `json:"value"`
	Band   string    `json:"band,omitempty"`
}

func closingRows(v portfolio.View) []closingJSON {
	out := []closingJSON{}
	for _, x := range v.Closings {
		line := closingJSON{Agreement: x.Of.Name, Contract: x.Is.Name, Last: x.Is.Until, Sums: []yearSumJSON{}, Anew: x.Is.Anew}
		for _, s := range x.Last {
			line.Sums = append(line.Sums, yearSumJSON{Year: x.Of.YearStart.Label(s.Period), Sum: s.Sum})
		}
		out = append(out, line)
	}
	return out
}

func apartRows(v portfolio.View, recorded []run.Agreement) []apartJSON {
	out := []apartJSON{}
	for _, x := range v.Apart {
		line := apartJSON{Agreement: x.Of.Name, Sum: x.Sum, Total: x.Total, By: []partFigureJSON{}}
		for _, c := range x.By {
			line.By = append(line.By, partFigureJSON{Figure: c.Name, Results: resultRows(recorded, x.Of.Name, c.Name)})
		}
		out = append(out, line)
	}
	return out
}

func comparedRows(v portfolio.View, recorded []run.Agreement) []comparedJSON {
	out := []comparedJSON{}
	for _, c := range v.Compared {
		line := comparedJSON{Title: c.Title, Differ: c.Differ}
		for _, f := range c.In {
			line.In = append(line.In, comparedLineJSON{
				Agreement: f.Of.Name, Figure: f.Is.Name, Unit: f.Is.Unit, Minimum: bandWords(f.Is, value.Minimum), Stretch: bandWords(f.Is, value.Stretch),
				Baseline: baselineWords(f.Is), Evidence: evidenceWord(f.Is), Results: resultRows(recorded, f.Of.Name, f.Is.Name),
			})
		}
		out = append(out, line)
	}
	return out
}

func resultRows(recorded []run.Agreement, agreement, figure string) []resultJSON {
	var out []resultJSON
	for _, r := range results(recorded, agreement, figure) {
		out = append(out, resultJSON(r))
	}
	return out
}
