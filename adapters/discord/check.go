package discord

import (
	"context"
	"fmt"
	"net/http"

	"nonmerci/adapters/internal/discordrest"
)

// Check looks at the settings of the bot as Discord sees them, and tells each finding with what to do about it. It changes nothing.
func Check(ctx context.Context, opts Options, say func(ok bool, what, remedy string)) {
	opts.Log, opts.Metrics = nil, nil
	a, err := New(opts, nil, nil)
	if err != nil {
		say(false, "Discord: the settings", err.Error())
		return
	}
	defer a.send.rest.Close()
	if !a.checkSelf(ctx, say) {
		return
	}
	app, err := a.send.applicationInfo(ctx)
	if err != nil {
		say(false, "Discord: the application cannot be read: "+err.Error(), "Try again; if it stays so, check the address of the API.")
		return
	}
	a.self.Store(&identity{application: app.ID})
	say(true, "Discord: application "+app.ID, "Add the bot to a server: "+installLink(app.ID))
	a.checkIntents(app, say)
	a.checkGateway(ctx, opts, say)
	a.checkCommands(ctx, say)
}

func (a *Adapter) checkSelf(ctx context.Context, say func(bool, string, string)) bool {
	var me wireUser
	err := a.send.rest.Do(ctx, discordrest.Call{Method: http.MethodGet, Route: "/users/@me", Safe: true, Within: quickly}, &me)
	switch {
	case discordrest.Status(err) == http.StatusUnauthorized:
		say(false, "Discord: the token is refused", "Open https://discord.com/developers/applications, your application, « Bot », press « Reset Token », and set the new one.")
	case err != nil:
		say(false, "Discord cannot be reached: "+err.Error(), "Check the network, the proxy, and the address of the API.")
	default:
		say(true, "Discord: the token is that of the bot "+me.Username, "")
	}
	return err == nil
}

// Flags of an application (docs: resources/application). The second of each pair is for one that is in few servers.
const (
	flagPresence, flagPresenceLimited = 1 << 12, 1 << 13
	flagMembers, flagMembersLimited   = 1 << 14, 1 << 15
	flagContent, flagContentLimited   = 1 << 18, 1 << 19
)

func (a *Adapter) checkIntents(app application, say func(bool, string, string)) {
	const privileged = flagPresence | flagPresenceLimited | flagMembers | flagMembersLimited | flagContent | flagContentLimited
	if app.Flags&privileged != 0 {
		say(true, "Discord: privileged intents are switched on", "The bot needs none: switch them off at https://discord.com/developers/applications/"+app.ID+"/bot")
		return
	}
	say(true, "Discord: no privileged intent is switched on, and none is needed", "")
}

func (a *Adapter) checkGateway(ctx context.Context, opts Options, say func(bool, string, string)) {
	g, err := a.send.gateway(ctx)
	switch {
	case err != nil:
		say(false, "Discord: the gateway is not told: "+err.Error(), "Try again; without it no message is received.")
	case g.Limits == nil:
		say(true, "Discord: the gateway is known", "")
	default:
		remedy := ""
		if g.Limits.Remaining < 20 {
			remedy = "Few sessions are left today: look in the log why the bot connects so often."
		}
		say(g.Limits.Remaining > 0, fmt.Sprintf("Discord: %d of %d sessions are left today", g.Limits.Remaining, g.Limits.Total), remedy)
	}
	if set := opts.Shards; err == nil && set > 0 && set < g.Shards {
		say(false, fmt.Sprintf("Discord: %d connections are set, and it recommends %d", set, g.Shards), "Leave the number to Discord: unset it.")
	}
}

func (a *Adapter) checkCommands(ctx context.Context, say func(bool, string, string)) {
	switch same, err := a.send.known(ctx); {
	case err != nil:
		say(false, "Discord: the commands cannot be read: "+err.Error(), "Mentions and direct messages work without them.")
	case same:
		say(true, "Discord: the commands are registered", "")
	default:
		say(true, "Discord: the commands are not registered, or are those of another version", "Start the bot: it registers them.")
	}
}
