package bot

import (
	"container/list"
	"sync"
)

// A ModelChoice is what one person wants of the model that may put answers into other words. The zero one is that of everybody who chose
// nothing: answers may be rephrased, and nothing of theirs is given away.
type ModelChoice struct {
	Question bool // what they ask may be given to it, without personal data
	Original bool // they get every answer as it was written
}

// maxChoosers is how many people's choices are known at once; the one made longest ago is forgotten first.
const maxChoosers = 20_000

// ModelChoice returns what a person chose. It is kept in memory alone, and forgotten when the program ends or too many others have chosen
// since: then nothing of theirs is given away.
func (b *Bot) ModelChoice(who UserID) ModelChoice { return b.choosers.of(who) }

// SetModelChoice keeps what a person chose.
func (b *Bot) SetModelChoice(who UserID, c ModelChoice) { b.choosers.keep(who, c) }

type chooser struct {
	who    UserID
	choice ModelChoice
}

// choosers are the people who chose something. It is safe for concurrent use.
type choosers struct {
	mu     sync.Mutex
	byID   map[UserID]*list.Element
	recent list.List // of chooser, the latest first
}

func (c *choosers) of(who UserID) ModelChoice {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.byID[who]; ok {
		return e.Value.(chooser).choice
	}
	return ModelChoice{}
}

func (c *choosers) keep(who UserID, choice ModelChoice) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byID == nil {
		c.byID = map[UserID]*list.Element{}
	}
	if e, ok := c.byID[who]; ok {
		c.recent.Remove(e)
		delete(c.byID, who)
	}
	if choice == (ModelChoice{}) {
		return
	}
	for c.recent.Len() >= maxChoosers {
		delete(c.byID, c.recent.Remove(c.recent.Back()).(chooser).who)
	}
	c.byID[who] = c.recent.PushFront(chooser{who, choice})
}
