package storetest

import (
	"time"
)

// leases rest on the clock of the store: what must not run out lasts an hour, and what must have no life.
var leases = []demand{
	{"OneHasIt", func(k *kit) {
		k.lease("x", "one", time.Hour, true)
		k.lease("x", "two", time.Hour, false)
		k.lease("x", "one", time.Hour, true)
		k.lease("y", "two", time.Hour, true)
		k.holders("", "one", "two")
	}},
	{"ItRunsOut", func(k *kit) {
		for _, life := range []time.Duration{0, -time.Hour} {
			k.lease("x", "one", life, true)
			k.holders("")
			k.lease("x", "two", time.Hour, true)
			k.holders("", "two")
			k.lease("x", "two", life, true) // as good as given back
		}
		k.lease("x", "one", time.Millisecond, true)
		for held := false; !held; { // the millisecond passes
			var err error
			held, err = k.Lease(k.ctx, "x", "two", time.Hour)
			k.ok(err)
		}
		k.lease("x", "one", time.Hour, false)
	}},
	{"ItIsGivenBack", func(k *kit) {
		k.lease("x", "one", time.Hour, true)
		k.ok(k.EndLease(k.ctx, "x", "two"))
		k.lease("x", "two", time.Hour, false)
		k.ok(k.EndLease(k.ctx, "x", "one"))
		k.ok(k.EndLease(k.ctx, "x", "one"))
		k.lease("x", "two", time.Hour, true)
	}},
	{"HoldersComeInTheOrderOfTheirComing", func(k *kit) {
		for _, who := range []string{"b", "c", "a"} {
			k.lease("here/"+who, who, time.Hour, true)
			k.later()
		}
		k.lease("there", "d", time.Hour, true)
		k.holders("here/", "b", "c", "a")
		k.lease("here/b", "b", 2*time.Hour, true) // prolonged, it is as old as before
		k.holders("here/", "b", "c", "a")
		k.ok(k.EndLease(k.ctx, "here/b", "b"))
		k.holders("here/", "c", "a")
		k.later()
		k.lease("here/b", "b", time.Hour, true)
		k.lease("here/more of c", "c", time.Hour, true)
		k.holders("here/", "c", "a", "b")
		k.holders("here/%")
		k.holders("HERE/")
	}},
	{"OneOfManyGetsIt", func(k *kit) {
		for range 5 {
			held := make([]bool, writers)
			k.all(func(i int) (err error) {
				held[i], err = k.Lease(k.ctx, "x", string(rune('a'+i)), time.Hour)
				return err
			})
			n, who := 0, ""
			for i, h := range held {
				if h {
					n, who = n+1, string(rune('a'+i))
				}
			}
			if n != 1 {
				k.Fatalf("%d have it", n)
			}
			k.ok(k.EndLease(k.ctx, "x", who))
		}
	}},
}

func (k *kit) lease(name, holder string, life time.Duration, want bool) {
	k.Helper()
	held, err := k.Lease(k.ctx, name, holder, life)
	k.ok(err)
	if held != want {
		k.Errorf("%s has %s: %v, want %v", holder, name, held, want)
	}
}

func (k *kit) holders(prefix string, want ...string) {
	k.Helper()
	got, err := k.Holders(k.ctx, prefix)
	k.ok(err)
	same(k, "Holders of "+prefix, got, want)
}

// later lets the clock of the store go on by the millisecond that it counts in.
func (k *kit) later() {
	k.Helper()
	k.lease("clock", "first", time.Millisecond, true)
	for held := false; !held; {
		var err error
		held, err = k.Lease(k.ctx, "clock", "second", 0)
		k.ok(err)
	}
}
