package value

import "testing"

func BenchmarkAfter(b *testing.B) {
	c := calendar(b, "england_and_wales")
	for name, d := range map[string]Date{"listed": MustDate(2015, 6, 30), "computed": MustDate(2035, 6, 30)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.After(d, Span{15, WorkingDays})
			}
		})
	}
}

func BenchmarkSplit(b *testing.B) {
	thirds := parts("1/3", "1/3", "1/3")
	b.ReportAllocs()
	for b.Loop() {
		Split(30_000_001, thirds, LargestFraction)
	}
}

func BenchmarkMatrix(b *testing.B) {
	commissioning, providing := parts("0.6", "0.4"), parts("0.5", "0.3", "0.2")
	b.ReportAllocs()
	for b.Loop() {
		Matrix(30_000_001, commissioning, providing, LargestFraction)
	}
}

func BenchmarkNumCmp(b *testing.B) {
	for name, with := range map[string]Num{"whole": Int(61), "fraction": Ratio(122, 3)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			n := Int(60)
			for b.Loop() {
				n.Cmp(with)
			}
		})
	}
}

func BenchmarkNumAdd(b *testing.B) {
	x, y := Ratio(7, 3), Ratio(5, 12)
	b.ReportAllocs()
	for b.Loop() {
		x.Add(y)
	}
}

func BenchmarkLoadCalendars(b *testing.B) {
	file, err := holidayFiles.ReadFile("holidays/2026-02-03.csv")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseCalendars(file); err != nil {
			b.Fatal(err)
		}
	}
}
