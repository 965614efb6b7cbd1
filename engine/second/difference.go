package second

// Difference takes what was paid to what should have been: each party pays what
// it should pay more, or what it got and should not have.
func Difference(was, now Sums) Sums {
	net := map[string]int64{}
	for _, side := range []struct {
		of   map[string]int64
		sign int64
	}{{now.Pays, 1}, {now.Gets, -1}, {was.Pays, -1}, {was.Gets, 1}} {
		for name, sum := range side.of {
			net[name] += side.sign * sum
		}
	}
	out := Sums{Pays: map[string]int64{}, Gets: map[string]int64{}}
	for name, sum := range net {
		if sum > 0 {
			out.Pays[name] = sum
		} else {
			out.Gets[name] = -sum
		}
	}
	return out
}
