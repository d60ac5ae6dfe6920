package desk

import (
	"time"

	"nonmerci/knowledge"
)

// when writes a moment out in words, in UTC, which every moderator of a community can agree upon.
func (w *words) when(at time.Time) string {
	at = at.UTC()
	return fill(w.DayAndHour, "day", w.day(at), "hour", itoa(at.Hour()), "minute", at.Format("04"))
}

// day writes a day out in words. The first of a month is « 1er » in French.
func (w *words) day(at time.Time) string {
	d := itoa(at.Day())
	if w.Code == "fr" && at.Day() == 1 {
		d = "1er"
	}
	return fill(w.Day, "day", d, "month", w.Months[at.Month()-1], "year", itoa(at.Year()))
}

// pastReview says whether the day to look at an entry again has come.
func pastReview(e *knowledge.Entry, now time.Time) bool {
	return e != nil && !e.Review.IsZero() && !now.Before(e.Review.Time())
}

// dueSoon says whether that day comes within a month.
func dueSoon(e *knowledge.Entry, now time.Time) bool {
	return e != nil && !e.Review.IsZero() && !pastReview(e, now) && !now.AddDate(0, 0, 30).Before(e.Review.Time())
}
