// Package discord lets people meet the bot on Discord: by slash command, by mention, by direct message, from the menu of a message,
// and by the buttons under its answers. It needs no privileged intent and stores nothing.
//
// An event becomes an asked question or an action (convert.go, interaction.go), a reply becomes message bodies (render.go, layout.go),
// and everything that is sent passes through one place (send.go). The connection is kept by adapters/internal/discordgate, the limits
// by adapters/internal/discordrest.
package discord

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync/atomic"
	"time"

	vmetrics "github.com/VictoriaMetrics/metrics"
	"github.com/bwmarrin/discordgo"

	"nonmerci/adapters/internal/discordgate"
	"nonmerci/adapters/internal/discordrest"
	"nonmerci/adapters/internal/lanes"
	"nonmerci/adapters/internal/rewrites"
	"nonmerci/adapters/internal/seal"
	"nonmerci/adapters/internal/seen"
	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// Options configure an Adapter. Only Token is needed.
type Options struct {
	Token   string // of the bot, without « Bot »
	APIURL  string // "" means https://discord.com; otherwise a proxy or a compatible server
	Log     *slog.Logger
	Metrics *vmetrics.Set                                                     // where they are visible; nil means nowhere
	Dial    func(ctx context.Context, network, addr string) (net.Conn, error) // nil means a net.Dialer
	Grace   time.Duration                                                     // for what has begun when Run is asked to end; zero means ten seconds

	// Shards is how many connections share the servers out; 0 means as many as Discord recommends. When Discord refuses the number, as it
	// does of a bot in too many servers, the one that it recommends is used.
	Shards int
	// Lease says which of n shards this process runs, and waits until it may; nil means all of them. They are held until ctx is done. lost,
	// which may be nil, is closed when they are taken away before. An error ends Run.
	Lease func(ctx context.Context, n int) (shards []int, lost <-chan struct{}, err error)

	// Desk is where moderators, curators and members act; without it the adapter answers questions alone. Places is needed with it.
	Desk     Desk
	Places   Places
	Curators []int64 // ids of people who may edit the shared base
	// PassOn is given what is to be told on another platform, because of something that was done on this one. It must not block. nil leaves
	// it to the desk, which gives it out again in some minutes.
	PassOn func(n desk.Notice)

	// Keeps says whether this instance keeps the guides up to date; nil means that it does. When it begins to, GuideChanged is called.
	Keeps func() bool

	// Homepage is an address of the web that tells Discord about this bot, with Version. "" names the library that connects it.
	Homepage, Version string
}

// Core is what the adapter needs of the bot besides a Handler; *bot.Bot is one. See there for the contracts.
type Core interface {
	Press(ctx context.Context, m bot.Message, p bot.Press) (bot.Reply, error)
	Suggest(typed, lang string, n int) []bot.Choice
	Entry(id, lang, device string) (bot.Reply, bool)
}

// An Adapter is one bot on Discord. Run may be called once; the other methods are safe for concurrent use.
type Adapter struct {
	log      *slog.Logger
	grace    time.Duration
	core     Core
	answer   bot.Handler
	buttons  buttons
	send     *sender
	gate     *discordgate.Gate
	lanes    *lanes.Lanes
	hurry    *lanes.Lanes       // completions and deferrals: they never wait behind answers
	rewrites *rewrites.Rewrites // beside the lanes: answers put into other words once they are sent
	seen     *seen.Set          // ids of messages and interactions
	shown    *seen.Set          // private answers that were shown to all
	bare     *seen.Set          // channels where the bot may not embed
	hinted   *seen.Set          // channels whose askers were told by direct message that the bot may not write there
	notices  notices
	pingers  pingers
	room     *room // nil without a desk
	metrics  *metrics
	self     atomic.Pointer[identity]
	stopped  atomic.Bool
}

// identity is who the bot is, as READY tells.
type identity struct{ user, application string }

// intents are what the bot is told of: no content of messages that are not for it, no members, no presences.
const intents = discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages

