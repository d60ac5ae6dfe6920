package telegram

import (
	"context"
	"strconv"
	"time"

	"nonmerci/adapters/internal/guides"
	"nonmerci/adapters/internal/seal"
	"nonmerci/adapters/internal/seen"
	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// The desk on Telegram, in the files that begin with desk:
//   - a command in a group (desk_command.go) is answered by one short message with a deep link (desk_link.go) into the private chat of whoever
//     wrote it (desk_invite.go);
//   - there screens are drawn (desk_screen.go) and edited in place as buttons are pressed (desk_press.go, desk_data.go, desk_taps.go), by
//     people whose rights are asked of Telegram at each act (desk_rights.go, desk_spot.go);
//   - forms are filled one field after another (desk_form.go, desk_prompt.go, desk_step.go, desk_listen.go, desk_typed.go), which a restart
//     interrupts in words (desk_lost.go, desk_places.go);
//   - groups that nothing is heard of are asked whether the bot is still there (desk_gone.go, desk_presence.go, desk_signs.go);
//   - the guide is one message in a group (desk_guide*.go, desk_letters.go) with menus in private (desk_menu.go, desk_entry.go).

// platform is what Telegram is called in places and actors.
const platform = "telegram"

// A Desk is what moderators, curators and members act at; *desk.Desk is one.
type Desk interface {
	Do(ctx context.Context, c desk.Caller, a desk.Act) (desk.Screen, error)
	Language(ctx context.Context, p desk.Place) (string, error)
	Guide(ctx context.Context, p desk.Place, langs []string) (desk.GuidePage, error)
	Hold(c desk.Caller, f desk.Form) (token string)
	Held(c desk.Caller, token string) (f desk.Form, ok bool)
	Drop(c desk.Caller, token string)
	Delivered(ctx context.Context, n desk.Notice, ok bool) error
}

// Places is what the adapter tells of groups, and where it keeps their guides. A store is one, but for the types. That something is not there
// is no error, but of Guide. Every method may be called at the same time as any other.
type Places interface {
	Join(ctx context.Context, p desk.Place) error        // the bot was added
	Leave(ctx context.Context, p desk.Place) error       // it was removed
	Move(ctx context.Context, from, to desk.Place) error // the group has a new id
	// Groups are those of Telegram that the bot was in when it was last told; some that it has left may be among them.
	Groups(ctx context.Context) ([]desk.Place, error)

	Guides(ctx context.Context) ([]Guide, error) // of every group of Telegram
	// Guide returns the guide of a group; ok is false when it has none.
	Guide(ctx context.Context, p desk.Place) (g Guide, ok bool, err error)
	SetGuide(ctx context.Context, g Guide) error
	DropGuide(ctx context.Context, p desk.Place) error
}

// A Guide is where the guide of a group stands, with the fields of the store's.
type Guide struct {
	Place   desk.Place
	Channel string // the topic, « 0 » for none
	Message string // its number; "" when it must be posted anew
	Langs   []string
	Shown   string // the Mark of the page that it shows
	At      time.Time
}

// A room is where people meet the desk: commands in groups, the rest in private. Its methods are safe for concurrent use, but that those
// which show something run in the lane of the chat they show it in.
type room struct {
	*Adapter
	desk     Desk
	places   Places
	curators map[int64]bool
	seal     seal.Sealer
	opened   time.Time
	used     *seen.Set // links that may be followed once, and were
	told     *seen.Set // who was refused in a group a moment ago
	rights   rightsCache
	talks    talks
	wasLost  lostForms
	presses  presses
	prompts  *prompts
	last     recent[spot]       // by person: what they came to the desk for
	origins  recent[desk.Place] // by message in private: the place that an answer is of
	guides   *guides.Changes
	signs    signs // of life in groups
}

// newRoom is nil when there is no desk.
func newRoom(a *Adapter) *room {
	if a.opts.Desk == nil {
		return nil
	}
	r := &room{
		Adapter: a, desk: a.opts.Desk, places: a.opts.Places, curators: map[int64]bool{}, seal: seal.New(a.opts.Token, "telegram desk"),
		opened: time.Now(), used: seen.New(onceLife, 10_000), told: seen.New(refusedEvery, 10_000), guides: guides.NewChanges(),
	}
	r.prompts = &prompts{}
	for _, id := range a.opts.Curators {
		r.curators[id] = true
	}
	return r
}

// community is the place of a group, the zero Place in private and for what is no group.
func (a *Adapter) community(at place) desk.Place {
	if !at.group {
		return desk.Place{}
	}
	return placeOf(a.chats.now(at.chat))
}

func placeOf(chat int64) desk.Place {
	if chat == 0 {
		return desk.Place{}
	}
	return desk.Place{Platform: platform, Chat: strconv.FormatInt(chat, 10)}
}

// chatOf is the chat of a place of Telegram; ok is false for one of another platform.
func chatOf(p desk.Place) (chat int64, ok bool) {
	chat, err := strconv.ParseInt(p.Chat, 10, 64)
	return chat, err == nil && chat < 0 && p.Platform == platform
}

// groupPlace is a topic of a group, as a place to write in.
func groupPlace(chat int64, thread int) place {
	return place{chat: chat, thread: thread, group: true, numbered: chat < -1_000_000_000_000}
}

// privatePlace is somebody's private chat.
func privatePlace(who int64) place { return place{chat: who} }

func actor(id int64) desk.Actor { return desk.Actor(person(id)) }

// speech is the language to speak with somebody: French for those whose language is not known, as nobody knows that of a group.
func speech(lang string) string {
	if lang == "" {
		return "fr"
	}
	return lang
}

// placed says that a core knows what communities add; *bot.Bot does.
type placed interface {
	EntryIn(ctx context.Context, p desk.Place, id, lang, device string) (bot.Reply, bool, error)
}

// entryIn shows an entry as a place gets it, or as the shared base has it where the core knows no places.
func (a *Adapter) entryIn(ctx context.Context, p desk.Place, id, lang string) (bot.Reply, bool, error) {
	if c, ok := a.core.(placed); ok {
		return c.EntryIn(ctx, p, id, lang, "")
	}
	r, ok := a.core.Entry(id, lang, "")
	return r, ok, nil
}
