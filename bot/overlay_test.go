package bot

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/understand"
)

func TestAnOwnEntrySaysWhoseItIs(t *testing.T) {
	k := newKit(t, smallBase(t), Options{})
	c := ownEntry("local/wifi", "Quel est le mot de passe du wifi ?", "Demandez à **Léa**.", "mdp wifi")
	k.save(k.join(here), "local/wifi", c)
	r := k.say(here, "MDP wifi")
	want := "*Quel est le mot de passe du wifi ?*\n\nDemandez à **Léa**.\n\nFiche de cette communauté, modifiée le 23 novembre 2026."
	if r.Kind != Answer || r.Text != want || r.Entry != "local/wifi" || r.Subject != "local" || r.Intent != "wifi" || !r.Community || r.Revision != 1 {
		t.Errorf("%+v\n%s", r, r.Text)
	}
	if len(r.Sources) > 0 || r.Verified != "" || len(r.Choices) > 0 {
		t.Errorf("sources, or choices: %+v", r)
	}
	blocks := r.Blocks()
	if last := blocks[len(blocks)-1]; last.Kind != Small || !strings.HasPrefix(last.Spans[0].Text, "Fiche de cette communauté") {
		t.Errorf("%+v", blocks)
	}
	if r = k.say(elsewhere, "mdp wifi"); r.Entry != "" || r.Community {
		t.Errorf("elsewhere: %+v", r)
	}
	if r, err := k.bot.Respond(t.Context(), Message{Text: "mdp wifi"}); err != nil || r.Entry != "" {
		t.Errorf("in private: %+v", r)
	}
}

// TestAnOwnEntryInEveryLanguage: the frame is in the language of the entry, and that it is another than the reader's is said in theirs.
func TestAnOwnEntryInEveryLanguage(t *testing.T) {
	k := newKit(t, smallBase(t), Options{})
	c := k.join(here)
	for _, lang := range understand.Languages {
		id := knowledge.ID("local/x-" + lang)
		e := ownEntry(id, "Zwxy "+lang, "Qrst.")
		e.Entry.Text = map[string]knowledge.Text{lang: e.Entry.Text["fr"]}
		k.save(c, id, e)
		for _, reader := range understand.Languages {
			r, ok, err := k.bot.EntryIn(t.Context(), here, string(id), reader, "")
			if err != nil || !ok || r.Lang != lang || !strings.Contains(r.Text, "Qrst.") || strings.ContainsAny(r.Text, "{}") {
				t.Fatalf("%s for %s: %v %+v", lang, reader, err, r)
			}
			if said := strings.Contains(r.Text, WordsIn(reader).CommunityOtherLang); said != (lang != reader) {
				t.Errorf("%s for %s: %s", lang, reader, r.Text)
			}
		}
	}
}

// TestAnOverrideStandsInItsPlace wherever the entry is shown, and nowhere else.
func TestAnOverrideStandsInItsPlace(t *testing.T) {
	k := newKit(t, smallBase(t), Options{})
	mine := *k.live.Shared().Entries["exemplia/opt-out"]
	mine.Text = maps.Clone(mine.Text)
	text := mine.Text["fr"]
	text.Title, text.Short = "Exemplia chez nous", "Ici, on fait autrement."
	mine.Text["fr"] = text
	k.save(k.join(here), "exemplia/opt-out", knowledge.Content{Entry: &mine, Base: 1})
	const fact = "Fiche adaptée par cette communauté le 23 novembre 2026"
	check := func(what string, r Reply) {
		t.Helper()
		if r.Entry != "exemplia/opt-out" || !strings.Contains(r.Text, "autrement") || !strings.Contains(r.Text, fact) || !r.Community || len(r.Sources) == 0 {
			t.Errorf("%s: %+v", what, r)
		}
	}
	show := Press{Kind: PressChoice, Lang: "fr", Subject: "exemplia", Intent: "opt-out"}
	r, err := k.press(here, show)
	k.ok(err)
	check("a choice", r)
	device, err := k.press(here, action(t, r, GroupDevice, PressDevice).Press)
	k.ok(err)
	check("a device", device)
	show.Intent = "effect" // the same text answers it
	r, err = k.press(here, show)
	k.ok(err)
	check("another intent of it", r)
	show.Intent = "object" // it is the nearest
	r, err = k.press(here, show)
	k.ok(err)
	check("the nearest", r)
	if got := k.suggest(here, "exemplia chez", 5); len(got) != 1 || got[0].Label != "Exemplia chez nous" {
		t.Errorf("suggested: %v", got)
	}
	if got := k.suggest(elsewhere, "exemplia chez", 5); len(got) != 0 {
		t.Errorf("suggested elsewhere: %v", got)
	}
	r, err = k.press(elsewhere, Press{Kind: PressChoice, Lang: "fr", Subject: "exemplia", Intent: "opt-out"})
	if err != nil || r.Community || strings.Contains(r.Text, "autrement") {
		t.Errorf("elsewhere: %+v", r)
	}
}

