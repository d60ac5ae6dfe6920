package telegram

import (
	"fmt"
	"testing"
	"time"

	"nonmerci/internal/telegramtest"
)

// cutOffs are ways for calls that are on their way to lose their answers; they arrive all the same.
var cutOffs = map[string]func(r *rig){
	"cut":    func(r *rig) { r.net.CutAll() },
	"killed": func(r *rig) { r.crash(); r.begin() },
}

// secondful are as many people as Telegram lets a bot answer in a second.
func (r *rig) secondful(name string) []*telegramtest.Person {
	r.t.Helper()
	var out []*telegramtest.Person
	for i := range perSecond {
		out = append(out, r.started(fmt.Sprint(name, i)))
	}
	return out
}

// TestLateArrivalsCount: calls that are cut off on their way, and arrive after that, count for Telegram when they arrive. What others ask
// in the meantime is not refused for that, and everybody is answered once. So it is when the program was killed and runs again.
func TestLateArrivalsCount(t *testing.T) {
	for name, cut := range cutOffs {
		t.Run(name, func(t *testing.T) {
			bubble(t, journaled(t), func(r *rig) {
				first, others := r.secondful("A"), r.secondful("B")
				slow := r.Fail(telegramtest.Fault{Method: "sendMessage", Delay: soonArrival, Times: perSecond})
				var asked []*telegramtest.Sent
				for _, p := range first {
					asked = append(asked, p.Ask("première question ?"))
				}
				time.Sleep(time.Second) // the answers have left
				if n := slow.Used(); n != perSecond {
					t.Fatalf("%d answers are on their way, not %d", n, perSecond)
				}
				cut(r)
				time.Sleep(900 * time.Millisecond)
				for _, p := range others {
					asked = append(asked, p.Ask("seconde question ?"))
				}
				r.once(asked)
				if f := r.Flood(); f.Refused > 0 {
					t.Errorf("refused for speed: %+v", f)
				}
			})
		})
	}
}

// TestRestartCounts: what was sent in the second before a start counts after it, also when everything was answered and nothing was lost.
func TestRestartCounts(t *testing.T) {
	for name, restart := range map[string]func(r *rig) error{
		"stopped": func(r *rig) error { return r.end() },
		"killed":  func(r *rig) error { r.crash(); return nil },
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, journaled(t), func(r *rig) {
				first, others := r.secondful("A"), r.secondful("B")
				for _, p := range first {
					p.Ask("première question ?")
				}
				time.Sleep(300 * time.Millisecond)
				if n := r.byQuestion()["première question ?"]; n != perSecond {
					t.Fatalf("%d are answered, not %d", n, perSecond)
				}
				if err := restart(r); err != nil {
					t.Fatal(err)
				}
				r.begin()
				var asked []*telegramtest.Sent
				for _, p := range others {
					asked = append(asked, p.Ask("seconde question ?"))
				}
				r.once(asked)
				if f := r.Flood(); f.Refused > 0 {
					t.Errorf("refused for speed: %+v", f)
				}
			})
		})
	}
}

// TestManyLateArrivalsAreFound: so many answers that are cut off on their way, and arrive after that, are all found, wherever they stand
// among one another, and sent no second time.
func TestManyLateArrivalsAreFound(t *testing.T) {
	for name, cut := range cutOffs {
		t.Run(name, func(t *testing.T) {
			bubble(t, journaled(t), func(r *rig) {
				people := r.secondful("A")
				r.Fail(telegramtest.Fault{Method: "sendMessage", Delay: 1900 * time.Millisecond, Times: perSecond})
				var asked []*telegramtest.Sent
				for _, p := range people {
					asked = append(asked, p.Ask("une question ?"))
				}
				time.Sleep(time.Second) // the answers have left
				cut(r)
				r.once(asked)
			})
		})
	}
}
