package telegram

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/bot/desk"
	"nonmerci/internal/telegramtest"
	"nonmerci/knowledge"
)

// guided is a group with its guide.
func (r *deskRig) guided(rights telegramtest.Rights) (c *telegramtest.Chat, people []*telegramtest.Person, guide telegramtest.Message) {
	r.t.Helper()
	c, people = r.community("Ana", "Bob")
	people[0].PromoteBot(c, rights)
	guide = r.answer(people[0].Command(c, "guide", ""))
	time.Sleep(5 * time.Second)
	return c, people, guide
}

// publish publishes an entry of a group's own, « salle », by itself.
func (r *deskRig) publish(c *telegramtest.Chat, title string) {
	r.t.Helper()
	at, id := mustCommunity(r, c), "salle"
	expect := 0
	if rec, err := r.store.Record(r.t.Context(), at, knowledge.ID(id)); err == nil {
		expect = rec.Latest
	}
	e := &knowledge.Entry{
		ID: knowledge.ID(id), Kind: knowledge.Info, Status: knowledge.Published, Revision: expect + 1,
		Text: map[string]knowledge.Text{"fr": {Title: title, Short: "Voici : " + title}},
	}
	_, err := r.store.Save(r.t.Context(), knowledge.Save{
		Community: at, Entry: e.ID, Expect: expect, By: "telegram:1", Origin: knowledge.FromPerson, Content: knowledge.Content{Entry: e}, At: time.Now(),
	})
	if err == nil {
		err = r.live.Refresh(r.t.Context())
	}
	if err != nil {
		r.t.Fatal(err)
	}
}

func stored(r *deskRig, c *telegramtest.Chat) (knowledge.Guide, bool) {
	g, err := r.store.Guide(r.t.Context(), placeIn(c))
	return g, err == nil
}

func TestTheGuideLeadsEverybodyIntoPrivate(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people, guide := r.guided(telegramtest.Rights{Pin: true})
		bob, stranger := people[1], r.started("Zoé")
		wants(t, guide, "Dire non", "Choisissez un service ou une question")
		for _, b := range guide.Buttons() {
			if b.Data != "" || b.URL == "" {
				t.Errorf("%q is no link", b.Text)
			}
		}
		r.publish(c, "Où est la salle ?")
		time.Sleep(5 * time.Second)
		now, _ := c.Message(guide.ID)
		wants(t, now, "Mis à jour le")
		start := func(p *telegramtest.Person, label string) telegramtest.Message {
			u, err := url.Parse(labelled(t, now, label).URL)
			if err != nil {
				t.Fatal(err)
			}
			return r.says(p, "/start "+u.Query().Get("start"))
		}
		m := start(bob, "Fiches de la communauté")
		wants(t, m, "Fiches de la communauté")
		m = r.taps(bob, m, "Où est la salle ?")
		wants(t, m, "Voici : Où est la salle ?")
		press := bob.Press(m, labelled(t, m, "Utile").Data)
		if a := r.pressed(press); a.Alert {
			t.Errorf("feedback on an entry of the community: %+v", a)
		}

		m = start(bob, "LinkedIn")
		wants(t, m, "LinkedIn. Choisissez une fiche")
		m = r.taps(bob, m, "Retour")
		wants(t, m, "Choisissez un service ou une question")
		m = r.taps(bob, m, "Refuser")
		menu := m
		m = r.taps(bob, m, "Comment empêcher LinkedIn")
		wants(t, m, "LinkedIn · refuser")
		if left, _ := bob.Private().Message(menu.ID); left.Text != menu.Text {
			t.Error("the answer took the place of the menu")
		}

		m = start(stranger, "Fiches de la communauté") // they are not in the group: its entries are not theirs
		if strings.Contains(m.Text+labels(m), "salle") {
			t.Errorf("a stranger reads %q %s", m.Text, labels(m))
		}
		wants(t, start(stranger, "Refuser"), "Refuser")
		if after, _ := c.Message(guide.ID); after.Text != now.Text || labels(after) != labels(now) {
			t.Error("the guide was changed for everybody")
		}
	})
}

func TestTheGuideWithoutTheRightToPin(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people, guide := r.guided(telegramtest.Rights{})
		all := c.FromBot()
		wants(t, all[len(all)-1], "je n’ai pas le droit de l’épingler")
		r.publish(c, "Où est la salle ?")
		time.Sleep(5 * time.Second)
		if now, _ := c.Message(guide.ID); now.EditDate == 0 {
			t.Error("it is not edited")
		}
		people[0].PromoteBot(c, telegramtest.Rights{Pin: true, Delete: true})
		next := r.answer(people[0].Command(c, "guide", "en"))
		time.Sleep(5 * time.Second)
		wants(t, next, "Say no")
		if _, stands := c.Message(guide.ID); stands || !slices.Equal(c.Pinned(), []int{next.ID}) {
			t.Errorf("the old one stands: %v; pinned %v", stands, c.Pinned())
		}
		if g, ok := stored(r, c); !ok || g.Message != fmt.Sprint(next.ID) || !slices.Equal(g.Langs, []string{"en"}) {
			t.Errorf("%+v", g)
		}
	})
}

