package knowledge

import (
	"context"
	"time"
)

// CommunityID names a community for as long as it exists. The store mints it.
type CommunityID string

// A Place is where a community meets: a Discord server or a Telegram group. Never a private conversation: its id would be a person's.
type Place struct {
	Platform string // « discord », « telegram »
	Chat     string // the id of the server or the group
}

func (p Place) String() string { return p.Platform + ":" + p.Chat }

// A Community shares one overlay among its places.
type Community struct {
	ID       CommunityID
	Places   []Place // sorted by platform, then chat; those that the bot was removed from are among them
	Settings Settings
	Joined   time.Time
	Left     time.Time // when the bot was removed from its last place; zero while it is in one
}

// Settings are what the moderators of a community choose.
type Settings struct {
	Lang       string            `json:"lang,omitempty"`        // "" when it follows the reader
	Roles      map[string]string `json:"roles,omitempty"`       // by place: a role whose members may edit too
	TwoPersons bool              `json:"two_persons,omitempty"` // a draft is published by somebody else than its writer
	KeepGaps   bool              `json:"keep_gaps,omitempty"`   // unanswered questions are kept, without personal data
	Suggest    bool              `json:"suggest,omitempty"`     // members may suggest
	Digest     string            `json:"digest,omitempty"`      // the channel of the weekly digest, as « platform:chat/channel »; "" for none
	Rephrase   bool              `json:"rephrase,omitempty"`    // a model may rephrase answers
	AskModel   bool              `json:"ask_model,omitempty"`   // and is given the question for it
}

// Communities keeps communities and the places that belong to them.
type Communities interface {
	// Join returns the community of a place, made when there is none, and forgets that it had left.
	Join(ctx context.Context, p Place, at time.Time) (Community, error)
	// At returns the community of a place.
	At(ctx context.Context, p Place) (Community, error)
	// Community returns one by its id.
	Community(ctx context.Context, id CommunityID) (Community, error)
	// CommunityIDs returns at most limit ids greater than after, in order.
	CommunityIDs(ctx context.Context, after CommunityID, limit int) ([]CommunityID, error)
	// Configure replaces the settings of a community.
	Configure(ctx context.Context, id CommunityID, s Settings, by Actor, at time.Time) error
	// Link makes a place belong to another community; the one that it leaves without a place counts as left from then on, if it had
	// not left before. Both communities have an event of it. Nothing happens when the place belongs to it already.
	Link(ctx context.Context, p Place, to CommunityID, by Actor, at time.Time) error
	// Unlink gives a place a new community of its own, which begins with a copy of the published overlay: revision 1 of each entry, by the
	// one who unlinks. Nothing else is copied, settings neither. A place that is alone in its community keeps it, and nothing happens.
	// Otherwise both communities have an event of it.
	Unlink(ctx context.Context, p Place, by Actor, at time.Time) (Community, error)
	// Move renames a place: a group that became a supergroup. Everything that belongs to it follows: its guide, its subscription, and what
	// the settings say of it in Roles and Digest. When the new name had joined already, its community gives it up, and counts as left since
	// it joined when that was its only place; the bot is in the place when it is under either name.
	Move(ctx context.Context, from, to Place) error
	// Leave notes that the bot was removed from a place. The place still belongs to its community, and Join finds it again. Leaving twice
	// changes nothing.
	Leave(ctx context.Context, p Place, at time.Time) error
	// LeftBefore returns the communities that left before a time.
	LeftBefore(ctx context.Context, at time.Time) ([]CommunityID, error)
	// Erase removes a community with everything that belongs to it, its history included.
	Erase(ctx context.Context, id CommunityID) error

	// Forget puts BySomebody in the place of an actor everywhere, and removes their suggestions that are open; of a decision they are not
	// told any more. It returns how many rows changed: as many as Traces counted.
	Forget(ctx context.Context, who Actor) (int, error)
	// Traces counts the rows that name an actor, by what they are: « revisions », « log », « suggestions », « alerts ».
	Traces(ctx context.Context, who Actor) (map[string]int, error)
}
