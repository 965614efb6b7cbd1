package second

import (
	"encoding/json"
	"fmt"
)

// Machine is what a second opinion needs to know of an agreement.
type Machine struct {
	YearStart  string      `json:"year_start"` // "1 April"
	First      string      `json:"first"`      // "2015-04-01"
	Last       string      `json:"last"`
	Rounding   string      `json:"rounding"`
	Remainder  string      `json:"remainder"`
	Shares     []shares    `json:"shares"`
	Outcomes   []outcome   `json:"outcomes"`
	Measures   []measure   `json:"measures"`
	Fundings   []funding   `json:"fundings"`
	Tranches   []tranche   `json:"tranches"`
	Gainshares []gainshare `json:"gainshares"`
	Held       []fund      `json:"held"`
}

type shares struct {
	Name  string `json:"name"`
	Parts []part `json:"parts"`
}

type part struct {
	Party string `json:"party"`
	Part  string `json:"part"`
}

type outcome struct {
	Name   string `json:"name"`
	Of     string `json:"of"`
	Weight string `json:"weight"`
}

type measure struct {
	Name     string        `json:"name"`
	Outcome  string        `json:"outcome"`
	Weight   string        `json:"weight"`
	Places   int           `json:"places"`
	Rounding string        `json:"rounding"`
	Lower    bool          `json:"lower"`
	Every    string        `json:"every"`
	Values   []periodValue `json:"values"`
	IfZero   *struct {
		Take string `json:"take"`
	} `json:"if_zero"`
	Bands  []band `json:"bands"`
	Judged string `json:"judged"`
}

type periodValue struct {
	Every string `json:"every"`
	How   string `json:"how"`
	From  int    `json:"from"`
	By    *expr  `json:"by"`
}

type expr struct {
	Op   string `json:"op"`
	Num  string `json:"num"`
	Name string `json:"name"`
	Args []expr `json:"args"`
}

type band struct {
	Band  string `json:"band"`
	Range *struct {
		Low      *string `json:"low"`
		High     *string `json:"high"`
		LowOpen  bool    `json:"low_open"`
		HighOpen bool    `json:"high_open"`
	} `json:"range"`
}

type funding struct {
	Name  string    `json:"name"`
	From  string    `json:"from"`
	To    string    `json:"to"`
	Every string    `json:"every"`
	Odd   int       `json:"odd"`
	Sums  []yearSum `json:"sums"`
	Taper string    `json:"taper"`
	Next  *struct {
		Measure string `json:"measure"`
		Steps   []step `json:"steps"`
	} `json:"next"`
}

type tranche struct {
	Name string `json:"name"`
	From string `json:"from"`
	To   string `json:"to"`
	Sum  int64  `json:"sum"`
}

type yearSum struct {
	Period string `json:"period"`
	Sum    int64  `json:"sum"`
	How    string `json:"how"`
}

type step struct {
	Band    string  `json:"band"`
	Sum     *int64  `json:"sum"`
	Part    *string `json:"part"`
	OfFirst bool    `json:"of_first"`
}

type gainshare struct {
	Name   string `json:"name"`
	Points []struct {
		Band  string `json:"band"`
		Score string `json:"score"`
	} `json:"points"`
	Stepped   bool    `json:"stepped"`
	Places    *int    `json:"places"`
	Rounding  string  `json:"rounding"`
	Pool      int64   `json:"pool"`
	Gain      formula `json:"gain"`
	Pain      formula `json:"pain"`
	GainCap   *int64  `json:"gain_cap"`
	PainCap   *int64  `json:"pain_cap"`
	Beyond    string  `json:"beyond"`
	Scorecard bool    `json:"scorecard"`

	Cost *costShare `json:"cost"`
}

type formula struct {
	Sum  expr   `json:"sum"`
	From string `json:"from"`
	To   string `json:"to"`
}

// Read takes a machine's JSON.
func Read(text []byte) (*Machine, error) {
	m := &Machine{}
	if err := json.Unmarshal(text, m); err != nil {
		return nil, fmt.Errorf("second: %w", err)
	}
	return m, nil
}

func (m *Machine) funding(name string) *funding {
	for i := range m.Fundings {
		if m.Fundings[i].Name == name {
			return &m.Fundings[i]
		}
	}
	return nil
}

func (m *Machine) fund(name string) *fund {
	for i := range m.Held {
		if m.Held[i].Name == name {
			return &m.Held[i]
		}
	}
	return nil
}

func (m *Machine) measure(name string) *measure {
	for i := range m.Measures {
		if m.Measures[i].Name == name {
			return &m.Measures[i]
		}
	}
	return nil
}
