package discord

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"nonmerci/adapters/internal/discordgate"
	"nonmerci/adapters/internal/discordrest"
)

// An application is what Discord tells a bot of itself.
type application struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Flags int    `json:"flags"`
	Bot   *struct {
		Username string `json:"username"`
	} `json:"bot"`
}

// A gatewayInfo is where the gateway is, how many connections it recommends, and how many sessions may be begun today.
type gatewayInfo struct {
	URL    string `json:"url"`
	Shards int    `json:"shards"`
	Limits *struct {
		Total       int `json:"total"`
		Remaining   int `json:"remaining"`
		Reset       int `json:"reset_after"`     // milliseconds
		Concurrency int `json:"max_concurrency"` // sessions begun at once
	} `json:"session_start_limit"`
}

func (s *sender) gateway(ctx context.Context) (g gatewayInfo, err error) {
	call := discordrest.Call{Method: http.MethodGet, Route: "/gateway/bot", Safe: true, Within: quickly}
	err = s.rest.Do(ctx, call, &g)
	if discordrest.Status(err) == http.StatusNotFound { // a compatible server may have only this
		call.Route = "/gateway"
		err = s.rest.Do(ctx, call, &g)
	}
	return g, err
}

// findGateway is gateway for the connection: a token that is refused ends it for good.
func (s *sender) findGateway(ctx context.Context) (discordgate.Found, error) {
	g, err := s.gateway(ctx)
	if discordrest.Status(err) == http.StatusUnauthorized {
		return discordgate.Found{}, &discordgate.FatalError{Cause: &discordgate.CloseError{Code: 4004}}
	}
	if err != nil {
		return discordgate.Found{}, err
	}
	f := discordgate.Found{URL: g.URL, Shards: g.Shards, Left: -1}
	if l := g.Limits; l != nil {
		f.Left, f.Reset, f.Concurrency = max(l.Remaining, 0), time.Duration(l.Reset)*time.Millisecond, l.Concurrency
	}
	return f, nil
}

func (s *sender) applicationInfo(ctx context.Context) (a application, err error) {
	err = s.rest.Do(ctx, discordrest.Call{Method: http.MethodGet, Route: "/applications/@me", Safe: true, Within: quickly}, &a)
	return a, err
}

// quickly bounds a question to Discord that somebody waits for.
const quickly = 20 * time.Second

const routeCommands = "/applications/{application_id}/commands"

func (s *sender) getCommands(ctx context.Context, into *[]any) error {
	return s.rest.Do(ctx, discordrest.Call{
		Method: http.MethodGet, Route: routeCommands, Query: "with_localizations=true", Vars: []string{s.self().application}, Safe: true,
	}, into)
}

func (s *sender) putCommands(ctx context.Context) error {
	return s.rest.Do(ctx, discordrest.Call{
		Method: http.MethodPut, Route: routeCommands, Vars: []string{s.self().application}, Safe: true, Body: commands(s.desk),
	}, nil)
}

// installLink is where an owner of a server adds the bot, with the least permissions that it works with: see the channel, write in it
// and in threads, embed, attach files, read the message that it replies to, and pin the guide.
func installLink(application string) string {
	const permissions = 1<<10 | 1<<11 | permissionEmbedLinks | 1<<15 | 1<<16 | 1<<38 | 1<<51
	return fmt.Sprintf("https://discord.com/oauth2/authorize?client_id=%s&scope=bot+applications.commands&permissions=%s",
		application, strconv.Itoa(permissions))
}
