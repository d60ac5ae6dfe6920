package discord

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"nonmerci/bot/desk"
	"nonmerci/internal/discordtest"
	"nonmerci/knowledge"
)

// correct changes the entry that most tests change, so that the guide has something new to say, and returns when it was published.
func (d *deskWorld) correct(short string) time.Time {
	d.t.Helper()
	time.Sleep(2 * time.Minute) // the guide says when it changed, to the minute
	m := d.submits(d.ana, d.opens(d.ana, d.entry(d.ana), "Modifier"), map[string]any{"short": short})
	d.wants(d.presses(d.ana, m, "Publier"), "Publié")
	return time.Now()
}

// TestGuideIsBrowsed: everybody chooses in the guide, each gets their own answer, and the guide stays as it is.
func TestGuideIsBrowsed(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		d.uses(d.ana, "guide")
		guide, _ := d.guideNow()
		service := guide.Inputs()[0].CustomID
		list := d.screenOf(must(d.lea.Choose(guide, service, "LinkedIn"))(t))
		d.wants(list, "LinkedIn")
		if n := len(list.Inputs()[0].Options); n < 5 {
			t.Errorf("%d entries", n)
		}
		answer := d.screenOf(must(d.lea.Choose(list, list.Inputs()[0].CustomID, linkedinTitle))(t))
		d.wants(answer, "Coupez le réglage", "Montrer à tous", "Android")
		if answer.ID != list.ID {
			t.Error("the answer does not take the place of the list")
		}
		max := d.AddUser("Max").Speak("en-US")
		d.guild.AddMember(max)
		theirs := d.screenOf(must(max.Choose(guide, guide.Inputs()[1].CustomID, "Refuser"))(t))
		if theirs.ID == list.ID {
			t.Error("two people share a list")
		}
		d.wants(d.screenOf(must(max.Choose(theirs, theirs.Inputs()[0].CustomID, "LinkedIn"))(t)), "Show to everyone")
		if _, err := d.lea.Choose(theirs, theirs.Inputs()[0].CustomID, "LinkedIn"); err == nil {
			t.Error("Lea sees Max’s list")
		}
		if now, _ := d.guideNow(); now.Edits != 0 {
			t.Error("the guide was changed")
		}
	}, checked(t))
}

// TestGuideFollows: changes that come together are one edit, within five seconds; what changed while the program was away is caught up with.
func TestGuideFollows(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		d.uses(d.ana, "guide", discordtest.With("languages", "fr en"))
		before, _ := d.guideNow()
		d.wants(before, "Mis à jour le", "Updated")
		for range 20 {
			d.adapter.GuideChanged()
			d.adapter.GuideChanged(d.place())
		}
		time.Sleep(10 * time.Second)
		if now, _ := d.guideNow(); now.Edits != 0 {
			t.Errorf("%d edits for nothing", now.Edits)
		}
		at := d.correct("Un premier texte.")
		time.Sleep(5 * time.Second)
		now, _ := d.guideNow()
		if now.Edits != 1 || now.Edited.Sub(at) > 5*time.Second {
			t.Errorf("%d edits, %v after", now.Edits, now.Edited.Sub(at))
		}
		d.halts()
		time.Sleep(time.Hour)
		at2 := must(d.store.At(t.Context(), d.place()))(t)
		e := d.live.Shared().Entries["instagram/opt-out"]
		if _, err := d.store.Save(t.Context(), knowledge.Save{
			Community: at2.ID, Entry: e.ID, By: knowledge.ByCommandLine, Content: knowledge.Content{Hidden: true, Base: e.Revision}, At: time.Now(), Summary: "x",
		}); err != nil {
			t.Fatal(err)
		}
		d.reopen()
		d.starts()
		time.Sleep(10 * time.Second)
		if now, _ := d.guideNow(); now.Edits != 2 {
			t.Errorf("%d edits after a restart", now.Edits)
		}
	})
}

// TestGuideMoves: /guide again moves it, and takes it away when asked.
func TestGuideMoves(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		d.uses(d.ana, "guide")
		first, _ := d.guideNow()
		other := d.guild.AddChannel("accueil")
		d.wants(d.screenOf(must(d.ana.Invoke(other, "guide"))(t)), "posté et épinglé")
		for _, m := range d.channel.Messages(d.ana) {
			if m.ID == first.ID {
				t.Error("there are two guides")
			}
		}
		if n := len(d.channel.Pins()) + len(other.Pins()); n != 1 {
			t.Errorf("%d pins", n)
		}
		d.wants(d.uses(d.ana, "guide", discordtest.With("remove", true)), "Le guide est retiré")
		if n := len(other.Pins()); n != 0 {
			t.Errorf("%d pins", n)
		}
		d.wants(d.uses(d.ana, "guide", discordtest.With("remove", true)), "pas de guide ici")
		one := must(d.ana.Invoke(d.channel, "guide"))(t)
		two := must(d.guild.Owner().Invoke(other, "guide"))(t)
		d.screenOf(one)
		d.screenOf(two)
		if n := len(d.channel.Pins()) + len(other.Pins()); n != 1 {
			t.Errorf("two at once: %d pins", n)
		}
	})
}

// TestGuideIsDeleted: a guide that somebody deletes comes back once; deleted again, it is not wanted.
func TestGuideIsDeleted(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		d.uses(d.ana, "guide")
		first, _ := d.guideNow()
		if err := d.ana.Delete(first); err != nil {
			t.Fatal(err)
		}
		d.correct("Un premier texte.")
		time.Sleep(10 * time.Second)
		second, ok := d.guideNow()
		if !ok || second.ID == first.ID || !second.Pinned {
			t.Fatalf("not posted again: %+v", second)
		}
		if err := d.ana.Delete(second); err != nil {
			t.Fatal(err)
		}
		d.correct("Un second texte.")
		time.Sleep(10 * time.Second)
		if _, err := d.store.Guide(t.Context(), d.place()); err == nil {
			t.Error("it is still kept up")
		}
	})
}

