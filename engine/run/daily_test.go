package run_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"concordat/engine/run"
	"concordat/engine/value"
)

// rung runs a daily clock from one moment to another, by the clock of London,
// set back or forward where told, and lists when the work was done.
func rung(t *testing.T, from string, hours int, hour, minute int, set func(time.Time) time.Time) (when []string, back int) {
	t.Helper()
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	start, err := time.ParseInLocation("2006-01-02 15:04", from, london)
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		now := func() time.Time { return set(start.Add(time.Since(began))).In(london) }
		ctx, end := context.WithTimeout(t.Context(), time.Duration(hours)*time.Hour)
		defer end()
		d := run.Daily{Hour: hour, Minute: minute, Now: now, Back: func(_, _ value.Date) { back++ },
			Work: func(yesterday value.Date) error {
				when = append(when, fmt.Sprintf("%s to %s", now().Format("2 Jan 15:04 MST"), yesterday))
				return nil
			}}
		if err := d.Run(ctx); err != nil {
			t.Error(err)
		}
	})
	return when, back
}

func asItIs(t time.Time) time.Time { return t }

func TestDailyByTheLocalClock(t *testing.T) {
	for name, c := range map[string]struct {
		from         string
		hours        int
		hour, minute int
		want         []string
	}{
		"at the start, then every morning": {"2026-11-20 14:00", 48, 6, 0,
			[]string{"20 Nov 14:00 GMT to 19 November 2026", "21 Nov 06:00 GMT to 20 November 2026", "22 Nov 06:00 GMT to 21 November 2026"}},
		"started before its hour": {"2026-11-20 03:00", 28, 6, 0,
			[]string{"20 Nov 03:00 GMT to 19 November 2026", "21 Nov 06:00 GMT to 20 November 2026"}},
		"a leap day": {"2028-02-28 07:00", 48, 6, 0,
			[]string{"28 Feb 07:00 GMT to 27 February 2028", "29 Feb 06:00 GMT to 28 February 2028", "1 Mar 06:00 GMT to 29 February 2028"}},
		"clocks go forward over its hour": {"2026-03-28 12:00", 36, 1, 30,
			[]string{"28 Mar 12:00 GMT to 27 March 2026", "29 Mar 02:00 BST to 28 March 2026"}},
		"clocks go back over its hour": {"2026-10-24 12:00", 37, 1, 30,
			[]string{"24 Oct 12:00 BST to 23 October 2026", "25 Oct 01:30 BST to 24 October 2026"}},
	} {
		got, back := rung(t, c.from, c.hours, c.hour, c.minute, asItIs)
		if !slices.Equal(got, c.want) || back != 0 {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// A clock that is set back does no day twice; one that leaps ahead leaves none out.
func TestDailyWithAClockThatIsSet(t *testing.T) {
	noon := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	got, back := rung(t, "2026-11-20 07:00", 60, 6, 0, func(t time.Time) time.Time {
		if t.After(noon) {
			return t.AddDate(0, 0, -2)
		}
		return t
	})
	if want := []string{"20 Nov 07:00 GMT to 19 November 2026"}; !slices.Equal(got, want) || back != 2 {
		t.Errorf("set back: %q, told %d times; want %q, told of 2 days", got, back, want)
	}
	got, _ = rung(t, "2026-11-20 07:00", 24, 6, 0, func(t time.Time) time.Time {
		if t.After(noon) {
			return t.AddDate(0, 6, 0)
		}
		return t
	})
	want := []string{"20 Nov 07:00 GMT to 19 November 2026", "20 May 12:01 BST to 19 May 2027", "21 May 06:00 BST to 20 May 2027"}
	if !slices.Equal(got, want) {
		t.Errorf("six months ahead: %q, want %q", got, want)
	}
}

func TestDailyEndsWithTheFirstError(t *testing.T) {
	bad := errors.New("the disk is gone")
	d := run.Daily{Now: time.Now, Work: func(value.Date) error { return bad }}
	if err := d.Run(t.Context()); !errors.Is(err, bad) {
		t.Errorf("Run gives %v", err)
	}
}
