package main

import (
	"github.com/spf13/cobra"

	"concordat/cmd/concordat/report"
	"concordat/engine"
	"concordat/engine/machine"
	"concordat/engine/run"
	"concordat/engine/value"
)

// proclamation is what `proclaim` was told.
type proclamation struct {
	all     bool
	in      []string
	instead string
	source  string
}

func (p *program) proclaimCommand() *cobra.Command {
	var a act
	var of proclamation
	cmd := &cobra.Command{
		Use:   "proclaim [AGREEMENT] DAY NAME",
		Short: "Put a bank holiday on record that was proclaimed after signature",
		Long: `Put a bank holiday on record that was proclaimed, or moved to another day, after an
agreement was signed. Every deadline that runs is counted anew, and those that fall
on another day are listed with both days; what has fallen due stays as it was, and
what is worked out later knows the day. It is for the nations that --in names, and
needs its source and the party that puts it on record. A day that is over, a
weekend, and what the calendar has already are refused.

With --all it goes on the record of every agreement of the store, one after the
other; those in which it is refused are listed with the reason, the others go on,
and the command ends with exit code 6. Once more with the same --key, it goes only
where it is not yet.`,
		Example: `  concordat proclaim ipsa "8 May 2020" "Early May bank holiday (VE day)" --instead-of "4 May 2020" --in england_and_wales --source "London Gazette, 7 June 2019" --as ccg
  concordat proclaim --all "19 September 2022" "State funeral" --in england_and_wales,scotland --source "London Gazette, 10 September 2022" --as ccg --key funeral`,
		Args: between(2, 3),
		RunE: func(_ *cobra.Command, args []string) error {
			if of.all != (len(args) == 2) {
				return usage("see `concordat proclaim --help`", "write `concordat proclaim AGREEMENT DAY NAME`, or --all DAY NAME")
			}
			ev, err := of.event(args[len(args)-2:])
			if err != nil {
				return err
			}
			if of.all {
				return p.proclaimInAll(&a, ev)
			}
			return p.do(&a, args[0], func(_ *machine.Machine, what engine.Act) (engine.Event, string, [][]byte, error) {
				ev.Act = what
				return ev, command("due", args[0]), nil, nil
			})
		},
	}
	p.acting(cmd, &a)
	cmd.Flags().BoolVar(&of.all, "all", false, "in every agreement of the store")
	cmd.Flags().StringSliceVar(&of.in, "in", nil, "the `NATIONS` that it is for, of england_and_wales, scotland, northern_ireland")
	cmd.Flags().StringVar(&of.instead, "instead-of", "", "the bank holiday that it takes the place of: a `DAY`")
	cmd.Flags().StringVar(&of.source, "source", "", "where it was proclaimed, in `WORDS`")
	_ = cmd.RegisterFlagCompletionFunc("in", cobra.FixedCompletions(value.Calendars(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (of *proclamation) event(words []string) (engine.Proclaimed, error) {
	ev := engine.Proclaimed{Name: words[1], In: of.in, Source: of.source}
	for _, in := range of.in {
		if _, err := value.LoadCalendar(in); err != nil {
			return ev, usage(nearby(in, value.Calendars()), "--in: %s", err)
		}
	}
	switch {
	case len(of.in) == 0:
		return ev, usage("write --in england_and_wales, or the nations with commas between", "say for which nations it is proclaimed")
	case of.source == "":
		return ev, usage(`write --source "London Gazette, 10 September 2022"`, "say where it was proclaimed")
	}
	var err error
	if of.instead != "" {
		day, err := date("--instead-of", of.instead)
		if err != nil {
			return ev, err
		}
		ev.Instead = &day
	}
	ev.Day, err = date("DAY", words[0])
	return ev, err
}

// proclaimInAll puts it on the record of every agreement.
func (p *program) proclaimInAll(a *act, ev engine.Proclaimed) error {
	what, err := a.what(p)
	if err != nil {
		return err
	}
	return p.writing(func(r *run.Shell) error {
		names, err := r.Agreements()
		if err != nil {
			return err
		}
		var all []report.Proclaimed
		for _, name := range names {
			was, err := r.Load(name)
			if err != nil {
				return err
			}
			one := report.Proclaimed{Agreement: was}
			if one.Refused = knownParty(was.Machine, what.By); one.Refused == nil {
				mine := what
				mine.By, mine.As = was.Machine.Acting(what.By)
				ev.Act = mine
				if one.Outcome, err = r.Do(name, ev, a.key); err != nil && exitCode(err) != exitRefused {
					return err
				}
				one.Refused = err
			}
			all = append(all, one)
		}
		return p.proclaimed(ev, all)
	})
}

func (p *program) proclaimed(ev engine.Proclaimed, all []report.Proclaimed) error {
	var err error
	switch {
	case p.format == "json":
		err = p.printBytes(report.ProclaimedJSON(ev, all))
	case !p.quiet:
		page := p.page()
		page.Proclaimed(ev, all)
		err = p.print(page)
	}
	for _, one := range all {
		if err == nil && one.Refused != nil {
			return &said{code: exitRefused}
		}
	}
	return err
}
