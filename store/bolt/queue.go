package bolt

import (
	"sync"

	"concordat/store"
)

// Acts in one transaction at most: more would make the first wait for the last.
const maxTogether = 512

// waiting is an act on its way into the file.
type waiting struct {
	store.Append
	records []store.Record
	err     error
	turn    chan bool // true: the answer is in; false: lead the next commit
}

// queue holds the acts that wait. One of their callers leads: it commits all
// that wait in one transaction and hands the lead to the first that came later.
type queue struct {
	mu   sync.Mutex
	acts []*waiting
	led  bool
}

// add reports whether the caller must lead.
func (q *queue) add(group []*waiting) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.acts = append(q.acts, group...)
	lead := !q.led
	q.led = true
	return lead
}

func (q *queue) take() []*waiting {
	q.mu.Lock()
	defer q.mu.Unlock()
	n := min(len(q.acts), maxTogether)
	acts := q.acts[:n:n]
	q.acts = q.acts[n:]
	return acts
}

func (q *queue) handOver() {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.led = len(q.acts) > 0; q.led {
		q.acts[0].turn <- false
	}
}
