package bot

import (
	"context"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/text"
)

// A Count is one thing to count, with nothing of who it comes from.
type Count struct {
	Place     knowledge.Place // zero for a private conversation
	Name      string          // the Kind of a reply, or « useful », « not-useful », « outdated »
	Entry     knowledge.ID    // as the store has it; "" when it is about none
	Revision  int             // of the entry
	Community bool            // the words of the entry are those of the community: Revision counts in its overlay
}

// opinions are the names under which feedback is counted.
var opinions = map[PressKind]string{PressUseful: "useful", PressNotUseful: "not-useful", PressOutdated: "outdated"}

// tell tells who counts, and who keeps what could not be answered, of a reply.
func (b view) tell(ctx context.Context, m Message, r *Reply) {
	if r.distress || r.Silent() {
		return
	}
	if b.bot.count != nil {
		c := Count{Place: m.Place, Name: string(r.Kind), Entry: knowledge.ID(r.Entry), Revision: r.Revision, Community: r.Community}
		if key, own := strings.CutPrefix(r.Entry, live.Local+"/"); own {
			c.Entry = b.over.Find(key).ID
		}
		b.bot.count(c)
	}
	if b.bot.unknown != nil && r.Kind == Unknown {
		if words := strings.TrimSpace(text.Truncate(m.Text, maxQuestion)); len(text.Words(text.Fold(words))) > 0 {
			b.bot.unknown(ctx, Message{Text: words, Place: m.Place}, r.Lang)
		}
	}
}

// opinion counts feedback: on a shared entry in memory too, on what a community wrote only where it can be kept apart.
func (b view) opinion(m Message, p Press) {
	c := Count{Place: m.Place, Name: opinions[p.Kind]}
	if p.Subject == live.Local {
		own := b.over.Find(p.Intent)
		c.Entry, c.Revision, c.Community = own.ID, own.Entry.Revision, true
	} else if e := b.find(p.Subject, p.Intent); e != nil {
		c.Entry, c.Revision = e.ID, e.Revision
		c.Community = b.over != nil && b.over.On(e.ID) != nil && b.over.On(e.ID).Entry == e
	}
	if !c.Community {
		b.bot.feedback.add(p)
	}
	if b.bot.count != nil && c.Entry != "" {
		b.bot.count(c)
	}
}
