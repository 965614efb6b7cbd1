package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
	_ "time/tzdata" // a machine without a table of time zones still knows its own

	"github.com/spf13/cobra"
	"golang.org/x/mod/sumdb/note"

	"concordat/engine/run"
	"concordat/engine/value"
	"concordat/store"
	"concordat/store/bolt"
	"concordat/store/checkpoint"
	"concordat/store/remote"
)

// serving is what a server is told.
type serving struct {
	at, zone, listen, key string
}

func (p *program) serveCommand() *cobra.Command {
	var s serving
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Run what falls due every day, and answer the other commands",
		Long: `Hold the store open and run, at the start and then every day, what fell due up
to and including the day before: today the parties may still act. After an
outage everything missed is run in the order in which it fell due, each dated as
due, each once. The other commands find the server by the socket beside the store
and work as they do without one.

On a port of this machine only, /healthz and /readyz answer with 200 while all is
well, and /metrics in Prometheus's text form. With --key a checkpoint is signed
after each day's run. A write that fails ends the server with code 1; SIGTERM
ends it when what is under way is done.`,
		Example: `  concordat serve --store /var/lib/concordat/agreements.db
  concordat serve --at 05:30 --zone Europe/London --key log.key`,
		Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return p.serve(cmd.Context(), s) },
	}
	p.onStore(cmd)
	cmd.Flags().StringVar(&s.at, "at", "06:00", "when to run what fell due, as `HH:MM`")
	cmd.Flags().StringVar(&s.zone, "zone", "Europe/London", "whose clock --at and the days are by")
	cmd.Flags().StringVar(&s.listen, "listen", "127.0.0.1:9417", "where to answer for health and metrics, an `ADDRESS` of this machine; none if empty")
	cmd.Flags().StringVar(&s.key, "key", "", "sign a checkpoint every day with this secret `KEY`")
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	return cmd
}

// server is a running one.
type server struct {
	p      *program
	log    *bolt.Log
	out    *slog.Logger
	zone   *time.Location
	signer note.Signer
	end    context.CancelCauseFunc

	mu    sync.Mutex // guards what follows, which health tells
	done  value.Date // everything up to this day has run
	at    time.Time  // when that was
	ran   uint64     // days of agreements run since the start
	aside int        // agreements set aside in the last run
	stop  error      // a write failed
}

func (p *program) serve(ctx context.Context, told serving) (err error) {
	s := &server{p: p, out: slog.New(slog.NewTextHandler(p.err, nil)), done: value.NoDate}
	at, err := time.Parse("15:04", told.at)
	if err != nil {
		return usage("write --at 06:00", "`%s` is not a time of day", told.at)
	}
	if s.zone, err = time.LoadLocation(told.zone); err != nil {
		return usage("write --zone Europe/London", "there is no time zone `%s`", told.zone)
	}
	if err := ours(told.listen); err != nil {
		return err
	}
	if told.key != "" {
		if s.signer, err = checkpoint.Signer(told.key); err != nil {
			return err
		}
	}
	if s.log, err = bolt.Open(p.store); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.log.Close()) }()
	ctx, s.end = context.WithCancelCause(ctx)
	defer s.end(nil)
	signal.Reset(os.Interrupt) // main ends the program at once; here something may be under way
	ctx, quiet := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer quiet()

	health, err := s.health(told.listen)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, health.Close()) }()
	lender, err := remote.Lend(s.log, socketOf(p.store), s.failed)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lender.Close()) }()
	s.out.Info("serving", "store", p.store, "socket", socketOf(p.store), "health", told.listen, "at", told.at, "zone", told.zone)
	daily := run.Daily{Hour: at.Hour(), Minute: at.Minute(), Now: s.now, Work: s.work, Back: func(last, today value.Date) {
		s.out.Warn("the clock was set back; nothing runs until it has caught up", "last", last.ISO(), "today", today.ISO())
	}}
	if err := daily.Run(ctx); err != nil {
		return err
	}
	s.out.Info("stopping")
	if cause := context.Cause(ctx); isAny[*stoppedError](cause) {
		return cause
	}
	return nil
}

func (s *server) now() time.Time { return s.p.now().In(s.zone) }

// stoppedError ends the server because a write failed.
type stoppedError struct{ why error }

func (e *stoppedError) Error() string {
	return fmt.Sprintf("a write failed, and the server ends so that the store is opened and verified anew: %v", e.why)
}
func (e *stoppedError) Unwrap() error { return e.why }

// failed ends the server.
func (s *server) failed(why error) {
	s.mu.Lock()
	s.stop = why
	s.mu.Unlock()
	s.out.Error("a write failed", "error", why)
	s.end(&stoppedError{why: why})
}

// work runs everything up to a day.
func (s *server) work(to value.Date) error {
	started := time.Now()
	ran, err := run.Open(s.log, s.now).RunTo(to)
	if err != nil {
		return err
	}
	for _, o := range ran.Outcomes {
		for _, e := range o.Entries {
			s.out.Info("ran", "agreement", o.Agreement, "event", e.Seq, "due", e.Event.What().On.ISO(), "effects", len(e.Effects))
		}
	}
	for _, a := range ran.Aside {
		if errors.Is(a.Err, store.ErrStopped) || isAny[*store.DamagedError](a.Err) {
			return &stoppedError{why: a.Err}
		}
		s.out.Error("set aside", "agreement", a.Agreement, "due", a.On.ISO(), "error", a.Err)
	}
	if s.signer != nil {
		if _, _, err := sign(s.log, s.p.store, s.signer, true); err != nil {
			return err
		}
	}
	s.mu.Lock()
	s.done, s.at, s.aside, s.ran = to, s.now(), len(ran.Aside), s.ran+uint64(len(ran.Outcomes))
	s.mu.Unlock()
	s.out.Info("all that fell due has run", "to", to.ISO(), "days", len(ran.Outcomes), "aside", len(ran.Aside), "took", time.Since(started).Round(time.Millisecond))
	return nil
}
