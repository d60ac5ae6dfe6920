package desk

import (
	"strings"
	"testing"
	"time"
)

func formWith(text string) Form { return Form{Title: "t", Fields: []Field{{Key: "text", Value: text}}} }

func TestPadIsTheWritersAlone(t *testing.T) {
	w := newWorld(t)
	c := w.caller("discord:1")
	token := w.desk.Hold(c, formWith("secret"))
	if f, ok := w.desk.Held(c, token); !ok || f.values()["text"] != "secret" {
		t.Fatal("what was held is lost")
	}
	elsewhere := c
	elsewhere.Place = group
	for name, other := range map[string]Caller{"somebody else": w.caller("discord:2"), "another place": elsewhere} {
		if _, ok := w.desk.Held(other, token); ok {
			t.Errorf("%s gets it", name)
		}
		says(t, w.do(other, NewAct("resume", token)), "plus gardé")
	}
	w.desk.Drop(w.caller("discord:2"), token)
	if _, ok := w.desk.Held(c, token); !ok {
		t.Error("somebody else has dropped it")
	}
	w.pass(31 * time.Minute)
	says(t, w.do(c, NewAct("resume", token)), "la demi-heure est passée")
}

func TestPadIsBounded(t *testing.T) {
	p := newPad()
	c := Caller{Who: "discord:1"}
	if p.put(c, formWith(strings.Repeat("x", maxSlipSize+1)), today) != "" {
		t.Error("a slip over the limit is kept")
	}
	first := p.put(c, formWith("first"), today)
	for i := range maxMine {
		p.put(c, formWith("x"), today.Add(time.Duration(i+1)*time.Second))
	}
	if _, ok := p.get(c, first, today); ok || p.count(c.Who, today) != maxMine {
		t.Errorf("one person has %d slips", p.count(c.Who, today))
	}
	for i := range maxPadSize/maxSlipSize + 50 {
		p.put(Caller{Who: Actor("discord:" + itoa(1000+i))}, formWith(strings.Repeat("x", maxSlipSize)), today.Add(time.Duration(i)*time.Second))
	}
	total := 0
	for _, s := range p.kept {
		total += s.size
	}
	if total > maxPadSize || total != p.size {
		t.Errorf("%d bytes are kept, %d are counted", total, p.size)
	}
}

// TestAFormTooLargeToKeepIsShown: then the text is in the screen itself.
func TestAFormTooLargeToKeepIsShown(t *testing.T) {
	w := newWorld(t)
	huge := strings.Repeat("mot ", maxSlipSize/3)
	s := w.submit(w.caller("discord:1"), w.moderator("new"), with(wifi, map[string]string{"short": huge}))
	if len(s.Files) != 1 || strings.Count(string(s.Files[0].Data), "mot ") < maxSlipSize/3-1 {
		t.Error("the text is lost")
	}
}