func TestAnOverrideInOneLanguage(t *testing.T) {
	k := newKit(t, smallBase(t), Options{})
	k.save(k.join(here), "exemplia/opt-out", ownEntry("exemplia/opt-out", "Chez nous", "Ici."))
	for reader, said := range map[string]bool{"fr": false, "en": true} {
		r, ok, err := k.bot.EntryIn(t.Context(), here, "exemplia/opt-out", reader, "")
		if err != nil || !ok || strings.Contains(r.Text, WordsIn(reader).CommunityOtherLang) != said || strings.Contains(r.Text, speak(reader).otherLang) {
			t.Errorf("%s: %+v", reader, r)
		}
	}
}

// TestWhatIsHiddenIsNotThere: the nearest entry is given and said so; it is offered by nothing.
func TestWhatIsHiddenIsNotThere(t *testing.T) {
	k := newKit(t, smallBase(t), Options{})
	c := k.join(here)
	k.save(c, "exemplia/opt-out", knowledge.Content{Hidden: true, Phrases: map[string][]string{"fr": {"zwxy"}}})
	show := Press{Kind: PressChoice, Lang: "fr", Subject: "exemplia", Intent: "opt-out"}
	r, err := k.press(here, show)
	if err != nil || r.Entry != "exemplia/status" || !strings.Contains(r.Text, "Je n’ai rien de précis") {
		t.Errorf("%v %+v", err, r)
	}
	for _, c := range append(r.Choices, k.suggest(here, "", 25)...) {
		if c.Entry == "exemplia/opt-out" || c.Intent == "opt-out" && c.Subject == "exemplia" {
			t.Errorf("it is offered: %+v", c)
		}
	}
	if r = k.say(here, "zwxy"); r.Kind != Unknown {
		t.Errorf("a wording of it: %+v", r)
	}
	if _, ok, err := k.bot.EntryIn(t.Context(), here, "exemplia/opt-out", "fr", ""); ok || err != nil {
		t.Errorf("shown by its id: %v", err)
	}
	for _, id := range k.live.Shared().IDs() {
		if id.Subject() == "exemplia" || id.Subject() == generalSubject {
			k.write(c, id, knowledge.Content{Hidden: true})
		}
	}
	k.ok(k.live.Refresh(t.Context()))
	if _, err = k.press(here, show); !errors.Is(err, ErrPress) {
		t.Errorf("a service that is hidden whole: %v", err)
	}
	if r, err = k.press(here, Press{Kind: PressChoice, Lang: "fr", Subject: "rights", Intent: "complaint"}); err != nil || r.Kind != Unknown {
		t.Errorf("a general question: %v %+v", err, r)
	}
	if r, err = k.press(elsewhere, show); err != nil || r.Entry != "exemplia/opt-out" {
		t.Errorf("elsewhere: %v %+v", err, r)
	}
}

// TestAServiceThatIsHiddenIsNotOffered when one asks back which.
func TestAServiceThatIsHiddenIsNotOffered(t *testing.T) {
	k := newKit(t, shared(t), Options{})
	c := k.join(here)
	for _, slug := range popular {
		for _, e := range k.live.Shared().Of(slug) {
			k.write(c, e.ID, knowledge.Content{Hidden: true})
		}
		k.ok(k.live.Refresh(t.Context()))
		r := k.say(here, "comment désactiver l’IA ?")
		for _, choice := range r.Choices {
			if choice.Subject == slug {
				t.Errorf("%s is offered: %v", slug, r.Choices)
			}
		}
		if last := slug == popular[len(popular)-1]; (r.Kind == Unknown) != last || last && (len(r.Actions) > 0 || len(r.Blocks()) != 2) {
			t.Errorf("without %s: %+v", slug, r)
		}
	}
}

func TestANoteIsAboveTheAnswer(t *testing.T) {
	k := newKit(t, smallBase(t), Options{})
	k.save(k.join(here), "exemplia/opt-out", knowledge.Content{Note: map[string]string{"fr": "Voyez **#aide**.\n\nMerci.", "de": "Hinweis."}})
	for _, lang := range understand.Languages {
		r, ok, err := k.bot.EntryIn(t.Context(), here, "exemplia/opt-out", lang, "")
		if !ok || err != nil || r.Community {
			t.Fatalf("%s: %v %+v", lang, err, r)
		}
		label, words := WordsIn(lang).CommunityNote, "Voyez **#aide**.\n\nMerci."
		if lang == "de" {
			words = "Hinweis."
		}
		note := "**" + label + strings.TrimRight(speak(lang).colon(), " ") + "** " + words
		if at := strings.Index(r.Text, note); at < 0 || at > strings.Index(r.Text, r.Card.Short) {
			t.Errorf("%s: %q is not above the answer:\n%s", lang, note, r.Text)
		}
	}
	r, _, _ := k.bot.EntryIn(t.Context(), here, "exemplia/opt-out", "fr", "")
	if b := r.Blocks()[1]; b.Kind != Paragraph || b.Extra || b.Spans[0] != (Span{Text: "Note de cette communauté\u00a0:", Bold: true}) || b.Spans[3] != (Span{Text: "#aide", Bold: true}) {
		t.Errorf("%+v", b)
	}
	if b := r.Blocks()[2]; b.Kind != Paragraph || b.Spans[0].Text != "Merci." {
		t.Errorf("%+v", b)
	}
}