// TestTheGuideIsEditedTogether: many changes at once are few edits, and the last is shown within five seconds of it.
func TestTheGuideIsEditedTogether(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, _, guide := r.guided(telegramtest.Rights{Pin: true})
		time.Sleep(2 * time.Minute)
		r.Forget()
		for i := range 40 {
			r.publish(c, fmt.Sprintf("Où est la salle %d ?", i))
			time.Sleep(250 * time.Millisecond)
		}
		time.Sleep(5 * time.Second)
		edits := r.Requests("editMessageText")
		for i := 1; i < len(edits); i++ {
			if gap := edits[i].At.Sub(edits[i-1].At); gap < 3*time.Second {
				t.Errorf("two edits within %v", gap)
			}
		}
		if len(edits) < 3 || len(edits) > 6 {
			t.Errorf("%d edits", len(edits))
		}
		page, err := r.opts.Desk.Guide(r.t.Context(), placeIn(c), []string{"fr"})
		if g, ok := stored(r, c); err != nil || !ok || g.Shown != page.Mark {
			t.Errorf("%+v is not what the guide should show, %v", g, err)
		}
		if _, ok := c.Message(guide.ID); !ok || len(c.Pinned()) != 1 || r.Flood().Refused != 0 {
			t.Error("it is another message, or we were too fast")
		}
	})
}

// TestTheGuideSurvives a restart, being deleted, a bot that is put out and let in again, and becoming a supergroup.
func TestTheGuideSurvives(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people, guide := r.guided(telegramtest.Rights{Pin: true})
		if err := r.end(); err != nil {
			t.Fatal(err)
		}
		r.publish(c, "Où est la salle ?")
		r.reopen()
		r.start()
		time.Sleep(5 * time.Second)
		if now, _ := c.Message(guide.ID); now.EditDate == 0 {
			t.Error("what changed meanwhile is not shown")
		}

		c.DeleteMessage(guide.ID)
		r.publish(c, "Où est donc la salle ?")
		time.Sleep(10 * time.Second)
		g, ok := stored(r, c)
		if !ok || g.Message == fmt.Sprint(guide.ID) || len(c.Pinned()) != 1 || fmt.Sprint(c.Pinned()[0]) != g.Message {
			t.Fatalf("it is not posted again: %+v, pinned %v", g, c.Pinned())
		}
		c.DeleteMessage(c.Pinned()[0])
		r.publish(c, "Où se trouve la salle ?")
		time.Sleep(10 * time.Second)
		if g, ok := stored(r, c); ok {
			t.Errorf("it was deleted twice, and is kept: %+v", g)
		}

		guide = r.answer(people[0].Command(c, "guide", ""))
		time.Sleep(5 * time.Second)
		people[0].KickBot(c)
		time.Sleep(time.Second)
		r.publish(c, "Où est la salle, enfin ?")
		time.Sleep(time.Minute)
		people[0].RemoveBot(c)
		if err := people[0].AddBot(c); err != nil {
			t.Fatal(err)
		}
		time.Sleep(10 * time.Second)
		page, _ := r.opts.Desk.Guide(r.t.Context(), placeIn(c), []string{"fr"})
		if g, ok := stored(r, c); !ok || g.Shown != page.Mark || g.Message != fmt.Sprint(guide.ID) {
			t.Errorf("after its return: %+v", g)
		}
	})
}

func TestTheGuideMovesToASupergroup(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		ana := r.started("Ana")
		c := r.group(telegramtest.Group, ana, r.started("Bob"))
		ana.PromoteBot(c, telegramtest.Rights{Pin: true})
		time.Sleep(5 * time.Second)
		r.answer(ana.Command(c, "guide", ""))
		time.Sleep(5 * time.Second)
		screen := r.arrives(ana, c, "kb", "")
		r.publish(c, "Où est la salle ?")
		to, err := ana.Migrate(c)
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(10 * time.Second)
		g, ok := stored(r, to)
		if !ok || !slices.Contains(to.Pinned(), atoi(t, g.Message)) {
			t.Fatalf("%+v, pinned %v\n%s", g, to.Pinned(), r.log)
		}
		if _, there := stored(r, c); there {
			t.Error("the old group still has a guide")
		}
		list := r.taps(ana, screen, "Nos fiches") // a screen from before
		wants(t, list, "Où est la salle ?")
		if a := r.answer(ana.Command(to, "ask", "où est la salle ?")); !strings.Contains(a.Text, "Voici") {
			t.Errorf("%q", a.Text)
		}
		if err := r.end(); err != nil { // what is then not known any more is learnt from Telegram
			t.Fatal(err)
		}
		r.reopen()
		r.start()
		wants(t, r.taps(ana, list, "1. "), "Fiche de votre communauté")
		time.Sleep(10 * time.Second)
		if now, _ := stored(r, to); now.Message != g.Message || len(to.Pinned()) != 1 {
			t.Errorf("the guide is posted again: %+v", now)
		}
		if ids, err := r.store.CommunityIDs(r.t.Context(), "", 10); err != nil || len(ids) > 2 {
			t.Errorf("the old group became a community of its own: %v, %v", ids, err)
		}
	})
}

