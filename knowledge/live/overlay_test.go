package live

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/knowledge"
)

func TestAnOverlayIsWhatACommunityPublished(t *testing.T) {
	k := newKit(t, Options{})
	k.share("linkedin/data", "Quelles données ?")
	k.refresh()
	c := k.join(discord)
	k.save(c, "local/wifi", own("local/wifi", "Quel est le code du wifi ?", "mdp wifi"))
	k.save(c, "tournoi", own("tournoi", "Quand a lieu le tournoi ?"))
	k.saveAs(c, "local/draft", own("local/draft", "Brouillon"), true)
	archived := own("local/old", "Ancienne")
	archived.Entry.Status = knowledge.Archived
	k.save(c, "local/old", archived)
	override := own("linkedin/opt-out", "Comment refuser l’IA de LinkedIn ?", "linkedin non merci")
	override.Base, override.Note = 1, map[string]string{"fr": "Note."}
	k.save(c, "linkedin/opt-out", override)
	k.save(c, "linkedin/data", knowledge.Content{Hidden: true, Phrases: map[string][]string{"fr": {"cachée"}}})
	k.save(c, "linkedin/since", knowledge.Content{Phrases: map[string][]string{"fr": {"ça date de quand"}}})
	k.save(c, "linkedin/why", knowledge.Content{}) // taken back
	o := k.overlay(discord)
	var keys []string
	for _, own := range o.Own() {
		keys = append(keys, own.Key)
		if e := own.Entry; e.Status != knowledge.Published || e.Revision != 1 || e.ID != own.ID || own.Edited != day {
			t.Errorf("%+v", own)
		}
	}
	if want := []string{"wifi", "tournoi"}; !slices.Equal(keys, want) {
		t.Errorf("own %v, want %v", keys, want)
	}
	if len(o.Adapted()) != 3 || !o.Adapts("linkedin") || o.Adapts("local") || o.On("linkedin/why") != nil || o.Find("old") != nil || o.Find("draft") != nil {
		t.Errorf("%+v", o.Adapted())
	}
	if a := o.On("linkedin/opt-out"); a.Entry == nil || a.Note["fr"] != "Note." || a.Stale || a.Hidden {
		t.Errorf("%+v", a)
	}
	for q, want := range map[string]knowledge.ID{
		"quel est le CODE du wifi": "local/wifi", "Mdp  Wifi !": "local/wifi", "quand a lieu le tournoi": "local/tournoi",
		"LinkedIn, non merci.": "linkedin/opt-out", "ca date de quand ?": "linkedin/since", "cachée": "", "Comment refuser l’IA de LinkedIn ?": "", "": "", "?!": "", "le wifi": "",
	} {
		if got, ok := o.Exact(NewQuestion(q)); got != want || ok != (want != "") {
			t.Errorf("%q is %q, want %q", q, got, want)
		}
	}
	if hits := o.Search(NewQuestion("c’est quoi le code wifi"), 3, LeastShare); len(hits) == 0 || hits[0].ID != "local/wifi" || hits[0].InScope <= 0.5 {
		t.Errorf("%+v", hits)
	}
}

// TestAnOverrideKnowsThatTheSharedEntryChanged as soon as it did.
func TestAnOverrideKnowsThatTheSharedEntryChanged(t *testing.T) {
	k := newKit(t, Options{})
	c := k.join(discord)
	override := own("linkedin/opt-out", "Chez nous")
	override.Base = 1
	k.save(c, "linkedin/opt-out", override)
	if a := k.overlay(discord).On("linkedin/opt-out"); a.Stale {
		t.Errorf("at once: %+v", a)
	}
	k.share("linkedin/opt-out", "deux")
	k.refresh()
	if a := k.overlay(discord).On("linkedin/opt-out"); !a.Stale {
		t.Errorf("after it changed: %+v", a)
	}
}

func TestNothingIsNil(t *testing.T) {
	k := newKit(t, Options{})
	c := k.join(discord)
	k.reads.Store(0)
	for range 2 {
		if k.overlay(discord) != nil || k.overlay(telegram) != nil || k.overlay(knowledge.Place{}) != nil {
			t.Error("an overlay of nothing")
		}
	}
	if n := k.reads.Load(); n != 4 { // two places, one community with its records
		t.Errorf("%d reads: that there is nothing is not remembered", n)
	}
	k.ok(k.Configure(t.Context(), c, knowledge.Settings{KeepGaps: true}, chloe, day))
	k.refresh()
	if o := k.overlay(discord); o == nil || !o.Settings.KeepGaps || !o.Empty() {
		t.Errorf("%+v", o)
	}
}

