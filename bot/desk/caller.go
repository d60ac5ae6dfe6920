package desk

import (
	"context"

	"nonmerci/knowledge"
)

// Place and Actor are those of package knowledge, so that an adapter needs no other package to name them.
type (
	// Place is a Discord server or a Telegram group; the zero Place is a private conversation.
	Place = knowledge.Place
	// Actor is a person on a platform: « discord:1234 ».
	Actor = knowledge.Actor
)

// Rights are what a person may do in a place. Nobody, Member, Moderator and Curator each include those before. Who looks after the shared
// base has no say in a community for it: a curator who is no moderator of the place is CuratorOnly there.
type Rights uint8

// The rights.
const (
	Nobody      Rights = 0          // not in the place, or unknown to it
	Member      Rights = 1          // reads and suggests
	Moderator   Rights = 2 | Member // edits the overlay of the community
	CuratorOnly Rights = 4 | Member // edits the shared base, as those whom the operator named, and not this community
	Curator     Rights = Moderator | CuratorOnly
)

// Has says whether r includes some rights.
func (r Rights) Has(some Rights) bool { return r&some == some }

// A Caller is who acts, and from where.
type Caller struct {
	Place   Place  // the community's place that the act is for, also when the dialogue is held in private; zero when there is none
	Channel string // where in the place the dialogue began: a channel, a thread, a topic; "" when unknown, or where the place has no such parts
	Who     Actor  // an anonymous administrator of a Telegram group is « telegram:<id of the group> »
	Name    string // as the platform shows it; never stored
	Lang    string // the language of the screens: French for « fr », else English

	// Rights asks the platform what Who may do in Place now. It is called at every act; an adapter may remember the answer for a minute at
	// most. An error is taken for « cannot tell »: nothing is done, and what was typed is given back. nil is Nobody.
	Rights func(ctx context.Context) (Rights, error)
}
