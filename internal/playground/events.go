package playground

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// A state is everything that the page shows.
type state struct {
	Discord  phoneState `json:"discord"`
	Telegram phoneState `json:"telegram"`
	Requests []call     `json:"requests"`
	Problems []string   `json:"problems"`
	Checked  bool       `json:"checked"` // against the specifications
}

type phoneState struct {
	Connected bool     `json:"connected"`
	Messages  []drawn  `json:"messages"`
	Commands  []choice `json:"commands"`
}

// A drawn message is its HTML, under its id.
type drawn struct {
	ID   string `json:"id"`
	HTML string `json:"html"`
}

// How often the page is told: changes that follow each other closely become one, and what only time changes is seen within a second.
const (
	pause = 40 * time.Millisecond
	tick  = time.Second
)

// serveEvents sends the state at once and after each change, as server-sent events, to a page that says who looks where:
// ?discord=camille.private&telegram=sam.group.
func (p *Playground) serveEvents(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	out := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	ticker := time.NewTicker(tick)
	defer ticker.Stop()
	var last []byte
	for {
		changed := p.changed.wait()
		s, err := p.state(q.Get("discord"), q.Get("telegram"))
		if err != nil {
			_, _ = fmt.Fprintf(w, "event: refused\ndata: %q\n\n", err.Error()) // the browser may be gone
			return
		}
		now, err := json.Marshal(s)
		if err != nil {
			return // made of strings: it cannot fail
		}
		if !bytes.Equal(now, last) {
			if _, err := fmt.Fprintf(w, "data: %s\n\n", now); err != nil || out.Flush() != nil {
				return
			}
			last = now
		}
		select {
		case <-r.Context().Done():
			return
		case <-ticker.C:
		case <-changed:
			time.Sleep(pause)
		}
	}
}
