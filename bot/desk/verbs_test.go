package desk

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// needed is what each verb needs, written a second time: a verb without a row, or with another right, fails.
var needed = map[string]Rights{
	"privacy": Nobody, "forget": Nobody, "forgetyes": Nobody, "resume": Nobody, "drop": Nobody, "resend": Nobody, "model": Nobody,
	"suggest": Member, "suggested": Member,
	"home": Moderator, "list": Moderator, "find": Moderator, "found": Moderator, "show": Moderator, "new": Moderator, "create": Moderator,
	"edit": Moderator, "part": Moderator, "parts": Moderator, "lang": Moderator, "save": Moderator, "phrase": Moderator, "addphrase": Moderator,
	"phrases": Moderator, "setphrases": Moderator, "note": Moderator, "setnote": Moderator, "hide": Moderator, "unhide": Moderator,
	"changed": Moderator, "keep": Moderator, "unoverride": Moderator, "preview": Moderator, "draft": Moderator, "publish": Moderator,
	"discard": Moderator, "archive": Moderator, "unarchive": Moderator, "history": Moderator, "diff": Moderator, "rollback": Moderator,
	"undo": Moderator, "promote": Moderator, "gaps": Moderator, "gap": Moderator, "gaplink": Moderator, "gapwrite": Moderator, "gapdrop": Moderator,
	"gapfind": Moderator, "gapfound": Moderator, "suggestions": Moderator, "suggestion": Moderator, "accept": Moderator, "decline": Moderator,
	"declined": Moderator, "stale": Moderator, "stats": Moderator, "log": Moderator, "settings": Moderator, "set": Moderator, "setlang": Moderator,
	"role": Moderator, "setrole": Moderator, "alerts": Moderator, "links": Moderator, "invite": Moderator, "join": Moderator, "joined": Moderator,
	"joinyes": Moderator, "unlink": Moderator, "unlinkyes": Moderator, "digest": Moderator, "exports": Moderator, "export": Moderator,
	"test": Moderator, "tested": Moderator, "testadd": Moderator, "testfind": Moderator, "testfound": Moderator, "testwrite": Moderator,
	"replace": Moderator, "replaced": Moderator, "replaceyes": Moderator, "import": Moderator, "importyes": Moderator,
	"b-test": CuratorOnly, "b-tested": CuratorOnly, "b-testadd": CuratorOnly, "b-testfind": CuratorOnly, "b-testfound": CuratorOnly,
	"b-replace": CuratorOnly, "b-replaced": CuratorOnly, "b-replaceyes": CuratorOnly, "b-import": CuratorOnly, "b-importyes": CuratorOnly,
	"leave": Moderator, "erase": Moderator, "eraseyes": Moderator,
	"alert": CuratorOnly, "alerted": CuratorOnly, "alertagain": CuratorOnly, "alertyes": CuratorOnly,
	"b-home": CuratorOnly, "b-list": CuratorOnly, "b-find": CuratorOnly, "b-found": CuratorOnly, "b-show": CuratorOnly, "b-edit": CuratorOnly, "b-part": CuratorOnly,
	"b-parts": CuratorOnly, "b-lang": CuratorOnly, "b-save": CuratorOnly, "b-phrase": CuratorOnly, "b-addphrase": CuratorOnly, "b-preview": CuratorOnly, "b-draft": CuratorOnly,
	"b-publish": CuratorOnly, "b-discard": CuratorOnly, "b-archive": CuratorOnly, "b-unarchive": CuratorOnly, "b-history": CuratorOnly, "b-diff": CuratorOnly,
	"b-rollback": CuratorOnly, "b-undo": CuratorOnly, "b-stale": CuratorOnly, "b-stats": CuratorOnly, "b-log": CuratorOnly, "b-new": CuratorOnly, "b-create": CuratorOnly,
}

func TestEveryVerbHasItsRight(t *testing.T) {
	all := verbs()
	for name, v := range all {
		want, ok := needed[name]
		switch {
		case !ok:
			t.Errorf("the verb %q has no row in the table of rights", name)
		case v.right != want:
			t.Errorf("the verb %q needs %d, the table says %d", name, v.right, want)
		}
		if v.base != strings.HasPrefix(name, basePrefix) || v.base && v.place {
			t.Errorf("the verb %q: base %v, place %v", name, v.base, v.place)
		}
		if v.right == Moderator && !v.place {
			t.Errorf("the verb %q of moderators is about no community", name)
		}
	}
	for name := range needed {
		if _, ok := all[name]; !ok {
			t.Errorf("the table has the verb %q, which does not exist", name)
		}
	}
}

