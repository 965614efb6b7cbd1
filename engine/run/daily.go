package run

import (
	"context"
	"time"

	"concordat/engine/value"
)

// Daily does a day's work once a day, at a time of day by the local clock, and
// once at the start. It looks at the clock every minute and does not count
// hours, so that a day of 23 or 25 hours, a machine that slept and a clock that
// was put right all come out: a time of day that the clock leaps over is taken
// when it has leapt, and one that comes twice counts once.
type Daily struct {
	Hour, Minute int
	Now          func() time.Time // its location says where the days begin

	// Work runs everything up to and including a day: yesterday, because today
	// the parties may still act. An error ends Run.
	Work func(yesterday value.Date) error

	// Back is told when the clock stands before the last day that was worked.
	// Nothing is done until it has caught up.
	Back func(last, today value.Date)
}

// Run works until the context ends.
func (d *Daily) Run(ctx context.Context) error {
	last := value.NoDate // the day on which work was done last
	told := value.NoDate
	minute := time.NewTicker(time.Minute)
	defer minute.Stop()
	for {
		now := d.Now()
		today := dayOf(now)
		switch at := now.Hour()*60 + now.Minute(); {
		case last.IsSet() && today < last:
			if told != today {
				d.Back(last, today)
				told = today
			}
		case !last.IsSet(), today > last && at >= d.Hour*60+d.Minute:
			if err := d.Work(today.AddDays(-1)); err != nil {
				return err
			}
			last = today
		}
		select {
		case <-ctx.Done():
			return nil
		case <-minute.C:
		}
	}
}
