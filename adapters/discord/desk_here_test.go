package discord

import (
	"testing"
	"time"

	"nonmerci/internal/discordtest"
)

// TestRemovedWhileAway: a server that removed the bot while it was down is left once the bot is back, one that added it again is not, and
// neither is one that the server of another make does not list.
func TestRemovedWhileAway(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		other, back := d.AddGuild("Autre"), d.AddGuild("Retour")
		time.Sleep(time.Second)
		left := func(g *discordtest.Guild) bool {
			return !must(d.store.At(t.Context(), placeOf(g.ID())))(t).Left.IsZero()
		}
		d.halts()
		other.RemoveBot()
		back.RemoveBot()
		time.Sleep(time.Hour)
		d.starts()
		time.Sleep(lookAround / 2)
		back.InstallBot(discordtest.BotPermissions)
		time.Sleep(lookAround)
		if !left(other) || left(back) || left(d.guild) {
			t.Errorf("left: %t, that came back: %t, that never did: %t", left(other), left(back), left(d.guild))
		}
	})
}

// TestWhoIsGone: only a server of a shard that has told its servers, and not this one.
func TestWhoIsGone(t *testing.T) {
	const zero, one = "4194304", "8388608" // shards 1 and 0, of two
	var h here
	if h.gone(zero) {
		t.Error("nothing was told yet")
	}
	if h.note(one, true); !h.told([2]int{0, 2}) || h.told([2]int{0, 2}) {
		t.Error("one comparison is due at a time")
	}
	if h.gone(zero) || h.gone(one) || !h.gone("16777216") || h.gone("x") {
		t.Error("of a shard that has not told, there, gone, no server")
	}
	h.told([2]int{0, 1}) // another number of shards
	h.note(one, false)
	if !h.gone(zero) || !h.gone(one) {
		t.Error("the only shard has told")
	}
	h.told([2]int{1, 3})
	if h.gone(one) {
		t.Error("what shards told before their number changed counts no more")
	}
}