// everything is all that the store keeps, as text.
func (w *world) everything() string {
	w.tb.Helper()
	out := map[string]any{}
	ids := []knowledge.CommunityID{knowledge.SharedBase}
	more, err := w.store.CommunityIDs(w.tb.Context(), "", 100)
	if err != nil {
		w.tb.Fatal(err)
	}
	for _, id := range append(ids, more...) {
		out[string(id)] = w.of(id)
	}
	data, err := json.Marshal(out)
	if err != nil {
		w.tb.Fatal(err)
	}
	return string(data)
}

// of is all that belongs to one community, as text.
func (w *world) of(id knowledge.CommunityID) string {
	w.tb.Helper()
	ctx := w.tb.Context()
	var all []any
	keep := func(v any, err error) {
		if err != nil && !notFound(err) {
			w.tb.Fatal(err)
		}
		all = append(all, v)
	}
	keep(w.records(id), nil)
	c, err := w.store.Community(ctx, id)
	keep(c, err)
	for _, s := range []knowledge.GapState{knowledge.GapOpen, knowledge.GapLinked, knowledge.GapDismissed} {
		g, err := w.store.Gaps(ctx, id, s, 1000)
		keep(g, err)
	}
	for _, s := range []knowledge.SuggestionState{knowledge.SuggestionOpen, knowledge.SuggestionAccepted, knowledge.SuggestionDeclined} {
		g, err := w.store.Suggestions(ctx, id, s, 1000)
		keep(g, err)
	}
	n, err := w.store.Counts(ctx, id, knowledge.Date{})
	keep(n, err)
	data, err := json.Marshal(all)
	if err != nil {
		w.tb.Fatal(err)
	}
	return string(data)
}

// TestWithoutTheRightNothingHappens: without what it needs, and with all other rights, each verb is refused in words and leaves the store as it was.
func TestWithoutTheRightNothingHappens(t *testing.T) {
	w := newWorld(t)
	before := w.everything()
	code := Code("linkedin/opt-out")
	for name, r := range needed {
		if r == Nobody {
			continue
		}
		w.setRights("discord:5", map[Rights]Rights{Member: Nobody, Moderator: CuratorOnly, CuratorOnly: Moderator}[r])
		a := NewAct(name, code, "fr", "m", "0-1")
		a.Fields = map[string]string{"title": "Mon titre tapé", "text": "Mon texte tapé"}
		s := w.do(w.caller("discord:5"), a)
		says(t, s, "Réservé", "Mon titre tapé", "Mon texte tapé")
		if len(s.Buttons) > 0 || s.Form != nil || len(s.Notices) > 0 {
			t.Errorf("%s: somebody without the right gets more than words:\n%s", name, draw(s))
		}
	}
	if w.everything() != before {
		t.Error("an act without the right has changed the store")
	}
}

// TestRandomActs: whatever is asked by whoever, nothing panics, every screen fits, no community changes but the caller's, and what
// members do changes no entry.
func TestRandomActs(t *testing.T) {
	w := newWorld(t)
	ctx := t.Context()
	here, _ := w.store.At(ctx, server)
	there, _ := w.store.At(ctx, group)
	for _, c := range []knowledge.Community{here, there} {
		c.Settings.Suggest, c.Settings.KeepGaps = true, true
		if err := w.store.Configure(ctx, c.ID, c.Settings, "cli", today); err != nil {
			t.Fatal(err)
		}
		for _, q := range []string{"pourquoi le ciel est bleu", "tiktok ia désactiver", "wifi de l’école"} {
			p := c.Places[0]
			w.desk.Unknown(ctx, bot.Message{Text: q, Place: p}, "fr")
		}
	}
	if err := w.desk.Flush(ctx); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	people := []knowledge.Actor{"discord:1", "discord:2", "telegram:3", "discord:4", "discord:9", "discord:8", "discord:7"}
	names := sortedKeys(verbs())
	var known []Act
	rounds := 2000
	if raced { // one goroutine: there is nothing to race with
		rounds = 150
	}
	for range rounds {
		who := people[r.IntN(len(people))]
		c := w.caller(who)
		if r.IntN(20) == 0 {
			c.Place = Place{}
		}
		a := randomAct(r, names, known)
		mine, other := here.ID, there.ID
		if c.Place == group {
			mine, other = other, mine
		}
		otherBefore, baseBefore, mineBefore := w.of(other), w.of(knowledge.SharedBase), w.records(mine)
		s, err := w.desk.Do(ctx, c, a)
		if err != nil {
			t.Fatalf("%s by %s: %v", a, who, err)
		}
		w.keeps(a, s)
		if a.Verb != "joinyes" && a.Verb != "forgetyes" && w.of(other) != otherBefore {
			t.Fatalf("%s by %s in %s changes another community", a, who, c.Place)
		}
		if !w.rights[who].Has(CuratorOnly) && a.Verb != "forgetyes" && w.of(knowledge.SharedBase) != baseBefore {
			t.Fatalf("%s by %s changes the shared base", a, who)
		}
		if !w.rights[who].Has(Moderator) && a.Verb != "forgetyes" && w.records(mine) != mineBefore {
			t.Fatalf("%s by %s changes an entry", a, who)
		}
		for _, row := range s.Buttons {
			for _, b := range row {
				known = append(known, b.Act)
			}
		}
		if s.Form != nil {
			known = append(known, s.Form.Submit, s.Form.Again)
		}
		if len(known) > 400 {
			known = known[len(known)-400:]
		}
		if here, err = w.store.At(ctx, server); err != nil { // erased, or linked: begin again
			here, _ = w.store.Join(ctx, server, today)
		}
		if there, err = w.store.At(ctx, group); err != nil {
			there, _ = w.store.Join(ctx, group, today)
		}
		if here.ID == there.ID {
			if there, err = w.store.Unlink(ctx, group, "cli", today); err != nil {
				t.Fatal(err)
			}
		}
	}
	if strings.Contains(w.logs.String(), "panicked") {
		t.Error(w.logs.String())
	}
}

