package refusal

import "concordat/engine/machine"

// OtherVaries: another decision than this one changes the agreement.
func OtherVaries(m *machine.Machine, d *machine.Decision) error {
	return refuse(machine.Ref{Block: "agreement", Statement: "varied"}, "propose it to "+m.Varied, "%s does not change the agreement: that is done by %s", d.Name, m.Varied)
}
