package bot

import (
	"errors"
	"strings"
	"testing"
	"testing/quick"

	"nonmerci/knowledge/understand"
)

// TestEveryPressFits: the longest subjects and intents of the base, and every kind, in the bytes that adapters count on.
func TestEveryPressFits(t *testing.T) {
	for _, id := range shared(t).IDs() {
		for _, intent := range append([]string{id.Intent()}, shared(t).Entries[id].Also...) {
			p := Press{Kind: PressOutdated, Lang: "fr", Device: "android", Subject: id.Subject(), Intent: intent}
			if s := p.String(); len(s) > MaxPress {
				t.Errorf("%q has %d bytes", s, len(s))
			}
			if got, err := ParsePress(p.String()); got != p || err != nil {
				t.Errorf("%v comes back as %v, %v", p, got, err)
			}
		}
	}
}

func TestParsePressRefusesWhatStringDidNotWrite(t *testing.T) {
	for _, s := range []string{
		"", ".", "....", "c.fr.i.linkedin", "c.fr.i.linkedin.opt-out.more", "z.fr.i.linkedin.opt-out", "c.xx.i.linkedin.opt-out",
		"c.fr.q.linkedin.opt-out", "c.fr.-." + strings.Repeat("a", 60) + ".b",
	} {
		if p, err := ParsePress(s); !errors.Is(err, ErrPress) {
			t.Errorf("%q: %v, %v", s, p, err)
		}
	}
	if err := quick.Check(func(s string) bool { p, err := ParsePress(s); return err != nil || p.String() == s }, nil); err != nil {
		t.Error(err)
	}
}

func press(t *testing.T, b *Bot, p Press) Reply {
	t.Helper()
	r, err := b.Press(t.Context(), Message{Chat: "c", From: "u"}, p)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// action finds a button by its group and, when one is given, its kind.
func action(t *testing.T, r Reply, g Group, kind PressKind) Action {
	t.Helper()
	for _, a := range r.Actions {
		if a.Group == g && (kind == "" || a.Press.Kind == kind) {
			return a
		}
	}
	t.Fatalf("no button of group %d, kind %q, in %v", g, kind, r.Actions)
	return Action{}
}

func TestADeviceButtonShowsItsSteps(t *testing.T) {
	b, _ := sharedBot(t)
	r := say(t, b, "comment désactiver l'IA de LinkedIn ?")
	a := action(t, r, GroupDevice, PressDevice)
	next := press(t, b, a.Press)
	if next.Place != Same || next.Device != a.Press.Device || len(next.Card.Shown()) == 0 || string(next.Card.Shown()[0].Device) != a.Press.Device {
		t.Errorf("%+v", next)
	}
	if !strings.Contains(next.Text, a.Label) {
		t.Errorf("the echo does not name %s: %s", a.Label, next.Text)
	}
	if r = say(t, b, "et pour Instagram ?"); r.Subject != "instagram" || r.Device != a.Press.Device {
		t.Errorf("after the press: %s on %q", r.Subject, r.Device)
	}
}

func TestAChoiceCompletesTheQuestion(t *testing.T) {
	b, _ := sharedBot(t)
	r := say(t, b, "comment refuser l'ia de google")
	if r.Kind != Clarify {
		t.Fatalf("%+v", r)
	}
	next := press(t, b, action(t, r, GroupChoice, PressChoice).Press)
	if next.Kind != Answer || next.Subject != r.Choices[0].Subject || next.Place != Same {
		t.Errorf("%+v", next)
	}
	other := press(t, b, action(t, r, GroupChoice, PressOther).Press)
	if other.Kind != Smalltalk || other.Place != Same {
		t.Errorf("something else: %+v", other)
	}
}

func TestAMissingSettingHasCauses(t *testing.T) {
	b, _ := sharedBot(t)
	r := say(t, b, "comment désactiver l'IA de LinkedIn ?")
	causes := press(t, b, action(t, r, GroupAbout, PressMissing).Press)
	blocks := causes.Blocks()
	if len(blocks) != 3 || blocks[1].Kind != Bulleted || len(blocks[1].Items) != len(wordsFrench.Causes) {
		t.Fatalf("%+v", blocks)
	}
	if back := press(t, b, action(t, causes, GroupAbout, PressChoice).Press); back.Entry != r.Entry {
		t.Errorf("back leads to %s", back.Entry)
	}
}

// TestFeedbackIsCountedFromThreeUp and only for entries that exist; the answer is a short notice.
func TestFeedbackIsCountedFromThreeUp(t *testing.T) {
	b, _ := sharedBot(t)
	r := say(t, b, "comment désactiver l'IA de LinkedIn ?")
	for n := range 3 {
		if got := b.Feedback(); len(got) != 0 {
			t.Errorf("after %d: %v is shown", n, got)
		}
		for _, kind := range []PressKind{PressUseful, PressNotUseful, PressOutdated} {
			note := press(t, b, action(t, r, GroupFeedback, kind).Press)
			if note.Place != Aside || len([]rune(note.Text)) > 200 {
				t.Errorf("%+v", note)
			}
		}
	}
	press(t, b, Press{Kind: PressUseful, Lang: "fr", Subject: "no-such-service", Intent: "opt-out"})
	if got := b.Feedback(); len(got) != 3 || got[Opinion{"linkedin/opt-out", PressOutdated}] != 3 {
		t.Errorf("%v", got)
	}
}

func TestAPressOnWhatIsGone(t *testing.T) {
	b := smallBot(t)
	for _, p := range []Press{
		{Kind: PressChoice, Lang: "fr", Subject: "no-such-service", Intent: "opt-out"},
		{Kind: PressChoice, Lang: "fr", Subject: "linkedin", Intent: "no-such-intent"},
		{Kind: PressDevice, Lang: "fr"},
	} {
		if _, err := b.Press(t.Context(), Message{}, p); !errors.Is(err, ErrPress) {
			t.Errorf("%v: %v", p, err)
		}
	}
}

// TestButtonsSpeakTheReadersLanguage, also where the entry is in another.
func TestButtonsSpeakTheReadersLanguage(t *testing.T) {
	b, _ := sharedBot(t)
	for _, lang := range understand.Languages {
		r := b.Ask("linkedin opt out", nil, lang, false)
		if r.Kind != Answer {
			t.Fatalf("%s: %+v", lang, r)
		}
		a := action(t, r, GroupFeedback, PressUseful)
		if a.Label != WordsIn(lang).Useful || a.Press.Lang != lang {
			t.Errorf("%s: %+v", lang, a)
		}
	}
}

// TestDistressHasNoButton.
func TestDistressHasNoButton(t *testing.T) {
	b, _ := sharedBot(t)
	if r := say(t, b, "j'ai envie d'en finir"); !r.Private() || len(r.Actions) > 0 || len(r.Opens()) > 0 {
		t.Errorf("%+v", r)
	}
}
