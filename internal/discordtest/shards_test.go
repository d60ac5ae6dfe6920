package discordtest

import (
	"encoding/json"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

// shard dials and identifies as one shard of n.
func (d *discord) shard(id, n int) *socket {
	d.t.Helper()
	s := d.dial("/gateway/?v=10&encoding=json")
	s.op(opHello)
	as := d.identification(usual)
	as["shard"] = []int{id, n}
	s.write(opIdentify, as)
	return s
}

// TestIdentifiesByKey: in five seconds one of each rate limit key; a second one is refused, and counted.
func TestIdentifiesByKey(t *testing.T) {
	o := quiet()
	o.Gateway = GatewayOptions{MaxConcurrency: 2, Shards: 4}
	inBubble(t, o, func(d *discord) {
		var open []*socket
		for id, want := range []int{opDispatch, opDispatch, opInvalid, opInvalid} {
			s := d.shard(id, 4)
			s.op(want)
			open = append(open, s)
		}
		if st := d.Gateway().State(); st.Hasty != 2 || st.Identifies != 2 || fmt.Sprint(st.Shards()) != "[[0 4] [1 4]]" {
			t.Errorf("%+v", st)
		}
		time.Sleep(5 * time.Second)
		d.shard(2, 4).event("READY")
		d.shard(3, 4).event("READY")
		for _, s := range open {
			s.close(1000)
		}
	})
}

// TestMoreShardsAreRequired: who comes with fewer is refused; sessions that there are stay, and can be resumed.
func TestMoreShardsAreRequired(t *testing.T) {
	o := quiet()
	o.Gateway = GatewayOptions{IdentifyEvery: -1}
	inBubble(t, o, func(d *discord) {
		old, r := d.connect(usual)
		d.Gateway().RequireShards(2)
		if n := d.do("GET", "/gateway/bot", nil).body["shards"]; n != 2.0 {
			t.Errorf("recommends %v", n)
		}
		d.say(1)
		last := old.event("MESSAGE_CREATE").S
		if got := d.shard(0, 1).closed(); got != 4011 {
			t.Errorf("closed with %d", got)
		}
		d.shard(0, 2).event("READY")
		d.Gateway().DropShard(0)
		old.closed()
		synctest.Wait()
		d.again(r.SessionID, last).event("RESUMED")
	})
}

// TestOneShardDown: the others do not notice.
func TestOneShardDown(t *testing.T) {
	o := quiet()
	o.Gateway = GatewayOptions{IdentifyEvery: -1}
	inBubble(t, o, func(d *discord) {
		mine, other := ShardOf(d.guild, 2), 1-ShardOf(d.guild, 2)
		up, down := d.shard(other, 2), d.shard(mine, 2)
		up.event("READY")
		var r ready
		if err := json.Unmarshal(down.event("READY").D, &r); err != nil {
			t.Fatal(err)
		}
		d.Gateway().KeepDown(mine, 4000)
		if n := d.Gateway().CloseShard(mine, 4000, false); n != 1 {
			t.Errorf("%d connections", n)
		}
		down.closed()
		synctest.Wait()
		x, err := d.person.Say(d.channel, "personne n’écoute")
		if err != nil || x.Sent() != 0 {
			t.Errorf("%v, sent %d times", err, x.Sent())
		}
		if got := d.again(r.SessionID, 1).closed(); got != 4000 {
			t.Errorf("closed with %d", got)
		}
		if got := d.shard(mine, 2).closed(); got != 4000 {
			t.Errorf("closed with %d", got)
		}
		d.Gateway().ClearFaults()
		back := d.again(r.SessionID, 2)
		back.event("MESSAGE_CREATE")
		if x.Sent() != 1 {
			t.Errorf("sent %d times", x.Sent())
		}
		back.close(1000)
		up.close(1000)
	})
}

func TestSessionsThatAreLeft(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		d.Gateway().Allow(1)
		s, _ := d.connect(usual)
		limit, _ := d.do("GET", "/gateway/bot", nil).body["session_start_limit"].(object)
		if limit["remaining"] != 0.0 {
			t.Errorf("%v", limit)
		}
		s.close(1000)
	})
}