// TestAnOldGuideThatCannotBeDeleted says where the new one is.
func TestAnOldGuideThatCannotBeDeleted(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people, guide := r.guided(telegramtest.Rights{Pin: true})
		time.Sleep(72 * time.Hour)
		next := r.answer(people[0].Command(c, "guide", ""))
		time.Sleep(5 * time.Second)
		old, ok := c.Message(guide.ID)
		if !ok || len(old.Buttons()) != 0 || !slices.Equal(c.Pinned(), []int{next.ID}) {
			t.Errorf("pinned %v, the old one has %s", c.Pinned(), labels(old))
		}
		wants(t, old, "Le guide est plus bas")
	})
}

func atoi(t *testing.T, s string) int {
	t.Helper()
	var n int
	if _, err := fmt.Sscan(s, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestTheGuideInATopicAndInTwoLanguages(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		ana := r.started("Ana")
		c := r.group(telegramtest.Forum, ana, r.started("Bob"))
		ana.PromoteBot(c, telegramtest.AllRights())
		topic, err := ana.NewTopic(c, "IA")
		if err != nil {
			t.Fatal(err)
		}
		guide := r.answer(ana.Write(c, telegramtest.Post{Text: "/guide@test_bot fr en", Topic: topic}))
		time.Sleep(5 * time.Second)
		wants(t, guide, "Dire non", "Say no")
		if guide.ThreadID != topic || !slices.Contains(c.Pinned(), guide.ID) {
			t.Errorf("it stands in %d", guide.ThreadID)
		}
		wants(t, guide, "Dire non")
		if got := labels(guide); !strings.Contains(got, "Par question") || !strings.Contains(got, "By question") {
			t.Errorf("%s", got)
		}
		r.publish(c, "Où est la salle ?")
		time.Sleep(5 * time.Second)
		if now, _ := c.Message(guide.ID); now.EditDate == 0 {
			t.Error("it is not edited in its topic")
		}
		r.answer(ana.Write(c, telegramtest.Post{Text: "/guide@test_bot off", Topic: topic}))
		time.Sleep(5 * time.Second)
		if _, ok := stored(r, c); ok || len(c.Pinned()) != 0 {
			t.Error("it is still there")
		}
	})
}

// TestTheGuideIsSmall: with a hundred services in two languages it stays one message, within the limits of keyboards.
func TestTheGuideIsSmall(t *testing.T) {
	part := desk.GuidePart{Title: "Guide", ChooseQuestion: "Par question"}
	for i := range 100 {
		part.Services = append(part.Services, desk.GuideGroup{Key: fmt.Sprintf("s-%08d", i), Label: fmt.Sprintf("%c%d", 'A'+i/4, i)})
	}
	for i := range 13 {
		part.Questions = append(part.Questions, desk.GuideGroup{Key: fmt.Sprintf("q-%d", i), Label: strings.Repeat("Question ", 11)})
	}
	for _, parts := range [][]desk.GuidePart{{part}, {part, part}, {{Title: "rien"}}} {
		d := guideDraft(desk.GuidePage{Parts: parts}, func(key string) string { return "https://t.me/x?start=" + key })
		n := 0
		if d.buttons != nil {
			for _, row := range d.buttons.InlineKeyboard {
				n += len(row)
			}
		}
		if len(d.pages) != 1 || n > 24 {
			t.Errorf("%d pages, %d buttons", len(d.pages), n)
		}
	}
	r := &room{seal: linkSeal}
	_, root, _ := r.lines(part, 7, tap{chat: -5})
	if len(root) > 24 {
		t.Errorf("the first menu has %d lines", len(root))
	}
	title, some, up := r.lines(part, 7, tap{chat: -5, key: byLetter(part.Services)[1].key})
	if title != part.ChooseService || len(some) == 0 || up != rootKey || above(part, part.Services[20]) != byLetter(part.Services)[1].key {
		t.Errorf("%q, %d lines below %q", title, len(some), up)
	}
	seen := map[string]bool{}
	for _, l := range byLetter(part.Services) {
		for _, g := range inRange(part.Services, l.key) {
			if seen[g.Key] {
				t.Errorf("%s is in two menus", g.Label)
			}
			seen[g.Key] = true
		}
	}
	if len(seen) != 100 {
		t.Errorf("%d services are in a menu", len(seen))
	}
}
