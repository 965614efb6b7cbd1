package refusal

import (
	"fmt"
	"strings"

	"concordat/engine/machine"
	"concordat/engine/value"
)

// OnlyOfficers refuses an act of a party that it has delegated.
func OnlyOfficers(party string, kind machine.ActKind, officers []*machine.Officer) error {
	names := make([]string, len(officers))
	for i, o := range officers {
		names[i] = o.Name
	}
	who := strings.Join(names, " or ")
	return refuse(machine.Ref{Block: officers[0].Name, Statement: "may"}, "act as "+who,
		"%s has delegated this (%s): only %s may do it", party, kind, who)
}

// NoOfficer refuses an act in the name of somebody who is no officer of the party.
func NoOfficer(name, party string) error {
	return refuse(machine.Ref{Block: "agreement"}, "", "%s has no officer called `%s`", party, name)
}

// OfficerMayNot refuses an act of a kind that was not delegated to an officer.
func OfficerMayNot(o *machine.Officer, kind machine.ActKind) error {
	may := make([]string, len(o.May))
	for i, k := range o.May {
		may[i] = string(k)
	}
	what := "this"
	if kind != "" {
		what = string(kind)
	}
	return refuse(machine.Ref{Block: o.Name, Statement: "may"}, "",
		"%s may not %s for %s: the delegation is to %s", o.Name, what, o.Party, strings.Join(may, ", "))
}

// OfficerLapsed refuses an act on a day that no delegation of the officer covers.
func OfficerLapsed(o *machine.Officer, on value.Date) error {
	terms := make([]string, len(o.Terms))
	for i, d := range o.Terms {
		terms[i] = fmt.Sprintf("from %s to %s", d.From, d.To)
	}
	return refuse(machine.Ref{Block: o.Name, Statement: "delegated"}, "",
		"%s cannot act for %s on %s: the delegation runs %s", o.Name, o.Party, on, strings.Join(terms, " and "))
}

// OfficerLimit refuses a yes that costs the party more than the officer may commit it to.
func OfficerLimit(o *machine.Officer, stake value.Money) error {
	return refuse(machine.Ref{Block: o.Name, Statement: "up to"}, "",
		"%s may commit %s to up to %s a decision, and this one would cost it %s", o.Name, o.Party, *o.Limit, stake)
}
