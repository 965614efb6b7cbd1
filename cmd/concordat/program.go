package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"concordat/cmd/concordat/report"
	"concordat/dsl/diag"
	"concordat/engine/value"
)

// program is one run of the command: its streams and what all commands share.
type program struct {
	in  io.Reader
	out *bufio.Writer
	err io.Writer

	store   string
	today   string
	format  string
	color   string
	quiet   bool
	noInput bool
	signKey string // the file of the secret key that signs acts
}

func newProgram(in io.Reader, out, err io.Writer) *program {
	return &program{in: in, out: bufio.NewWriter(out), err: err}
}

func (p *program) execute(args []string) (code int) {
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(p.err, "concordat: a fault in the program, please report it: %v\n\n%s", fault, debug.Stack())
			code = exitFailed
		}
	}()
	root := p.root()
	root.SetArgs(args)
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.err)
	err := root.Execute()
	if flushed := p.out.Flush(); err == nil {
		err = flushed
	}
	tell(p.err, "concordat: ", err)
	return exitCode(err)
}

const (
	groupWrite = "write"
	groupAct   = "act"
	groupRead  = "read"
	groupKeep  = "keep"
)

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "concordat",
		Short: "Runs agreements between public bodies and those who deliver for them",
		Example: `  concordat check ipsa.agreement
  concordat status ipsa`,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		},
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return p.checkFlags(cmd) },
	}
	root.SetHelpTemplate(helpTemplate)
	root.SetUsageTemplate(usageTemplate)
	root.SetFlagErrorFunc(flagError)
	root.SuggestionsMinimumDistance = 2
	flags := root.PersistentFlags()
	flags.StringVar(&p.color, "color", "auto", "mark headings with colour: auto, always or never (`WHEN`)")
	flags.BoolVarP(&p.quiet, "quiet", "q", false, "say nothing of what went well")
	flags.BoolVar(&p.noInput, "no-input", false, "never ask anything")
	flags.StringVar(&p.today, "today", "", "take this `DAY` as today, instead of the clock's")
	root.AddGroup(
		&cobra.Group{ID: groupWrite, Title: "Writing an agreement"},
		&cobra.Group{ID: groupAct, Title: "Acting under one"},
		&cobra.Group{ID: groupRead, Title: "Reading the record"},
		&cobra.Group{ID: groupKeep, Title: "Keeping the record"},
	)
	p.addCommands(root)
	return root
}

// addCommands adds every command, in the order in which help lists them.
func (p *program) addCommands(root *cobra.Command) {
	add := func(group string, commands ...*cobra.Command) {
		for _, c := range commands {
			c.GroupID = group
			root.AddCommand(c)
		}
	}
	cobra.EnableCommandSorting = false
	add(groupWrite, p.chooseCommand(), p.newCommand(), p.checkCommand(), p.fmtCommand(), p.testCommand(), p.explainCommand(), p.graphCommand(), p.compileCommand(), p.renderCommand(), p.playCommand(), p.diffCommand(), p.gitSetupCommand(), p.gitDiffCommand())
	add(groupAct, p.signCommand(), p.returnCommand(), p.acceptCommand(), p.contestCommand(), p.restateCommand(), p.judgeCommand(),
		p.proposeCommand(), p.voteCommand(), p.varyCommand(), p.noticeCommand(), p.withdrawCommand(), p.raiseCommand(), p.settleCommand(), p.enterCommand(), p.answerCommand(),
		p.startCommand(), p.evidenceCommand(), p.completeCommand(), p.holdCommand(), p.claimCommand(), p.verifyClaimCommand(), p.rejectClaimCommand(), p.overturnCommand(), p.registerKeyCommand(), p.revokeKeyCommand(), p.proclaimCommand(), p.runToCommand())
	add(groupRead, p.dueCommand(), p.statusCommand(), p.listCommand(), p.registerCommand(), p.whyCommand(), p.ledgerCommand(), p.keysCommand(), p.logCommand(), p.verifyCommand())
	add(groupKeep, p.serveCommand(), p.keygenCommand(), p.checkpointCommand(), p.exportCommand(), p.backupCommand(), p.restoreCommand(), p.doctorCommand())
	root.AddCommand(p.exitCodesTopic())
}

