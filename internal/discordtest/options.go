package discordtest

import "time"

// Options say how a Server behaves. The zero value is a usable Discord with an application that has no privileged intent.
type Options struct {
	// Token is the bot's token, without « Bot »; "" means DefaultToken.
	Token string
	// URL is the address that clients reach the server by, such as "http://localhost:8080", for the gateway's address. "" means the
	// address that the request came in on, which is right unless there is a proxy.
	URL string
	// Spec is the path of Discord's openapi.json. When it is set, every request and every response is validated against it, and what
	// is wrong is in Problems. It is read once per process.
	Spec string
	// AnyMentions switches off the check that every message body carries allowed_mentions with an empty parse list.
	AnyMentions bool
	// Privileged are the privileged intents switched on for the application: see the Intent constants.
	Privileged int
	// UserInstall says whether people may install the application for themselves.
	UserInstall bool
	// Limits are the rate limits; the zero value means Discord's own.
	Limits Limits
	// Gateway is the behaviour of the gateway.
	Gateway GatewayOptions
	// KeepRequests is how many requests are kept for Requests, the newest; 0 means 10,000.
	KeepRequests int
}

// GatewayOptions say how the gateway behaves. Zero fields mean what Discord does.
type GatewayOptions struct {
	HeartbeatInterval time.Duration // 41.25 s
	// HeartbeatGrace is how long after a missed heartbeat the session is closed with 4009; half an interval.
	HeartbeatGrace time.Duration
	ResumeWindow   time.Duration // how long a session can be resumed after its connection ended; 3 minutes
	MaxConcurrency int           // identifies per IdentifyEvery; 1
	IdentifyEvery  time.Duration // 5 s; negative switches the limit off
	SessionStarts  int           // session_start_limit.total, per day; 1,000
	Shards         int           // what /gateway/bot recommends; 1. A client with fewer is not refused
	RequireShards  int           // when not zero, identifying with fewer shards is refused with 4011
	SendsPerMinute int           // packets from the client per 60 s; 120; negative switches the limit off
	// Zlib lets the gateway compress packets for clients that identify with "compress": true. Otherwise no frame is binary.
	Zlib bool
}

// Limits are rate limits on REST. A Limit of zero means Discord's; one with a negative N is switched off.
type Limits struct {
	Off     bool             // no limit at all, and no rate limit header
	Global  Limit            // 50 per second, interaction endpoints excluded
	Routes  map[string]Limit // by "METHOD /path/{template}"; replaces the built-in limit of that route
	Invalid int              // answers 401, 403 and 429 (not shared) per 10 minutes until the edge blocks; 10,000
}

// A Limit is N requests per window.
type Limit struct {
	N   int
	Per time.Duration
}

// DefaultToken is the bot's token when Options has none.
const DefaultToken = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Fake01.not-a-real-token-not-a-real-token"

func (o Options) withDefaults() Options {
	if o.Token == "" {
		o.Token = DefaultToken
	}
	if o.KeepRequests == 0 {
		o.KeepRequests = 10_000
	}
	if o.Limits.Global == (Limit{}) {
		o.Limits.Global = Limit{50, time.Second}
	}
	if o.Limits.Invalid == 0 {
		o.Limits.Invalid = 10_000
	}
	o.Gateway = o.Gateway.withDefaults()
	return o
}

func (g GatewayOptions) withDefaults() GatewayOptions {
	for _, d := range []struct {
		field *time.Duration
		value time.Duration
	}{
		{&g.HeartbeatInterval, 41_250 * time.Millisecond},
		{&g.ResumeWindow, 3 * time.Minute},
		{&g.IdentifyEvery, 5 * time.Second},
	} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	for _, d := range []struct {
		field *int
		value int
	}{{&g.MaxConcurrency, 1}, {&g.SessionStarts, 1000}, {&g.Shards, 1}, {&g.SendsPerMinute, 120}} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	if g.HeartbeatGrace == 0 {
		g.HeartbeatGrace = g.HeartbeatInterval / 2
	}
	return g
}
