package telegram

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot/desk"
)

// Many are guides that show something old, and a desk that says so.
type many struct {
	Desk
	Places
	n      int
	mu     sync.Mutex
	looked map[desk.Place]time.Time // when first
}

func (m *many) Guides(context.Context) (all []Guide, err error) {
	for i := range m.n {
		all = append(all, Guide{Place: desk.Place{Platform: "telegram", Chat: fmt.Sprint(-(i + 1))}, Channel: "1", Message: "7", Shown: "old"})
	}
	return all, nil
}

// Guide of the desk.
type pages struct{ *many }

func (p pages) Guide(_ context.Context, at desk.Place, _ []string) (desk.GuidePage, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.looked[at].IsZero() {
		p.looked[at] = time.Now()
	}
	return desk.GuidePage{Mark: "new"}, nil
}

// Guide of the store: gone meanwhile, so that nothing is sent.
func (m *many) Guide(_ context.Context, at desk.Place) (Guide, bool, error) {
	if at.Chat == fmt.Sprint(-1_000_000) {
		return Guide{Place: at, Message: "7"}, true, nil
	}
	return Guide{}, false, nil
}

// TestGuidesAreEditedAtAPace: a change of the shared base concerns every guide. The first are edited at once, the others leave room for
// answers, and a place whose own moderators have changed something does not wait for them.
func TestGuidesAreEditedAtAPace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &many{n: 320, looked: map[desk.Place]time.Time{}}
		a, err := New(Options{Token: "1:A", Desk: pages{m}, Places: m}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		began, urgent := time.Now(), desk.Place{Platform: "telegram", Chat: fmt.Sprint(-1_000_000)}
		time.AfterFunc(10*time.Second, func() { a.GuideChanged(urgent) })
		a.room.lookAtAll(t.Context())
		if took := time.Since(began); took != 300*guidePace {
			t.Errorf("%d guides are put into their lanes within %v", m.n, took)
		}
		synctest.Wait()
		m.mu.Lock()
		defer m.mu.Unlock()
		soon := 0
		for _, at := range m.looked {
			if at.Equal(began) {
				soon++
			}
		}
		if soon != guideBurst+1 {
			t.Errorf("%d guides at once", soon)
		}
		if wait := m.looked[urgent].Sub(began.Add(10 * time.Second)); wait < 0 || wait > guidePace {
			t.Errorf("who was named waits %v", wait)
		}
		_ = a.slow.Close(t.Context())
		_ = a.quick.Close(t.Context())
		a.client.courier.stop()
	})
}
