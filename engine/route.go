package engine

import "concordat/engine/machine"

// watchRoutes opens the way of a route once as many quotes are written down in
// its register as it asks for.
func (w *work) watchRoutes(register string) {
	for i := range w.M.Routes {
		r := &w.M.Routes[i]
		n := 0
		for range w.Of(register) {
			n++
		}
		if r.Register == register && r.Quotes > 0 && n >= r.Quotes {
			w.signal(Key{Chart: r.Name}, machine.OnReady, Key{Chart: register}, nil)
		}
	}
}
