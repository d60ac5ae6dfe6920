package discord

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/adapters/internal/discordgate"
	"nonmerci/internal/discordtest"
)

// mustAnswer waits at most d for the bot to answer again.
func (w *world) mustAnswer(d time.Duration) {
	w.t.Helper()
	synctest.Wait()
	for began := time.Now(); w.adapter.Ready() != nil; time.Sleep(100 * time.Millisecond) {
		if took := time.Since(began); took > d {
			w.t.Fatalf("not connected after %v: %v", took, w.adapter.Ready())
		}
	}
	synctest.Wait()
	w.answerOf(w.say("encore là ?"))
	if err := w.adapter.Ready(); err != nil {
		w.t.Errorf("Ready: %v", err)
	}
}

// TestDgResumeMissed: what was said during a cut is answered after the resume, once and in order, whatever is repeated.
func TestDgResumeMissed(t *testing.T) {
	inWorld(t, func(w *world) {
		w.answerOf(w.say("avant"))
		w.Gateway().Repeat(1)
		w.Gateway().Drop()
		synctest.Wait()
		var missed []*discordtest.Exchange
		for i := range 3 {
			missed = append(missed, w.say(fmt.Sprint("pendant ", i)))
		}
		for _, x := range missed {
			w.answerOf(x)
		}
		time.Sleep(time.Minute)
		var got []string
		for _, m := range w.channel.Messages(w.Bot()) {
			if m.Author == w.Bot() {
				got = append(got, m.Content[len(m.Content)-1:])
			}
		}
		if strings.Join(got, "") != "t012" {
			t.Errorf("answered %v", got)
		}
		if s := w.Gateway().State(); s.Identifies != 1 || s.Resumes != 1 || !strings.Contains(s.Connections[1].Path, "resume") {
			t.Errorf("%+v", s)
		}
	}, withAnswer(echo))
}

// TestDgOp9: an invalid session is resumed or begun anew after one to five seconds, also when it comes during the handshake.
func TestDgOp9(t *testing.T) {
	for name, resumable := range map[string]bool{"d:true": true, "d:false": false} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				time.Sleep(2 * time.Minute)
				began := time.Now()
				w.Gateway().Invalidate(resumable)
				w.mustAnswer(12 * time.Second)
				s := w.Gateway().State()
				if wait := s.Connections[1].At.Sub(began); wait < time.Second || wait > 10*time.Second {
					t.Errorf("came back after %v", wait)
				}
				if resumed := s.Resumes == 1; resumed != resumable || s.Identifies+s.Resumes != 2 {
					t.Errorf("%+v", s)
				}
			}, withAnswer(echo))
		})
		t.Run(name+" first", func(t *testing.T) {
			inQuietWorld(t, func(w *world) {
				w.Gateway().Next(1, discordtest.ConnectionFault{First: discordtest.InvalidSession(resumable)})
				w.start()
				w.mustAnswer(30 * time.Second)
			}, withAnswer(echo))
		})
	}
}

// TestDgOp7Open: a request to reconnect as the first packet does not hang.
func TestDgOp7Open(t *testing.T) {
	inQuietWorld(t, func(w *world) {
		w.Gateway().Next(1, discordtest.ConnectionFault{First: discordtest.ReconnectPacket()})
		w.start()
		w.mustAnswer(30 * time.Second)
		w.Gateway().Reconnect()
		synctest.Wait()
		w.mustAnswer(5 * time.Second)
		if s := w.Gateway().State(); s.Resumes != 1 {
			t.Errorf("%+v", s)
		}
	}, withAnswer(echo))
}

// TestDgZombie: heartbeats that nobody acknowledges end the connection within two intervals, and the session is resumed.
func TestDgZombie(t *testing.T) {
	inWorld(t, func(w *world) {
		time.Sleep(time.Minute)
		w.Gateway().SilenceAcks(true)
		began := time.Now()
		err := w.Gateway().Until(w.ctx, func(s discordtest.State) bool { return s.Connected == 0 })
		if took := time.Since(began); err != nil || took > 2*41250*time.Millisecond {
			t.Errorf("noticed after %v: %v", took, err)
		}
		w.Gateway().SilenceAcks(false)
		w.mustAnswer(10 * time.Second)
		s := w.Gateway().State()
		if code := s.Connections[0].ClientCode; code == 1000 || code == 1001 || s.Resumes != 1 {
			t.Errorf("closed with %d, %+v", code, s)
		}
	}, withAnswer(echo))
}