func unknownCommand(cmd *cobra.Command, word string) error {
	if near := diag.Nearest(word, cmd.SuggestionsFor(word)); near != "" {
		return usage(fmt.Sprintf("did you mean `concordat %s`?", near), "there is no command `%s`", word)
	}
	return usage("see `concordat --help`", "there is no command `%s`", word)
}

// flagError words a flag that is not known, with the nearest that is.
func flagError(cmd *cobra.Command, err error) error {
	advice := fmt.Sprintf("see `%s --help`", cmd.CommandPath())
	if word, ok := strings.CutPrefix(err.Error(), "unknown flag: --"); ok {
		var known []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		if near := nearest(word, known); near != "" {
			advice = fmt.Sprintf("did you mean `--%s`?", near)
		}
	}
	return usage(advice, "%s", err)
}

// exactly wants so many arguments, named as in the usage line.
func exactly(n int) cobra.PositionalArgs { return between(n, n) }

func between(low, high int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= low && (len(args) <= high || high < 0) {
			return nil
		}
		return usage(fmt.Sprintf("see `%s --help`", cmd.CommandPath()), "write `%s`", strings.TrimSuffix(cmd.UseLine(), " [flags]"))
	}
}

// formats offers --format on a command; the first is the one for people.
func (p *program) formats(cmd *cobra.Command, names ...string) {
	cmd.Flags().String("format", names[0], "how to write the result, as `FORM`: "+strings.Join(names, ", "))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	cmd.Annotations = map[string]string{"formats": strings.Join(names, " ")}
}

func (p *program) checkFlags(cmd *cobra.Command) error {
	if known := strings.Fields(cmd.Annotations["formats"]); len(known) > 0 {
		p.format = cmd.Flag("format").Value.String()
		if !slices.Contains(known, p.format) {
			return usage("write --format "+strings.Join(known, ", "), "`%s` cannot be written as %s", cmd.Name(), p.format)
		}
	}
	if !slices.Contains([]string{"auto", "always", "never"}, p.color) {
		return usage("write --color auto, always or never", "there is no colour setting `%s`", p.color)
	}
	if p.today != "" {
		_, err := date("--today", p.today)
		return err
	}
	return nil
}

// now is the clock: the real one or, with --today, noon of that day.
func (p *program) now() time.Time {
	if p.today == "" {
		return time.Now()
	}
	d, _ := value.ParseDate(p.today) // checkFlags has read it
	return noon(d)
}

// noon is the middle of a day: the same day wherever it is read in these islands.
func noon(d value.Date) time.Time {
	t, err := time.Parse(time.DateOnly, d.ISO())
	if err != nil {
		panic("concordat: " + err.Error()) // ISO dates parse
	}
	return t.Add(12 * time.Hour)
}

func (p *program) day() value.Date {
	return dayOf(p.now())
}

// date reads a day that a flag or argument gives.
func date(what, text string) (value.Date, error) {
	d, err := value.ParseDate(text)
	if err != nil {
		return d, usage("", "%s: %s", what, err)
	}
	return d, nil
}

// page starts a text for people.
func (p *program) page() *report.Page { return &report.Page{Colour: p.colour()} }

// print writes a page, or bytes for machines.
func (p *program) print(page *report.Page) error {
	_, err := page.WriteTo(p.out)
	return err
}

func (p *program) printBytes(bytes []byte, err error) error {
	if err != nil {
		return err
	}
	_, err = p.out.Write(bytes)
	return err
}

func (p *program) colour() bool {
	switch p.color {
	case "always":
		return true
	case "never":
		return false
	}
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && terminal(os.Stdout)
}

// terminal reports whether somebody sits at the other end of a file.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// nearby suggests the known word nearest to one that is unknown.
func nearby(word string, known []string) string {
	near := nearest(word, known)
	switch {
	case near != "":
		return fmt.Sprintf("did you mean `%s`?", near)
	case len(known) > 0 && len(known) <= 12:
		return "there is " + strings.Join(known, ", ")
	}
	return ""
}
