package machine

import "concordat/engine/value"

// Place is where people live whom an area is for.
type Place struct {
	Name  string `json:"name"`
	Title string `json:"title"`
}

// Area is a group of people for whom one party leads, everywhere or by place.
type Area struct {
	Name    string   `json:"name"`
	Title   string   `json:"title"`
	Ages    Ages     `json:"ages"`
	Leads   []Lead   `json:"leads"`
	With    []Helper `json:"with,omitempty"`
	Reports string   `json:"reports,omitempty"` // body or group
}

// Ages are in whole years; both ends belong to the range. The zero value is
// every age, and To 0 is no oldest age.
type Ages struct {
	From int `json:"from,omitempty"`
	To   int `json:"to,omitempty"`
	Some int `json:"some,omitempty"` // the youngest who are taken in below From; 0 is nobody
}

// Lead is the one party that leads in a place; Place is empty where it leads everywhere.
type Lead struct {
	Party string `json:"party"`
	Place string `json:"place,omitempty"`
}

// Helper leads together with the lead on one matter.
type Helper struct {
	Party string `json:"party"`
	For   string `json:"for"`
}

// Commitment is what each partner sets aside and spends itself. It is a record:
// nothing is paid under it.
type Commitment struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Gives []Gift `json:"gives"`
	Spent string `json:"spent"` // "in the place that gave it" or "in any place"
}

// Gift is what a party commits for a financial year.
type Gift struct {
	Party  string       `json:"party"`
	Period value.Period `json:"period"`
	Sum    value.Money  `json:"sum"`
}