// TestOverlaysFollowWhatIsDone: each kind of deed, and who sees what after it.
func TestOverlaysFollowWhatIsDone(t *testing.T) {
	k := newKit(t, Options{})
	title := func(p knowledge.Place) string {
		if o := k.overlay(p); o != nil && o.Find("x") != nil {
			return o.Find("x").Entry.Text["fr"].Title
		}
		return ""
	}
	see := func(what, onDiscord, onTelegram string) {
		t.Helper()
		k.refresh()
		if a, b := title(discord), title(telegram); a != onDiscord || b != onTelegram {
			t.Errorf("after %s: %q and %q, want %q and %q", what, a, b, onDiscord, onTelegram)
		}
	}
	see("nothing", "", "")
	a := k.join(discord)
	b := k.join(telegram)
	k.save(a, "local/x", own("local/x", "un"))
	see("joining and saving", "un", "")
	n := k.saveAs(a, "local/x", own("local/x", "deux"), true)
	see("a draft", "un", "")
	k.ok(k.Publish(t.Context(), a, "local/x", n, chloe, day))
	see("publishing", "deux", "")
	k.save(b, "local/x", own("local/x", "autre"))
	see("saving elsewhere", "deux", "autre")
	k.ok(k.Link(t.Context(), telegram, a, chloe, day))
	see("linking", "deux", "deux")
	k.save(a, "local/x", own("local/x", "trois"))
	see("saving what is shared", "trois", "trois")
	c, err := k.Unlink(t.Context(), telegram, chloe, day)
	k.ok(err)
	k.save(c.ID, "local/x", own("local/x", "à nous"))
	see("unlinking", "trois", "à nous")
	moved := knowledge.Place{Platform: "telegram", Chat: "-100"}
	k.ok(k.Move(t.Context(), telegram, moved))
	see("moving", "trois", "")
	if title(moved) != "à nous" {
		t.Error("what moved is lost")
	}
	k.ok(k.Erase(t.Context(), a))
	see("erasing", "", "")
}

// TestWhatWasErasedIsServedNoMore, on another instance, and also while the store does not answer.
func TestWhatWasErasedIsServedNoMore(t *testing.T) {
	k := newKit(t, Options{})
	other := k.open(Options{})
	c := k.join(discord)
	k.save(c, "local/x", own("local/x", "un"))
	k.ok(other.Refresh(t.Context()))
	if o, err := other.Overlay(t.Context(), discord); err != nil || o == nil {
		t.Fatal("nothing was served before: ", err)
	}
	var told []Change
	other.OnChange(func(c Change) { told = append(told, c) })
	k.ok(k.Erase(t.Context(), c))
	k.ok(other.Refresh(t.Context()))
	if want := []Change{{Communities: []knowledge.CommunityID{c}}}; !reflect.DeepEqual(told, want) {
		t.Errorf("told %+v, want %+v", told, want)
	}
	k.down.Store(true)
	if o, _ := other.Overlay(t.Context(), discord); o != nil {
		t.Error("it is served while the store is away")
	}
	k.down.Store(false)
	k.clock.pass(slowest)
	if o, err := other.Overlay(t.Context(), discord); o != nil || err != nil {
		t.Errorf("%v %v", o, err)
	}
}

// TestASecondBaseSeesTheSame over the same store.
func TestASecondBaseSeesTheSame(t *testing.T) {
	k := newKit(t, Options{})
	other := k.open(Options{})
	c := k.join(discord)
	k.save(c, "local/x", own("local/x", "un"))
	if o := k.overlay(discord); o == nil {
		t.Fatal("nothing")
	}
	k.ok(other.Refresh(t.Context()))
	if o, err := other.Overlay(t.Context(), discord); err != nil || o.Find("x") == nil {
		t.Errorf("%v %v", o, err)
	}
}

// TestManyAskAtOnce and the store is read once.
func TestManyAskAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := newKit(t, Options{})
		k.save(k.join(discord), "local/wifi", own("local/wifi", "wifi"))
		k.refresh()
		hold := make(chan struct{})
		k.hold.Store(&hold)
		k.reads.Store(0)
		var wg sync.WaitGroup
		for range 32 {
			wg.Go(func() {
				if o, err := k.base.Overlay(t.Context(), discord); err != nil || o.Find("wifi") == nil {
					t.Errorf("%v, %v", o, err)
				}
			})
		}
		synctest.Wait() // all of them wait for one answer
		close(hold)
		wg.Wait()
		if n := k.reads.Load(); n != 3 {
			t.Errorf("%d reads", n)
		}
	})
}