// TestDeadGateway: one that sends no Hello, refuses the upgrade, or cannot be reached, is left and tried again.
func TestDeadGateway(t *testing.T) {
	for name, f := range map[string]discordtest.ConnectionFault{
		"no Hello": {NoHello: true}, "no upgrade": {Status: 503}, "no session": {RefuseIdentify: 4000}, "rate limited": {RefuseIdentify: 4008},
	} {
		t.Run(name, func(t *testing.T) {
			inQuietWorld(t, func(w *world) {
				w.Gateway().Next(2, f)
				w.start()
				synctest.Wait()
				if err := w.adapter.Ready(); err == nil {
					t.Error("ready without a connection")
				}
				w.mustAnswer(2 * time.Minute)
			}, withAnswer(echo))
		})
	}
	t.Run("no such host", func(t *testing.T) {
		inQuietWorld(t, func(w *world) {
			w.opts.APIURL = "http://nowhere.test"
			w.start()
			time.Sleep(time.Minute)
			if err := w.adapter.Ready(); err == nil || !strings.Contains(err.Error(), "no such host") {
				t.Errorf("Ready: %v", err)
			}
		})
	})
	t.Run("unreachable", func(t *testing.T) {
		inQuietWorld(t, func(w *world) {
			w.at.RefuseDials(true)
			w.start()
			time.Sleep(time.Minute)
			if err := w.adapter.Ready(); err == nil || !strings.Contains(err.Error(), "connection refused") {
				t.Errorf("Ready: %v", err)
			}
			w.at.RefuseDials(false)
			w.mustAnswer(3 * time.Minute)
		}, withAnswer(echo))
	})
}

// TestDgFatalClose: codes that would only come again end Run with a text that says what to do.
func TestDgFatalClose(t *testing.T) {
	for _, code := range []int{4004, 4012, 4013, 4014} { // 4010 and 4011 are in shards_test.go
		t.Run(fmt.Sprint(code), func(t *testing.T) {
			inQuietWorld(t, func(w *world) {
				w.Gateway().Next(-1, discordtest.ConnectionFault{RefuseIdentify: code})
				w.start()
				err := <-w.ended
				w.stop = nil
				if _, ok := errors.AsType[*discordgate.FatalError](err); !ok || !strings.Contains(err.Error(), fmt.Sprint(code)) {
					t.Errorf("%v", err)
				}
				if n := len(w.Gateway().State().Connections); n != 1 {
					t.Errorf("%d connections", n)
				}
			})
		})
	}
	t.Run("while connected", func(t *testing.T) {
		inWorld(t, func(w *world) {
			time.Sleep(time.Minute)
			w.Gateway().CloseWith(4004)
			if err := <-w.ended; err == nil || !strings.Contains(err.Error(), "Reset Token") {
				t.Errorf("%v", err)
			}
			w.stop = nil
			if err := w.adapter.Ready(); err == nil {
				t.Error("ready after the end")
			}
		})
	})
	t.Run("401", func(t *testing.T) {
		inQuietWorld(t, func(w *world) {
			w.opts.Token = "another.token"
			w.start()
			if err := <-w.ended; err == nil || !strings.Contains(err.Error(), "Reset Token") || strings.Contains(err.Error(), "another") {
				t.Errorf("%v", err)
			}
			w.stop = nil
		})
	})
}

// TestDgStorm: a gateway that drops every session at once is not hammered.
func TestDgStorm(t *testing.T) {
	for name, lose := range map[string]bool{"resumable": false, "lost": true} {
		t.Run(name, func(t *testing.T) {
			inQuietWorld(t, func(w *world) {
				w.Gateway().Next(-1, discordtest.ConnectionFault{DropAfterReady: true})
				w.start()
				for range 600 {
					time.Sleep(time.Second)
					if lose {
						w.Gateway().LoseSessions()
					}
				}
				if s := w.Gateway().State(); s.Identifies >= 20 || len(s.Connections) >= 40 || len(s.Connections) < 5 {
					t.Errorf("%d identifies, %d connections in ten minutes", s.Identifies, len(s.Connections))
				}
				w.Gateway().ClearFaults()
				w.mustAnswer(5 * time.Minute)
			}, withAnswer(echo))
		})
	}
}

// TestSessionBudget: with no session left to begin today, none is begun, and Ready says why.
func TestSessionBudget(t *testing.T) {
	inQuietWorld(t, func(w *world) {
		w.start()
		w.connected()
		w.Gateway().LoseSessions()
		w.Gateway().Drop()
		time.Sleep(10 * time.Minute)
		if err := w.adapter.Ready(); err == nil || !strings.Contains(err.Error(), "no new session") {
			t.Errorf("Ready: %v", err)
		}
		if n := w.Gateway().State().Identifies; n != 1 {
			t.Errorf("%d identifies", n)
		}
	}, withServer(func(o *discordtest.Options) { o.Gateway.SessionStarts = 1 }))
}

// TestGatewayCalm: an hour without anything costs heartbeats alone.
func TestGatewayCalm(t *testing.T) {
	inWorld(t, func(w *world) {
		sent := len(w.Requests())
		time.Sleep(time.Hour)
		if s := w.Gateway().State(); len(s.Connections) != 1 || len(w.Requests()) != sent {
			t.Errorf("%+v", s)
		}
	})
}

// TestHeartbeatRequest: op 1 is answered at once.
func TestHeartbeatRequest(t *testing.T) {
	inWorld(t, func(w *world) {
		time.Sleep(10 * time.Second)
		before := w.Gateway().State().Connections[0].Heartbeats
		w.Gateway().Send(&discordtest.Packet{Op: 1})
		synctest.Wait()
		if after := w.Gateway().State().Connections[0].Heartbeats; after != before+1 {
			t.Errorf("%d heartbeats, then %d", before, after)
		}
	})
}