// TestGuideWithoutPermission: the guide works unpinned, says so, waits while it may not be edited, and goes on when it may.
func TestGuideWithoutPermission(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		d.channel.OverwriteUser(d.Bot(), 0, discordtest.PinMessages)
		d.wants(d.uses(d.ana, "guide"), "pas le droit de l’épingler")
		guide, ok := d.guideNow()
		if !ok || guide.Pinned {
			t.Fatalf("%+v", guide)
		}
		here := d.channel
		here.OverwriteUser(d.Bot(), 0, discordtest.ViewChannel)
		d.channel = d.guild.AddChannel("modération")
		d.correct("Un premier texte.")
		d.channel = here
		time.Sleep(time.Minute)
		if now, _ := d.guideNow(); now.Edits != 0 {
			t.Errorf("%d edits", now.Edits)
		}
		d.channel.OverwriteUser(d.Bot(), discordtest.ViewChannel, 0)
		time.Sleep(11 * time.Minute)
		if now, _ := d.guideNow(); now.Edits != 1 {
			t.Errorf("%d edits once it may", now.Edits)
		}
		mute := d.guild.AddChannel("muet")
		mute.OverwriteUser(d.Bot(), 0, discordtest.SendMessages)
		d.wants(d.screenOf(must(d.ana.Invoke(mute, "guide"))(t)), "pas le droit d’écrire ici")
		if _, ok := d.guideNow(); !ok {
			t.Error("the old guide is gone")
		}
	})
}

// TestGuideInThread: an archived thread is opened for an edit; where it is locked, the guide stays as it is.
func TestGuideInThread(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		thread := d.ana.StartThread(d.channel, "le guide")
		d.wants(d.screenOf(must(d.ana.Invoke(thread, "guide"))(t)), "posté et épinglé")
		edits := func() int { return d.guideIn(thread).Edits }
		thread.Archive(true, false)
		d.correct("Un premier texte.")
		time.Sleep(5 * time.Second)
		if n := edits(); n != 1 || thread.Archived() {
			t.Errorf("%d edits, archived: %v", n, thread.Archived())
		}
		thread.Archive(true, true)
		d.correct("Un second texte.")
		time.Sleep(time.Minute)
		if n := edits(); n != 1 {
			t.Errorf("%d edits of a locked thread", n)
		}
	})
}

func (d *deskWorld) guideIn(c *discordtest.Channel) (out discordtest.Message) {
	d.t.Helper()
	for _, m := range c.Messages(d.ana) {
		if len(m.Inputs()) > 0 && !m.Ephemeral {
			out = m
		}
	}
	return out
}

// TestGuideOfMany: however many services and entries there are, the guide and its lists keep within Discord's limits, and all are reached.
func TestGuideOfMany(t *testing.T) {
	r := newRoom(&Adapter{}, Options{Token: "x", Desk: slowDesk{}})
	for _, n := range []int{0, 1, 25, 26, 60, 75, 76, 300, 600} {
		var p desk.GuidePart
		p.Lang, p.Title, p.ChooseService, p.ChooseQuestion, p.ChooseEntry, p.Back, p.More = "fr", "Le guide", "Par service", "Par question", "Choisissez", "Retour", "Suite"
		all := desk.GuideGroup{Key: "q-opt-out", Label: "Refuser"}
		for i := range n {
			item := desk.GuideItem{Reader: fmt.Sprintf("s%d/opt-out", i), Code: fmt.Sprintf("code%04d", i), Label: fmt.Sprintf("Service %d", i)}
			p.Services = append(p.Services, desk.GuideGroup{Key: fmt.Sprintf("s-%d", i), Label: fmt.Sprintf("Service %d", i), Items: []desk.GuideItem{item}})
			all.Items = append(all.Items, item)
		}
		if n > 0 {
			p.Questions = append(p.Questions, all)
		}
		reached := map[string]bool{}
		see := func(b body) (ranges []string) {
			if len(b.Components) > maxRows || count(b.Content) > maxContent {
				t.Errorf("%d: %d rows, %d characters", n, len(b.Components), count(b.Content))
			}
			ids := map[string]bool{}
			for _, c := range b.Components {
				for _, m := range c.Buttons {
					if ids[m.CustomID] || count(m.CustomID) > maxCustom || len(m.Options) > maxOptions {
						t.Errorf("%d: %+v", n, m)
					}
					ids[m.CustomID] = true
					for _, o := range m.Options {
						if reached[o.Value] = true; strings.HasPrefix(o.Value, valueRange) {
							ranges = append(ranges, o.Value)
						}
					}
				}
			}
			return ranges
		}
		for range see(r.drawGuide(desk.GuidePage{Parts: []desk.GuidePart{p, p}})) {
			for _, groups := range pieces(p.Services, maxOptions) {
				for _, o := range groupLines(groups) {
					reached[o.Value] = true
				}
			}
		}
		for page := range n/listSize + 2 {
			see(r.list(interaction{author: 1 << 63}, p, all, page).parts[0])
		}
		for i := range n {
			if !reached[fmt.Sprintf("k:s-%d", i)] || !reached[fmt.Sprintf("e:code%04d", i)] {
				t.Fatalf("%d services: nobody reaches %d", n, i)
			}
		}
	}
}
