package discordtest

import (
	"net/http"
	"testing"
	"time"
)

func TestFaults(t *testing.T) {
	const path = "/channels/{channel_id}/messages"
	for _, c := range []struct {
		name     string
		fault    Fault
		statuses []int // of three messages; 0 is a connection that was cut
		posted   int
		took     time.Duration
	}{
		{"none", Fault{Method: "GET"}, []int{200, 200, 200}, 3, 0},
		{"refused twice", Fault{Method: "POST", Path: path, Times: 2, Status: 503, Body: `{"message":"busy"}`}, []int{503, 503, 200}, 1, 0},
		{"accepted and hidden", Fault{Path: path, Times: 1, Accepted: true, Status: 502}, []int{502, 200, 200}, 3, 0},
		{"cut", Fault{Path: "/channels/*/messages", Times: 1, Cut: true}, []int{0, 200, 200}, 2, 0},
		{"accepted and cut", Fault{Times: 1, Accepted: true, Cut: true}, []int{0, 200, 200}, 3, 0},
		{"late", Fault{Times: 2, Delay: time.Minute}, []int{200, 200, 200}, 3, 2 * time.Minute},
		{"always", Fault{Status: 500}, []int{500, 500, 500}, 0, 0},
		{"elsewhere", Fault{Path: "/users/@me", Status: 500}, []int{200, 200, 200}, 3, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, quiet(), func(d *discord) {
				d.client.Transport.(*http.Transport).DisableKeepAlives = true // a new connection is never tried twice
				d.Fail(c.fault)
				began := time.Now()
				for i, want := range c.statuses {
					g, err := d.try("POST", "/channels/"+d.channel.ID()+"/messages", text("a"), "Bot "+d.Token())
					if (err != nil) != (want == 0) || g.status != want {
						t.Errorf("message %d: %d, %v; want %d", i, g.status, err, want)
					}
				}
				if n := len(d.channel.Messages(d.person)); n != c.posted {
					t.Errorf("%d messages posted, want %d", n, c.posted)
				}
				if took := time.Since(began); took != c.took {
					t.Errorf("took %v, want %v", took, c.took)
				}
				if n := len(d.RequestsTo("POST " + path)); n != 3 {
					t.Errorf("%d requests recorded", n)
				}
				d.ClearFaults()
				d.send(d.channel, text("a"))
			})
		})
	}
}

func TestRequestsAreRecorded(t *testing.T) {
	o := quiet()
	o.KeepRequests = 10
	inBubble(t, o, func(d *discord) {
		d.send(d.channel, text("bonjour"))
		d.do("GET", "/channels/5?x=1", nil)
		all := d.Requests()
		if len(all) != 2 || all[0].Template != "/channels/{channel_id}/messages" || string(all[0].Body) != string(copyOf(text("bonjour"))) || all[0].Status != 200 {
			t.Fatalf("recorded %+v", all)
		}
		if r := all[1]; r.Path != "/channels/5" || r.Query != "x=1" || r.Status != 404 || r.Code != 10003 {
			t.Errorf("recorded %+v", r)
		}
		for range 100 {
			d.do("GET", "/gateway", nil)
		}
		if n := len(d.Requests()); n > 10 {
			t.Errorf("%d requests kept", n)
		}
	})
}
