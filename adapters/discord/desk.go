package discord

import (
	"context"
	"strconv"
	"time"

	"nonmerci/adapters/internal/guides"
	"nonmerci/adapters/internal/lanes"
	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// platform is what Discord is called in places and actors.
const platform = "discord"

// A Desk is what moderators, curators and members act at; *desk.Desk is one.
type Desk interface {
	Do(ctx context.Context, c desk.Caller, a desk.Act) (desk.Screen, error)
	Complete(ctx context.Context, c desk.Caller, typed string, n int) ([]desk.Option, error)
	ModeratorRole(ctx context.Context, p desk.Place) (string, error)
	Language(ctx context.Context, p desk.Place) (string, error)
	Guide(ctx context.Context, p desk.Place, langs []string) (desk.GuidePage, error)
	Delivered(ctx context.Context, n desk.Notice, ok bool) error
}

// Places is what the adapter tells of servers, and where it keeps their guides. A store is one, but for the types. That something is not
// there is no error, but of Guide. Every method may be called at the same time as any other.
type Places interface {
	Join(ctx context.Context, p desk.Place) error  // the bot was added, or is still there
	Leave(ctx context.Context, p desk.Place) error // it was removed
	// Servers are those of Discord that the bot was in when it was last told; some that it has left may be among them.
	Servers(ctx context.Context) ([]desk.Place, error)

	Guides(ctx context.Context) ([]Guide, error) // of every server of Discord
	// Guide returns the guide of a server; ok is false when it has none.
	Guide(ctx context.Context, p desk.Place) (g Guide, ok bool, err error)
	SetGuide(ctx context.Context, g Guide) error
	DropGuide(ctx context.Context, p desk.Place) error
}

// A Guide is where the guide of a server stands, with the fields of the store's.
type Guide struct {
	Place   desk.Place
	Channel string // or thread
	Message string // its id
	Langs   []string
	Shown   string // the Mark of the page that it shows
	At      time.Time
}

// A room is where people meet the desk. Its methods are safe for concurrent use.
type room struct {
	*Adapter
	desk     Desk
	places   Places
	passOn   func(n desk.Notice)
	keeps    func() bool
	curators map[uint64]bool
	seal     seal.Sealer
	guides   *guides.Changes
	here     here
	slow     *lanes.Lanes // servers and their guides, notices: they never stand in the way of answers
}

// newRoom is nil when there is no desk.
func newRoom(a *Adapter, o Options) *room {
	if o.Desk == nil {
		return nil
	}
	r := &room{
		Adapter: a, desk: o.Desk, places: o.Places, passOn: o.PassOn, keeps: o.Keeps, curators: map[uint64]bool{}, seal: seal.New(o.Token, "discord desk"),
		guides: guides.NewChanges(), slow: lanes.New(lanes.Options{Workers: 16, Total: 100_000}), // at the start every server comes at once
	}
	for _, id := range o.Curators {
		if id > 0 {
			r.curators[uint64(id)] = true
		}
	}
	return r
}

// placeOf is the place of a server, the zero Place for "".
func placeOf(guild string) desk.Place {
	if guild == "" {
		return desk.Place{}
	}
	return desk.Place{Platform: platform, Chat: guild}
}

// caller is who did something, as the desk knows them.
func (r *room) caller(in interaction) desk.Caller {
	return desk.Caller{
		Place: in.Place, Channel: in.channel, Who: desk.Actor(platform + ":" + strconv.FormatUint(in.author, 10)), Name: in.name,
		Lang: orDefault(in.Lang), Rights: func(ctx context.Context) (desk.Rights, error) { return r.rights(ctx, in) },
	}
}

// rights are what the author of an interaction may do: Discord tells with each one what their permissions and roles are at that moment.
func (r *room) rights(ctx context.Context, in interaction) (desk.Rights, error) {
	out := desk.Member
	moderator := in.Place != (desk.Place{}) && in.manages
	if !moderator && in.Place != (desk.Place{}) && len(in.roles) > 0 {
		chosen, err := r.desk.ModeratorRole(ctx, in.Place)
		if err != nil {
			return desk.Nobody, err
		}
		for _, role := range in.roles {
			moderator = moderator || chosen != "" && role == chosen
		}
	}
	if moderator {
		out |= desk.Moderator
	}
	if r.curators[in.author] {
		out |= desk.CuratorOnly
	}
	return out, nil
}

// failed tells the operator what the desk could not do. The person has been told in the screen.
func (r *room) failed(err error) {
	if err != nil {
		r.log.Error("the desk could not do what was asked", "why", err.Error())
	}
}

// placed says that a core knows what communities add; *bot.Bot does.
type placed interface {
	EntryIn(ctx context.Context, p desk.Place, id, lang, device string) (bot.Reply, bool, error)
	SuggestIn(ctx context.Context, p desk.Place, typed, lang string, n int) ([]bot.Choice, error)
}

// entryIn shows an entry as a place gets it, or as the shared base has it where the core knows no places.
func (a *Adapter) entryIn(ctx context.Context, p desk.Place, id, lang string) (bot.Reply, bool, error) {
	if c, ok := a.core.(placed); ok && a.room != nil {
		return c.EntryIn(ctx, p, id, lang, "")
	}
	r, ok := a.core.Entry(id, lang, "")
	return r, ok, nil
}

// suggestIn completes what is being typed, as a place gets it.
func (a *Adapter) suggestIn(ctx context.Context, p desk.Place, typed, lang string) []bot.Choice {
	c, ok := a.core.(placed)
	if !ok || a.room == nil {
		return a.core.Suggest(typed, lang, maxChoices)
	}
	out, err := c.SuggestIn(ctx, p, typed, lang, maxChoices)
	if err != nil {
		return nil // ctx is done
	}
	return out
}
