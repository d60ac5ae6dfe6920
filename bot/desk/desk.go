package desk

import (
	"context"
	"log/slog"
	"time"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// Options are what a Desk needs.
type Options struct {
	Store knowledge.Store

	// Refresh makes readers see what was just saved; nil when nothing needs to be told. Its error is logged: what was saved stays saved.
	Refresh func(ctx context.Context) error
	// Shared is the shared base as readers get it now. It must be quick, and what it returns must not change any more.
	Shared func() *knowledge.Base
	// Closest returns the ids of the entries of a place that are nearest to a text, best first, at most n; nil for a search by words.
	Closest func(ctx context.Context, p Place, lang, text string, n int) []knowledge.ID
	// Preview says how each platform would show an entry to a reader of lang; nil when nobody can tell.
	Preview func(ctx context.Context, p Place, e *knowledge.Entry, lang string) ([]Preview, error)
	// Try answers a question as a member of a place would be answered, and says why; the zero Place is the shared base alone. nil when nobody can.
	Try func(ctx context.Context, p Place, question, lang string) (bot.Trial, error)
	// Model is the model that may put answers into other words; nil when there is none, and then nothing speaks of one.
	Model Model
	// KnownHost says whether readers may be sent to a host without a warning, as vet.Entry asks it; nil knows the hosts of the shared base.
	KnownHost func(host string) bool

	Now func() time.Time // nil means time.Now
	Log *slog.Logger     // nil means slog.Default(); it never gets what was typed, nor who typed it
}

// A Desk does what moderators, curators and members ask for. It is safe for concurrent use.
type Desk struct {
	store knowledge.Store
	opts  Options
	log   *slog.Logger
	verbs map[string]verb
	pad   *pad
	tally *tally
	sent  *outbox
	codes *codebook
	guess *guesses
	cache sharedRecords
	plain plainGuides

	uploads *shelf[upload]
}

// New returns a Desk. It touches nothing and starts nothing; Run does.
func New(o Options) *Desk {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	d := &Desk{
		store: o.Store, opts: o, log: o.Log, verbs: verbs(), pad: newPad(), tally: newTally(), sent: newOutbox(), codes: newCodebook(),
		guess: newGuesses(), uploads: newUploads(),
	}
	if o.KnownHost == nil {
		d.opts.KnownHost = func(host string) bool { return d.codes.leadsTo(d.shared(), host) }
	}
	return d
}

func (d *Desk) now() time.Time { return d.opts.Now() }

// shared is the shared base, an empty one when there is none.
func (d *Desk) shared() *knowledge.Base {
	if d.opts.Shared != nil {
		if b := d.opts.Shared(); b != nil {
			return b
		}
	}
	return knowledge.NewBase()
}
