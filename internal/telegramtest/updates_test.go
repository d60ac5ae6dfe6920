package telegramtest

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

func ids(t *testing.T, r reply) []int64 {
	t.Helper()
	var list []int64
	for _, u := range as[[]update](t, r.Result) {
		list = append(list, u.ID)
	}
	return list
}

// bubble runs a test in which no time passes by itself.
func bubble(t *testing.T, run func(t *testing.T)) {
	t.Helper()
	synctest.Test(t, run)
}

func TestGetUpdates(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		p := s.NewPerson(User{})
		for i := range 5 {
			p.Ask(fmt.Sprint(i))
		}
		get := func(a args) []int64 {
			time.Sleep(time.Second) // or the server answers a repeated offset with one update
			return ids(t, do(t, s, "getUpdates", a))
		}
		for _, c := range []struct {
			a    args
			want []int64
		}{
			{args{}, []int64{100000, 100001, 100002, 100003, 100004}},
			{args{"limit": 2}, []int64{100000, 100001}},
			{args{"offset": 100001}, []int64{100001, 100002, 100003, 100004}},
			{args{"offset": 1}, []int64{100001, 100002, 100003, 100004}},
			{args{"offset": -2}, []int64{100003, 100004}},
			{args{}, []int64{100003, 100004}},
			{args{"offset": 100005}, nil},
		} {
			if got := get(c.a); !slices.Equal(got, c.want) {
				t.Errorf("%v: %v, want %v", c.a, got, c.want)
			}
		}
		p.Ask("old")
		time.Sleep(25 * time.Hour)
		if got := get(args{}); got != nil {
			t.Errorf("an update of yesterday: %v", got)
		}
	})
}

// TestSameOffset: who asks the same again at once gets one update, or waits three seconds.
func TestSameOffset(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		p := s.NewPerson(User{})
		p.Ask("a")
		p.Ask("b")
		do(t, s, "getUpdates", nil)
		if got := ids(t, do(t, s, "getUpdates", nil)); len(got) != 1 {
			t.Errorf("%v", got)
		}
		start := time.Now()
		do(t, s, "getUpdates", args{"offset": 100002})
		do(t, s, "getUpdates", args{"offset": 100002})
		if d := time.Since(start); d != 3*time.Second {
			t.Errorf("it waited for %v", d)
		}
		do(t, s, "getUpdates", args{"offset": 100002})
		time.Sleep(2900 * time.Millisecond)
		start = time.Now()
		do(t, s, "getUpdates", args{"offset": 100002, "timeout": 1})
		if d := time.Since(start); d != 3*time.Second {
			t.Errorf("it waited for %v", d)
		}
	})
}

func TestLongPoll(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		p := s.NewPerson(User{})
		start := time.Now()
		if got := ids(t, do(t, s, "getUpdates", args{"timeout": 30})); got != nil || time.Since(start) != 30*time.Second {
			t.Errorf("%v after %v", got, time.Since(start))
		}
		start = time.Now()
		time.AfterFunc(7*time.Second, func() { p.Ask("x") })
		if got := ids(t, do(t, s, "getUpdates", args{"timeout": 1000, "offset": 5})); len(got) != 1 || time.Since(start) != 7*time.Second {
			t.Errorf("%v after %v", got, time.Since(start))
		}
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)
		doContext(ctx, t, s, "getUpdates", args{"timeout": 30, "offset": 200000})
		if s.queue.poll != nil {
			t.Error("a poll is left of a bot that hung up")
		}
	})
}

func TestConflicts(t *testing.T) {
	const other = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		start, done := time.Now(), make(chan time.Duration, 3)
		for i := range 3 {
			go func() {
				time.Sleep(time.Duration(i) * time.Second / 10)
				r := do(t, s, "getUpdates", args{"timeout": 30, "offset": i})
				if (i < 2) != (r.Description == other) || i < 2 && r.Code != 409 {
					t.Errorf("%d: %d %s", i, r.Code, r.Description)
				}
				done <- time.Since(start)
			}()
		}
		first, second, third := <-done, <-done, <-done
		if first != time.Second/10 || second != 3200*time.Millisecond || third != 30200*time.Millisecond {
			t.Errorf("ended after %v, %v, %v", first, second, third)
		}
		time.Sleep(time.Minute)
		go func() {
			time.Sleep(time.Second)
			must[bool](t, s, "setWebhook", args{"url": "http://bot.test/hook"})
		}()
		refused(t, s, "getUpdates", args{"timeout": 30}, 409, "Conflict: terminated by setWebhook request")
		time.Sleep(time.Minute)
		refused(t, s, "getUpdates", nil, 409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
		time.Sleep(2500 * time.Millisecond)
		start = time.Now()
		if r := do(t, s, "getUpdates", nil); r.Code != 409 || time.Since(start) != 3*time.Second {
			t.Errorf("a second conflict: %d after %v", r.Code, time.Since(start))
		}
		must[bool](t, s, "deleteWebhook", nil)
		time.Sleep(time.Minute)
		if r := do(t, s, "getUpdates", nil); !r.OK {
			t.Error(r.Description)
		}
	})
}

