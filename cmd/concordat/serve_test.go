package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"concordat/engine/value"
	"concordat/store/bolt"
)

// idle is a server of an empty store by a fixed clock.
func idle(t *testing.T, today string) *server {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.db")
	log, err := bolt.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { log.Close() })
	return &server{p: &program{store: path, today: today}, log: log, out: slog.New(slog.NewTextHandler(io.Discard, nil)),
		zone: time.UTC, end: func(error) {}, done: value.NoDate}
}

func asked(s *server) (alive, ready int, metrics string) {
	code := func(err error) int {
		w := httptest.NewRecorder()
		say(w, err)
		return w.Code
	}
	w := httptest.NewRecorder()
	s.metrics(w, nil)
	return code(s.alive()), code(s.ready()), w.Body.String()
}

func TestHealth(t *testing.T) {
	s := idle(t, "2026-11-23")
	if alive, ready, _ := asked(s); alive != http.StatusOK || ready != http.StatusServiceUnavailable {
		t.Errorf("before the first run: %d, %d", alive, ready)
	}
	if err := s.work(s.p.day().AddDays(-1)); err != nil {
		t.Fatal(err)
	}
	alive, ready, metrics := asked(s)
	if alive != http.StatusOK || ready != http.StatusOK {
		t.Errorf("after it: %d, %d", alive, ready)
	}
	for _, want := range []string{"\nconcordat_events_total 0\n", "\nconcordat_overdue_agreements 0\n", "\nconcordat_store_stopped 0\n", "\nconcordat_last_run_timestamp_seconds 1795"} {
		if !strings.Contains(metrics, want) {
			t.Errorf("the metrics lack %q:\n%s", want, metrics)
		}
	}
	s.p.today = "2026-11-25"
	if _, ready, _ := asked(s); ready != http.StatusServiceUnavailable {
		t.Errorf("after a day that did not run: %d", ready)
	}
}

// A failed write ends the server, and whoever asks is told.
func TestFailsStop(t *testing.T) {
	s := idle(t, "2026-11-23")
	ctx, end := context.WithCancelCause(t.Context())
	s.end = end
	s.failed(errors.New("no space left on device"))
	if alive, _, metrics := asked(s); alive != http.StatusServiceUnavailable || !strings.Contains(metrics, "concordat_store_stopped 1\n") {
		t.Errorf("after a failed write: %d\n%s", alive, metrics)
	}
	if cause := context.Cause(ctx); !isAny[*stoppedError](cause) || exitCode(cause) != exitFailed || !strings.Contains(cause.Error(), "no space left") {
		t.Errorf("it ends with %v", cause)
	}
}
