package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"time"

	"concordat/engine/value"
)

// health answers on a port of this machine whether the server lives (/healthz),
// whether yesterday has run (/readyz), and in Prometheus's text form (/metrics).
func (s *server) health(address string) (io.Closer, error) {
	if address == "" {
		return io.NopCloser(nil), nil
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, err
	}
	ways := http.NewServeMux()
	ways.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { say(w, s.alive()) })
	ways.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) { say(w, s.ready()) })
	ways.HandleFunc("GET /metrics", s.metrics)
	web := &http.Server{Handler: ways, ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second}
	go func() { _ = web.Serve(listener) }() // ends with Close
	return web, nil
}

func dayOf(t time.Time) value.Date { return value.MustDate(t.Year(), int(t.Month()), t.Day()) }

// ours refuses an address that other machines can reach.
func ours(address string) error {
	if where, err := netip.ParseAddrPort(address); address != "" && (err != nil || !where.Addr().IsLoopback()) {
		return usage("write --listen 127.0.0.1:9417", "`%s` is not an address of this machine only", address)
	}
	return nil
}

func say(w http.ResponseWriter, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *server) alive() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stop
}

// ready asks for more: yesterday's work is done, or its hour today is to come.
func (s *server) ready() error {
	if err := s.alive(); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	today := dayOf(s.now())
	if !s.done.IsSet() || s.done < today.AddDays(-2) {
		return errors.New("what fell due up to yesterday has not run yet")
	}
	return nil
}

// metrics reads the store, which costs what is due and not what exists.
func (s *server) metrics(w http.ResponseWriter, _ *http.Request) {
	tree, err := s.log.Tree()
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	due, err := s.log.Due(int32(dayOf(s.now()).AddDays(-1)))
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	stopped := 0
	if s.stop != nil {
		stopped = 1
	}
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	metric := func(name, kind, help string, value any) {
		fmt.Fprintf(w, "# HELP %[1]s %[3]s\n# TYPE %[1]s %[2]s\n%[1]s %[4]d\n", name, kind, help, value)
	}
	metric("concordat_events_total", "counter", "Events in the store.", tree.N)
	metric("concordat_days_run_total", "counter", "Due days of agreements run since the start.", s.ran)
	metric("concordat_overdue_agreements", "gauge", "Agreements in which something fell due before today and has not run.", len(due))
	metric("concordat_set_aside_agreements", "gauge", "Agreements that the last run set aside.", s.aside)
	metric("concordat_store_stopped", "gauge", "1 after a write failed.", stopped)
	if s.done.IsSet() {
		metric("concordat_last_run_timestamp_seconds", "gauge", "When the last run ended.", s.at.Unix())
	}
}
