package telegram

import (
	"fmt"
	"testing"
	"time"

	"nonmerci/internal/telegramtest"
)

// TestBurstSurvivesAKill: many more people ask at once than Telegram shows, and the program is killed while it answers them. Everybody is
// answered once after all.
func TestBurstSurvivesAKill(t *testing.T) {
	bubble(t, journaled(t), func(r *rig) {
		var people []*telegramtest.Person
		for i := range 4 * batchSize {
			people = append(people, r.started(fmt.Sprint("P", i)))
		}
		var asked []*telegramtest.Sent
		for i, p := range people {
			asked = append(asked, p.Ask(fmt.Sprint("question ", i)))
		}
		for range 3 {
			time.Sleep(2500 * time.Millisecond)
			r.crash()
			r.begin()
			time.Sleep(10 * time.Second) // the server notices
		}
		time.Sleep(time.Minute)
		r.once(asked)
		if f := r.Flood(); f.Refused > 0 {
			t.Errorf("refused for speed: %+v", f)
		}
	})
}

// TestSlowChatsHideNobody: when as many wait in a few chats as Telegram shows at once, what another person asks behind them is answered soon:
// at once where so many wait in one chat that it is a flood, and else once they have had their time.
func TestSlowChatsHideNobody(t *testing.T) {
	for _, c := range []struct {
		chats  int
		within time.Duration
	}{{1, time.Second}, {8, time.Second}, {16, inTime + 2*time.Second}} {
		t.Run(fmt.Sprint(c.chats, " chats"), func(t *testing.T) {
			bubble(t, setting{}, func(r *rig) {
				var slow []*telegramtest.Person
				for i := range c.chats {
					slow = append(slow, r.started(fmt.Sprint("P", i)))
				}
				other := r.started("Zoé")
				r.crash()
				time.Sleep(10 * time.Second) // the server notices
				for i := range batchSize + c.chats {
					slow[i%c.chats].Ask(fmt.Sprint("question ", i))
				}
				q, began := other.Ask("et moi ?"), time.Now()
				r.begin()
				r.answer(q)
				if took := time.Since(began); took > c.within {
					t.Errorf("answered after %v", took)
				}
			})
		})
	}
}