// records are the entries of a community as text: which revisions each has, which is published and which waits.
func (w *world) records(id knowledge.CommunityID) string {
	w.tb.Helper()
	all, err := w.store.Records(w.tb.Context(), id)
	if err != nil {
		w.tb.Fatal(err)
	}
	var b strings.Builder
	for _, r := range all {
		v := view{rec: r}
		draft := 0
		if r.Draft != nil {
			draft = r.Draft.Number
		}
		fmt.Fprintf(&b, "%s %d %d %d %d\n", r.Entry, r.Latest, v.publishedNumber(), draft, r.Seeded)
	}
	return b.String()
}

// randomAct is a button that was shown to somebody, one that was changed, or an act made up.
func randomAct(r *rand.Rand, names []string, known []Act) Act {
	var a Act
	if len(known) > 0 && r.IntN(4) > 0 {
		a = known[r.IntN(len(known))]
		a.Args = append([]string(nil), a.Args...)
	} else {
		a = NewAct(names[r.IntN(len(names))])
		for range r.IntN(5) {
			a.Args = append(a.Args, randomArg(r))
		}
	}
	if len(a.Args) > 0 && r.IntN(6) == 0 {
		a.Args[r.IntN(len(a.Args))] = randomArg(r)
	}
	if r.IntN(2) == 0 {
		texts := []string{
			"", "Comment faire ?", "oui", "EFFACER", "linkedin", "Une phrase. Deux phrases.", "https://example.org", "L’aide | https://example.org/a", "1\n2\n3",
			"**gras", "<b>x</b>", "\u202e@everyone", "\xff", strings.Repeat("long ", 900), "27/11/2026", "facile", "réglage", "iPhone :\nun", "ABCDEFGH",
		}
		a.Fields = map[string]string{}
		for _, k := range []string{
			"title", "short", "phrases", "steps", "links", "any", "web", "note", "text", "q", "reason", "role", "code", "sure", "fr", "en", "kind", "difficulty",
			"verified", "review", "changes", "id", "sources", "regions",
		} {
			if r.IntN(3) > 0 {
				a.Fields[k] = texts[r.IntN(len(texts))]
			}
		}
	}
	return a
}

func randomArg(r *rand.Rand) string {
	args := []string{
		"", "0", "1", "2", "zz", "fr", "en", "xx", "m", "s", "c", "f", "x", "1-1", "0-1", "g1", "s1", "g", "all", "own", "drafts", "low", "gaps", "two", "suggest",
		Code("linkedin/opt-out"), Code("linkedin"), Code("rights/complaint"), "abcdefgh", "-", "abcdefghij", "é", "md", "json", "csv",
	}
	return args[r.IntN(len(args))]
}

func TestRights(t *testing.T) {
	for i, r := range []Rights{Nobody, Member, Moderator, Curator} {
		for j, other := range []Rights{Nobody, Member, Moderator, Curator} {
			if r.Has(other) != (i >= j) {
				t.Errorf("%d has %d: %v", r, other, r.Has(other))
			}
		}
	}
	if CuratorOnly.Has(Moderator) || !CuratorOnly.Has(Member) || Moderator.Has(CuratorOnly) || CuratorOnly.Has(Curator) {
		t.Error("a curator is a moderator everywhere, or a moderator a curator")
	}
}
