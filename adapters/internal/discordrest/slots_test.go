package discordrest

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// TestSlotsComeFreeTogether: none sooner than a second after it was used, none later than the moment allows, and those of one moment at once.
func TestSlotsComeFreeTogether(t *testing.T) {
	for _, c := range []struct {
		used, free []int // in milliseconds
	}{
		{[]int{0}, []int{1000}},
		{[]int{0, 10, 100}, []int{1100, 1100, 1100}},
		{[]int{0, 10, 101}, []int{1010, 1010, 1101}},
		{[]int{0, 60, 120, 180, 240}, []int{1060, 1060, 1180, 1180, 1240}},
		{[]int{0, 30, 2000, 2020}, []int{1030, 1030, 3020, 3020}},
		{[]int{0, 980, 1000, 1090}, []int{1000, 2000, 2000, 2090}},
	} {
		synctest.Test(t, func(t *testing.T) {
			s, began := newSlots(len(c.used)), time.Now()
			for range c.used {
				<-s.free
			}
			for _, at := range c.used {
				time.AfterFunc(time.Duration(at)*time.Millisecond, func() { s.giveIn(time.Second) })
			}
			var free []int
			for range c.used {
				<-s.free
				free = append(free, int(time.Since(began).Milliseconds()))
			}
			if !slices.Equal(free, c.free) {
				t.Errorf("used at %v: free at %v, want %v", c.used, free, c.free)
			}
		})
	}
}
