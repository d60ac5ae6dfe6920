package telegramtest

import (
	"net/http"
	"time"
)

// Options say which bot the server has and how strict it is. The zero value is a bot with privacy mode on and the usual limits.
type Options struct {
	Token    string // default "424242:TEST"; digits, a colon, anything
	Name     string // default "Bot"
	Username string // default "test_bot"

	ReadsAll       bool // privacy mode is off; takes effect where the bot is added after
	NoGroups       bool // the bot cannot be added to groups
	Inline         bool // inline mode is on
	InlineFeedback bool // chosen inline results are delivered

	Limits Limits

	// Spec is the folder with api.json and api-10.3-derived.json; "" checks nothing against them.
	Spec string

	// Local lets webhooks be http, on any port, as a Bot API server of one's own does.
	Local bool
	// WebhookClient delivers updates; default a client with a time limit of a minute.
	WebhookClient *http.Client

	// QueryLife is how long callback and inline queries can be answered; default 15 s.
	QueryLife time.Duration
	// FirstUpdate is the id of the first update; default 100,000.
	FirstUpdate int64
}

// defaults returns the options with the blanks filled in.
func (o Options) defaults() Options {
	fill(&o.Token, "424242:TEST")
	fill(&o.Name, "Bot")
	fill(&o.Username, "test_bot")
	fill(&o.QueryLife, 15*time.Second)
	fill(&o.FirstUpdate, 100_000)
	if o.WebhookClient == nil {
		o.WebhookClient = &http.Client{Timeout: time.Minute}
	}
	o.Limits = o.Limits.defaults()
	return o
}

// fill sets what is still zero.
func fill[T comparable](v *T, to T) {
	var zero T
	if *v == zero {
		*v = to
	}
}