// TestAnAddedWordingIsUnderstoodHereAlone, at once, and the conversation goes on from it.
func TestAnAddedWordingIsUnderstoodHereAlone(t *testing.T) {
	k := newKit(t, shared(t), Options{})
	c := k.join(here)
	k.save(c, "linkedin/opt-out", knowledge.Content{Phrases: map[string][]string{"fr": {"couper le bidule du réseau bleu", "le bidule bleu"}}})
	k.save(c, "rights/complaint", knowledge.Content{Phrases: map[string][]string{"fr": {"râler auprès de la grande cheffe"}}})
	for q, want := range map[string]string{
		"Couper le bidule du réseau bleu !": "linkedin/opt-out", "comment je coupe le bidule du reseau bleu": "linkedin/opt-out",
		"râler auprès de la grande cheffe": "rights/complaint",
	} {
		if r := k.say(here, q); r.Kind != Answer || r.Entry != want || r.Community || len(r.Sources) == 0 {
			t.Errorf("%q: %+v", q, r)
		}
		if r := k.say(elsewhere, q); r.Entry == want {
			t.Errorf("%q elsewhere: %+v", q, r)
		}
	}
	for _, q := range []string{"le bidule bleu", "et pour Instagram ?"} {
		r, err := k.bot.Respond(t.Context(), Message{Chat: "c", From: "u", Text: q, Place: here})
		if err != nil || r.Intent != "opt-out" {
			t.Errorf("%q: %v %+v", q, err, r)
		}
	}
	k.save(c, "linkedin/opt-out", knowledge.Content{})
	if r := k.say(here, "le bidule bleu"); r.Kind != Unknown {
		t.Errorf("taken back: %+v", r)
	}
}

// TestAnOwnEntryLeavesTheConversation where it was.
func TestAnOwnEntryLeavesTheConversation(t *testing.T) {
	k := newKit(t, shared(t), Options{})
	k.save(k.join(here), "local/wifi", ownEntry("local/wifi", "Quel est le code du wifi ?", "1234"))
	for _, c := range [][2]string{{linkedinOptOut, "linkedin/opt-out"}, {"quel est le code du wifi", "local/wifi"}, {"et pour Instagram ?", "instagram/opt-out"}} {
		r, err := k.bot.Respond(t.Context(), Message{Chat: "c", From: "u", Text: c[0], Place: here})
		if err != nil || r.Entry != c[1] {
			t.Errorf("%q: %v %s", c[0], err, r.Entry)
		}
	}
}

// TestWhichOwnEntry is asked when several may be meant, and a number picks one: as long as it is there.
func TestWhichOwnEntry(t *testing.T) {
	k := newKit(t, smallBase(t), Options{})
	c := k.join(here)
	k.save(c, "local/a", ownEntry("local/a", "Quand a lieu le tournoi des débutants ?", "un"))
	k.save(c, "local/b", ownEntry("local/b", "Quand a lieu le tournoi des experts ?", "deux"))
	v, err := k.bot.in(t.Context(), here)
	k.ok(err)
	r := v.render(v.which([]live.Hit{{ID: "local/a", Confidence: 0.4, InScope: 0.9}, {ID: "local/b", Confidence: 0.3}, {ID: "local/c", Confidence: 0.01}}, Verdict{}), "fr")
	if r.Kind != Clarify || !slices.Equal(entries(r.Choices), []string{"local/a", "local/b"}) || !strings.HasPrefix(r.Text, french.ownWhich) || len(r.Actions) != 3 {
		t.Fatalf("%+v", r)
	}
	picked, err := k.press(here, r.Actions[1].Press)
	if err != nil || picked.Entry != "local/b" || picked.Place != Same {
		t.Errorf("%v %+v", err, picked)
	}
	m := Message{Chat: "c", From: "u", Place: here, Text: "2"}
	for _, gone := range []bool{false, true} {
		k.bot.memory.keep(conversation{key: conversationKey{m.Chat, m.From}, choices: r.Choices}, today)
		if gone {
			archived := ownEntry("local/b", "x", "x")
			archived.Entry.Status = knowledge.Archived
			k.save(c, "local/b", archived)
		}
		if got, err := k.bot.Respond(t.Context(), m); err != nil || (got.Entry == "local/b") == gone {
			t.Errorf("gone %v: %v %+v", gone, err, got)
		}
	}
}
