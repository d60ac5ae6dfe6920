package desk

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// A fakeModel has used some tokens, and keeps what people choose.
type fakeModel struct {
	used, limit int
	err         error

	mu      sync.Mutex
	choices map[Actor]bot.ModelChoice
}

func (m *fakeModel) Tokens(_ context.Context, c knowledge.CommunityID) (used, limit int, err error) {
	if c == knowledge.SharedBase {
		return m.used * 10, m.limit * 10, m.err
	}
	return m.used, m.limit, m.err
}

func (m *fakeModel) Choice(who Actor) bot.ModelChoice {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.choices[who]
}

func (m *fakeModel) Choose(who Actor, c bot.ModelChoice) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.choices == nil {
		m.choices = map[Actor]bot.ModelChoice{}
	}
	m.choices[who] = c
}

func modelWorld(t *testing.T, m *fakeModel) *world {
	t.Helper()
	return newWorldOf(t, smallBase(t), Options{Model: m})
}

// TestWithoutAModelNothingSpeaksOfOne: that there is none is what the golden screens show; nor can it be switched on.
func TestWithoutAModelNothingSpeaksOfOne(t *testing.T) {
	w := newWorld(t)
	for _, verb := range []string{"settings", "privacy", "stats"} {
		if got := draw(w.moderator(verb)); strings.Contains(got, "modèle") || strings.Contains(got, "Reformulation") {
			t.Errorf("%s: %s", verb, got)
		}
	}
	for _, a := range []Act{NewAct("set", "rephrase", "1"), NewAct("set", "askmodel", "1"), NewAct("model", "ask", "1")} {
		says(t, w.do(w.caller("discord:1"), a), "n’est plus valable")
	}
	if s := w.settings(server); s.Rephrase || s.AskModel {
		t.Errorf("%+v", s)
	}
}

func TestModeratorsSwitchRephrasing(t *testing.T) {
	w := modelWorld(t, &fakeModel{})
	m := w.caller("discord:1")
	s := w.moderator("settings")
	golden(t, "settings-model", s)
	for _, step := range []struct {
		press         string
		rephrase, ask bool
	}{
		{"Activer : Reformulation", true, false},
		{"Activer : Question au modèle", true, true},
		{"Désactiver : Reformulation", false, true},
		{"Désactiver : Question au modèle", false, false},
	} {
		s = w.pressSpaced(m, s, step.press)
		if got := w.settings(server); got.Rephrase != step.rephrase || got.AskModel != step.ask {
			t.Errorf("%s: %+v", step.press, got)
		}
	}
	says(t, w.do(w.caller("discord:4"), NewAct("set", "rephrase", "1")), "Il faut être modérateur")
	if w.settings(server).Rephrase {
		t.Error("a member switched it on")
	}
	english := m
	english.Lang = "en"
	golden(t, "settings-model-en", w.do(english, NewAct("settings")))
}

// TestPeopleChooseWhatTheModelGets, on the screen that says what is kept of them, in private too.
func TestPeopleChooseWhatTheModelGets(t *testing.T) {
	model := &fakeModel{}
	w := modelWorld(t, model)
	reader := Caller{Who: "discord:8", Lang: "fr"}
	s := w.do(reader, NewAct("privacy"))
	golden(t, "privacy-model", s)
	for _, step := range []struct {
		press, says string
		want        bot.ModelChoice
	}{
		{"Transmettre ma question", "peut être transmise au modèle", bot.ModelChoice{Question: true}},
		{"Toujours le texte d’origine", "Le modèle ne reçoit rien pour vous", bot.ModelChoice{Question: true, Original: true}},
		{"Accepter les reformulations", "peut être transmise au modèle", bot.ModelChoice{Question: true}},
		{"Ne plus transmettre", "n’est pas transmise au modèle", bot.ModelChoice{}},
	} {
		s = w.press(reader, s, step.press)
		says(t, s, step.says, "Rien d’autre n’est gardé sur vous")
		if got := model.Choice("discord:8"); got != step.want {
			t.Errorf("%s: %+v", step.press, got)
		}
	}
	says(t, w.do(reader, NewAct("model", "else", "1")), "n’est plus valable")
	w.write()
	model.Choose("discord:1", bot.ModelChoice{Question: true})
	says(t, w.moderator("privacy"), "Versions de fiches que vous avez écrites : 1", "Tout effacer", "Un modèle de langue peut")
	w.moderator("forgetyes")
	if model.Choice("discord:1").Question {
		t.Error("who is forgotten still gives their question away")
	}
}

func TestStatsSayWhatTheModelCosts(t *testing.T) {
	model := &fakeModel{used: 1200}
	w := modelWorld(t, model)
	says(t, w.moderator("stats"), "1200 jetons aujourd’hui, sans limite")
	model.limit = 2000
	says(t, w.moderator("stats"), "1200 jetons aujourd’hui, 2000 au plus")
	if strings.Contains(draw(w.moderator("stats")), "C’est tout pour aujourd’hui") {
		t.Error("the budget is said to be spent")
	}
	says(t, w.do(w.caller("discord:9"), NewAct("b-stats")), "12000 jetons aujourd’hui, 20000 au plus")
	model.used = 2000
	says(t, w.moderator("stats"), "2000 jetons aujourd’hui, 2000 au plus", "C’est tout pour aujourd’hui")
	model.err = errors.New("away")
	if _, err := w.desk.Do(t.Context(), w.caller("discord:1"), NewAct("stats")); err == nil {
		t.Error("figures that nobody could read")
	}
}