// New returns an Adapter that answers by answer. It checks the options, and touches and starts nothing.
func New(opts Options, core Core, answer bot.Handler) (*Adapter, error) {
	if err := checkToken(opts.Token); err != nil {
		return nil, err
	}
	agent, err := userAgent(opts.Homepage, opts.Version)
	if err != nil {
		return nil, err
	}
	if opts.Shards < 0 {
		return nil, fmt.Errorf("%d shards cannot be; 0 leaves their number to Discord", opts.Shards)
	}
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	if opts.Grace <= 0 {
		opts.Grace = 10 * time.Second
	}
	counted, err := newMetrics(opts.Metrics)
	if err != nil {
		return nil, err
	}
	a := &Adapter{
		log: opts.Log, grace: opts.Grace, core: core, answer: answer, buttons: buttons{seal.New(opts.Token, "discord")},
		seen: seen.New(time.Hour, 200_000), shown: seen.New(time.Hour, 10_000), hinted: seen.New(time.Hour, 10_000), bare: seen.New(time.Hour, 10_000), metrics: counted,
	}
	a.rewrites = rewrites.New(core, func(p any) { a.panicked("putting an answer into other words", p) })
	rest, err := discordrest.New(discordrest.Options{
		Token: opts.Token, URL: opts.APIURL, UserAgent: agent, Dial: opts.Dial, Hooks: a.metrics.hooks(),
	})
	if err != nil {
		return nil, err
	}
	a.room = newRoom(a, opts)
	a.send = &sender{rest: rest, self: a.whoami, delivered: a.metrics.delivered, desk: a.room != nil}
	a.lanes = lanes.New(lanes.Options{Workers: 64, Total: 20_000, Pace: a.pace})
	a.hurry = lanes.New(lanes.Options{Workers: 64, PerKey: 5, Total: 20_000})
	a.gate = discordgate.New(discordgate.Options{
		Token: opts.Token, Intents: intents, Shards: opts.Shards, Lease: opts.Lease, Find: a.send.findGateway, Dial: opts.Dial, REST: rest.Transport(),
		Log: opts.Log, Event: a.event, Kinds: a.kinds(), Reconnected: a.metrics.reconnected,
		Undecodable: a.metrics.Undecodable.Inc,
	})
	a.metrics.watch(a.waiting, a.gate.Shards)
	return a, nil
}

// checkToken refuses what cannot be a token, before it is sent anywhere.
func checkToken(token string) error {
	if token == "" {
		return errors.New("no token; open https://discord.com/developers/applications, make an application, « Bot », « Reset Token »")
	}
	for _, r := range token {
		if r <= ' ' || r > '~' {
			return errors.New("the token holds a space or a character that no token has; copy it again, without « Bot » before it")
		}
	}
	return nil
}

// Run receives and answers until ctx is done, then finishes within Options.Grace what had begun, and returns nil. It returns an error
// only when Discord refuses for good: its text says what to do. Nothing is sent after Run has returned.
func (a *Adapter) Run(ctx context.Context) error {
	keeping, kept := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if a.room != nil {
			a.room.keepGuides(keeping)
		}
	}()
	err := a.gate.Run(ctx)
	kept()
	<-ended
	a.stopped.Store(true)
	a.rewrites.Close()
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), a.grace)
	defer cancel()
	late := errors.Join(a.lanes.Close(grace), a.hurry.Close(grace))
	if a.room != nil {
		late = errors.Join(late, a.room.slow.Close(grace))
	}
	if late != nil {
		a.log.Warn("some questions were not answered before the end", "why", late.Error())
	}
	a.send.rest.Close()
	return err
}

// Ready is nil while questions are received and answers may be sent, and else says in one line why not; bot.ErrStandBy when other instances
// run all shards.
func (a *Adapter) Ready() error {
	if err := a.send.rest.Health(); err != nil {
		return err
	}
	if err := a.gate.Ready(); !errors.Is(err, discordgate.ErrElsewhere) {
		return err
	}
	return bot.ErrStandBy
}

func (a *Adapter) whoami() identity {
	if id := a.self.Load(); id != nil {
		return *id
	}
	return identity{}
}

// kinds are the events that are read.
func (a *Adapter) kinds() []string {
	out := []string{eventReady, eventMessage, eventInteraction}
	if a.room != nil {
		out = append(out, eventGuild, eventNoGuild)
	}
	return out
}

func (a *Adapter) waiting() float64 { return float64(a.lanes.Waiting() + a.hurry.Waiting()) }