func TestAllowedUpdates(t *testing.T) {
	s := newServer(t, unlimited())
	owner, c := inGroup(t, s, Supergroup)
	owner.PromoteBot(c, AllRights())
	fresh(t, s)
	kinds := func(a args) (out []string) {
		do(t, s, "getUpdates", a)
		n := len(s.Updates())
		bob := s.NewPerson(User{FirstName: "Carl"})
		c.Join(bob)
		for _, u := range s.Updates()[n:] {
			out = append(out, u.Kind)
		}
		return out
	}
	for _, c := range []struct {
		a    args
		want []string
	}{
		{args{}, []string{"message"}},
		{args{"allowed_updates": []string{"message", "chat_member"}}, []string{"chat_member", "message"}},
		{args{}, []string{"chat_member", "message"}}, // remembered
		{args{"allowed_updates": []string{"callback_query"}}, nil},
		{args{"allowed_updates": []string{}}, []string{"message"}},
	} {
		if got := kinds(c.a); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.a, got, c.want)
		}
	}
}

// TestChatMemberIsForAdministrators: a member is not told of others, whatever it asks for.
func TestChatMemberIsForAdministrators(t *testing.T) {
	s := newServer(t, unlimited())
	_, c := inGroup(t, s, Supergroup)
	do(t, s, "getUpdates", args{"allowed_updates": []string{"chat_member"}})
	c.Join(s.NewPerson(User{}))
	if s.Pending() != 0 {
		t.Error("a member is told who comes")
	}
}

func TestRedeliveryAndInjection(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		p := s.NewPerson(User{})
		p.Ask("a")
		s.Inject(func(id int64) string { return fmt.Sprintf(`{"update_id":%d,"message":"no object"}`, id) })
		s.Inject(func(id int64) string { return fmt.Sprintf(`{"update_id":%d,"brand_new":{}}`, id) })
		p.Ask("b")
		if r := do(t, s, "getUpdates", nil); len(as[[]map[string]any](t, r.Result)) != 4 {
			t.Errorf("%s", r.Result)
		}
		do(t, s, "getUpdates", args{"offset": 100004})
		if !s.Redeliver(100000) || s.Redeliver(7) {
			t.Error("redelivery")
		}
		if got := ids(t, do(t, s, "getUpdates", args{"offset": 100004})); !slices.Equal(got, []int64{100000}) {
			t.Errorf("%v", got)
		}
		if got := ids(t, do(t, s, "getUpdates", args{"offset": 100005})); got != nil {
			t.Errorf("delivered twice: %v", got)
		}
	})
}

func TestStrangeServers(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		start := time.Now()
		s.Strange(Strangeness{NoLongPoll: true, IgnoreOffset: true})
		if got := ids(t, do(t, s, "getUpdates", args{"timeout": 30})); got != nil {
			t.Errorf("%v", got)
		}
		s.NewPerson(User{}).Ask("a")
		for range 3 {
			if got := ids(t, do(t, s, "getUpdates", args{"timeout": 30, "offset": 100001})); len(got) != 1 {
				t.Errorf("%v", got)
			}
		}
		if time.Since(start) != 0 {
			t.Errorf("it waited")
		}
	})
}

func TestCloseEndsAPoll(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		time.AfterFunc(time.Second, s.Close)
		if r := do(t, s, "getUpdates", args{"timeout": 30}); r.status != http.StatusInternalServerError {
			t.Errorf("%+v", r)
		}
		q := s.NewPerson(User{}).Ask("x")
		if _, err := q.Wait(t.Context()); err == nil {
			t.Error("a wait outlives the server")
		}
	})
}