// TestWhoAsksAfterASaveGetsIt although somebody who asked before still waits.
func TestWhoAsksAfterASaveGetsIt(t *testing.T) {
	k := newKit(t, Options{Patience: time.Hour})
	c := k.join(discord)
	k.save(c, "local/x", own("local/x", "un"))
	k.refresh()
	hold := make(chan struct{})
	k.hold.Store(&hold)
	k.reads.Store(0)
	first := make(chan *Overlay)
	go func() { first <- k.overlay(discord) }()
	for k.reads.Load() < 3 { // it reads the records
		select {
		case <-t.Context().Done():
			t.Fatal("it does not read")
		default:
		}
	}
	k.save(c, "local/x", own("local/x", "deux"))
	k.refresh()
	k.hold.Store(nil)
	if got := k.overlay(discord).Find("x").Entry.Text["fr"].Title; got != "deux" {
		t.Errorf("%q", got)
	}
	close(hold)
	<-first
	if got := k.overlay(discord).Find("x").Entry.Text["fr"].Title; got != "deux" {
		t.Errorf("what was read before was kept: %q", got)
	}
}

func TestASlowStoreIsNotWaitedFor(t *testing.T) {
	k := newKit(t, Options{Patience: time.Nanosecond})
	k.join(discord)
	if _, err := k.base.Overlay(t.Context(), discord); err == nil || k.base.Ready() == nil {
		t.Errorf("%v; Ready: %v", err, k.base.Ready())
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := k.base.Overlay(ended, discord); err == nil {
		t.Error("no error after the end")
	}
}

// TestTheCacheIsBounded by number and by size, and what was let go of comes back.
func TestTheCacheIsBounded(t *testing.T) {
	places := make([]knowledge.Place, 40)
	for _, o := range []Options{{Overlays: 10, Places: 20}, {OverlayBytes: 30 << 10}} {
		k := newKit(t, o)
		for i := range places {
			places[i] = knowledge.Place{Platform: "discord", Chat: fmt.Sprint(i)}
			k.fill(k.join(places[i]), 3, fmt.Sprintf("mark%d", i))
		}
		k.refresh()
		for i := range 3 * len(places) {
			n := i * 7 % len(places)
			hits := k.overlay(places[n]).Search(NewQuestion(fmt.Sprintf("où trouver le mark%d 2", n)), 2, LeastShare)
			if len(hits) == 0 || !strings.Contains(hits[0].Wording, fmt.Sprintf("mark%d ", n)) {
				t.Fatalf("%d: %+v", n, hits)
			}
			c := k.base.cache
			if o.Overlays > 0 && (len(c.overlays.byKey) > o.Overlays || len(c.places.byKey) > o.Places) || o.OverlayBytes > 0 && c.overlays.used > o.OverlayBytes {
				t.Fatalf("%d overlays of %d bytes, %d places", len(c.overlays.byKey), c.overlays.used, len(c.places.byKey))
			}
		}
	}
}

func TestKeys(t *testing.T) {
	long := "quel-est-le-mot-de-passe-du-wifi-du-local"
	for id, want := range map[knowledge.ID]string{
		"wifi": "wifi", "local/wifi": "wifi", knowledge.ID(long[:MaxKey]): long[:MaxKey], knowledge.ID(long): keyOf(knowledge.ID("local/" + long)),
	} {
		if got := keyOf(id); got != want || len(got) > MaxKey {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	if a, b := keyOf(knowledge.ID(long)), keyOf(knowledge.ID(long+"-2")); a == b {
		t.Errorf("two entries are %s", a)
	}
}

// TestNothingOfAnotherCommunity: overlays of random contents never hold what another wrote.
func TestNothingOfAnotherCommunity(t *testing.T) {
	k := newKit(t, Options{Overlays: 3})
	var all []knowledge.Place
	for i := range 6 {
		p := knowledge.Place{Platform: "discord", Chat: fmt.Sprint(i)}
		all = append(all, p)
		k.fill(k.join(p), 5, fmt.Sprintf("mark%d", i))
	}
	k.refresh()
	for i, p := range all {
		for j := range all {
			for _, h := range k.overlay(p).Search(NewQuestion(fmt.Sprintf("mark%d où est le salon", j)), 10, LeastShare) {
				if !strings.Contains(h.Wording, fmt.Sprintf("mark%d ", i)) && !strings.HasPrefix(h.Wording, "salon numéro") {
					t.Errorf("%v finds %q", p, h.Wording)
				}
			}
			if id, ok := k.overlay(p).Exact(NewQuestion(fmt.Sprintf("trouver mark%d 3", j))); ok != (i == j) {
				t.Errorf("%v has %q of %v", p, id, all[j])
			}
		}
	}
}
