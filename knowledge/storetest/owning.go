package storetest

import (
	"errors"

	"nonmerci/knowledge"
)

// owning is that nobody changes what is kept through what they hold.
var owning = []demand{
	{"WhatIsPassedInIsTheCallersOwn", func(k *kit) {
		c := k.join(discord).ID
		s := k.write(c, "x/y", 0, "un")
		s.Content = rich()
		settings := knowledge.Settings{Roles: map[string]string{"a": "1"}}
		guide := knowledge.Guide{Place: discord, Langs: []string{"fr", "en"}}
		alert := knowledge.Alert{Text: map[string]string{"fr": "a"}}
		k.save(s)
		k.ok(k.Configure(k.ctx, c, settings, chloe, k.tick()))
		k.ok(k.SetGuide(k.ctx, guide))
		_, err := k.AddAlert(k.ctx, alert)
		k.ok(err)
		before := k.holds(c)
		scribbleContent(s.Content)
		scribble(settings.Roles)
		guide.Langs[0] = "??"
		scribble(alert.Text)
		same(k, "what is kept", k.holds(c), before)
	}},
	{"WhatIsReturnedIsTheCallersOwn", func(k *kit) {
		c := k.join(discord).ID
		s := k.write(c, "x/y", 0, "un")
		s.Content = rich()
		saved := k.save(s)
		s.Expect, s.Draft = 1, true
		k.save(s)
		k.ok(k.Configure(k.ctx, c, knowledge.Settings{Roles: map[string]string{"a": "1"}}, chloe, k.tick()))
		k.guide(discord)
		alert := k.alert("a")
		before := k.holds(c)

		scribbleContent(saved.Content)
		scribbleContent(k.record(c, "x/y").Published.Content)
		scribbleContent(k.records(c)[0].Draft.Content)
		scribbleContent(k.history(c, "x/y")[1].Content)
		scribbleContent(k.revision(c, "x/y", 1).Content)
		_, err := k.Save(k.ctx, s)
		var stale *knowledge.StaleError
		if errors.As(err, &stale) {
			scribbleContent(stale.Current.Content)
		}
		community := k.community(c)
		scribble(community.Settings.Roles)
		community.Places[0] = telegram
		found, err := k.At(k.ctx, discord)
		k.ok(err)
		scribble(found.Settings.Roles)
		found.Places[0] = telegram
		joined := k.join(discord)
		scribble(joined.Settings.Roles)
		joined.Places[0] = telegram
		k.guidesOf(c)[0].Langs[0] = "??"
		g, err := k.Guide(k.ctx, discord)
		k.ok(err)
		g.Langs[0] = "??"
		scribble(alert.Text)
		all, err := k.AlertsAfter(k.ctx, 0, many)
		k.ok(err)
		scribble(all[0].Text)
		same(k, "what is kept", k.holds(c), before)
	}},
}

// holds is everything of a community, and the alerts.
func (k *kit) holds(c knowledge.CommunityID) []string {
	k.Helper()
	all, err := k.AlertsAfter(k.ctx, 0, many)
	k.ok(err)
	return append(k.everything(c), lines(all)...)
}

// rich returns a content in which scribbleContent finds everything.
func rich() knowledge.Content {
	return knowledge.Content{
		Entry: wholeEntry(), Subject: wholeSubject(), Note: map[string]string{"fr": "a"}, Phrases: map[string][]string{"fr": {"a", "b"}},
	}
}

// scribble writes over a map.
func scribble(m map[string]string) {
	for key := range m {
		m[key] = "??"
	}
	m["??"] = "??"
}

// scribbleContent writes over everything that can be reached from a content.
func scribbleContent(c knowledge.Content) {
	scribble(c.Note)
	c.Phrases["fr"][0] = "??"
	c.Phrases["??"] = nil
	scribble(c.Subject.Name)
	c.Subject.Sources["fr"][0].Title = "??"
	c.Subject.Sources["??"] = nil
	c.Subject.Slug = "??"
	e := c.Entry
	t := e.Text["fr"]
	t.Phrases[0], t.Links[0].URL, t.Changes[0], t.Keeps[0], t.Notes[0], t.Steps[0].Steps[0] = "??", "??", "??", "??", "??", "??"
	t.Steps[1].Device = "??"
	e.Text["en"] = knowledge.Text{Title: "??"}
	e.Also[0], e.Regions[0], e.Plans[0], e.Sources[0], e.Author = "??", "??", "??", "??", "??"
}
