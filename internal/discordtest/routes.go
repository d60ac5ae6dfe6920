package discordtest

import (
	"slices"
	"strings"
	"time"
)

// A handler answers a call, with s.mu held: what it returns is the JSON body; nil means 204.
type handler func(*Server, *call) (any, error)

// A route is a method and a path template, in the words of Discord's specification.
type route struct {
	method, template string
	handle           handler
	limit            Limit
	public           bool // no token of the bot is asked for
	interaction      bool // outside the global limit
	parts            []string
}

// routes lists what the server answers. A fixed part comes before a variable one, because the first that fits is taken.
func routes() []route {
	list := slices.Concat(generalRoutes(), channelRoutes(), interactionRoutes())
	for i := range list {
		list[i].parts = strings.Split(list[i].template, "/")
		list[i].public = list[i].public || list[i].interaction
		if list[i].limit == (Limit{}) {
			list[i].limit = Limit{50, time.Second}
		}
	}
	return list
}

// generalRoutes are about the application, its commands and its guilds.
func generalRoutes() []route {
	const (
		commands = "/applications/{application_id}/commands"
		guild    = "/applications/{application_id}/guilds/{guild_id}/commands"
	)
	slow := Limit{5, 20 * time.Second}
	return []route{
		{method: "GET", template: "/gateway", handle: getGateway, public: true},
		{method: "GET", template: "/gateway/bot", handle: getGatewayBot, limit: Limit{2, 5 * time.Second}},
		{method: "GET", template: "/users/@me", handle: getSelf},
		{method: "GET", template: "/users/@me/guilds", handle: getGuilds},
		{method: "POST", template: "/users/@me/channels", handle: openChannel},
		{method: "GET", template: "/applications/@me", handle: getApplication},
		{method: "GET", template: "/guilds/{guild_id}/members/{user_id}", handle: getMember},
		{method: "GET", template: "/guilds/{guild_id}/roles", handle: getRoles},
		{method: "GET", template: commands, handle: listCommands},
		{method: "PUT", template: commands, handle: overwriteCommands, limit: slow},
		{method: "POST", template: commands, handle: createCommand, limit: slow},
		{method: "DELETE", template: commands + "/{command_id}", handle: deleteCommand, limit: slow},
		{method: "GET", template: guild, handle: listCommands},
		{method: "PUT", template: guild, handle: overwriteCommands, limit: slow},
		{method: "POST", template: guild, handle: createCommand, limit: slow},
		{method: "DELETE", template: guild + "/{command_id}", handle: deleteCommand, limit: slow},
	}
}

// channelRoutes are about channels, threads, messages and pins.
func channelRoutes() []route {
	const (
		channel = "/channels/{channel_id}"
		message = channel + "/messages/{message_id}"
		pins    = channel + "/messages/pins"
	)
	five := Limit{5, 5 * time.Second}
	return []route{
		{method: "GET", template: channel, handle: getChannel},
		{method: "PATCH", template: channel, handle: updateChannel, limit: five},
		{method: "POST", template: channel + "/typing", handle: showTyping, limit: five},
		{method: "POST", template: channel + "/threads", handle: startThread},
		{method: "PUT", template: channel + "/thread-members/@me", handle: joinThread},
		{method: "GET", template: pins, handle: listPins},
		{method: "PUT", template: pins + "/{message_id}", handle: pinMessage, limit: five},
		{method: "DELETE", template: pins + "/{message_id}", handle: unpinMessage, limit: five},
		{method: "GET", template: channel + "/pins", handle: listPinsOld},
		{method: "PUT", template: channel + "/pins/{message_id}", handle: pinMessage, limit: five},
		{method: "DELETE", template: channel + "/pins/{message_id}", handle: unpinMessage, limit: five},
		{method: "GET", template: channel + "/messages", handle: listMessages},
		{method: "POST", template: channel + "/messages", handle: createMessage, limit: five},
		{method: "GET", template: message, handle: getMessage},
		{method: "PATCH", template: message, handle: editMessage, limit: five},
		{method: "DELETE", template: message, handle: deleteMessage, limit: Limit{5, time.Second}},
		{method: "POST", template: message + "/threads", handle: startThreadFrom},
	}
}

// interactionRoutes answer interactions; the token in their path is all they ask for.
func interactionRoutes() []route {
	const (
		webhook  = "/webhooks/{webhook_id}/{webhook_token}"
		original = webhook + "/messages/@original"
		followup = webhook + "/messages/{message_id}"
	)
	quick := Limit{5, 2 * time.Second}
	return []route{
		{method: "POST", template: callbackRoute, handle: callback, interaction: true, limit: Limit{N: -1}},
		{method: "GET", template: original, handle: getOriginal, interaction: true, limit: quick},
		{method: "PATCH", template: original, handle: editOriginal, interaction: true, limit: quick},
		{method: "DELETE", template: original, handle: deleteOriginal, interaction: true, limit: quick},
		{method: "POST", template: webhook, handle: createFollowup, interaction: true, limit: quick},
		{method: "GET", template: followup, handle: getFollowup, interaction: true, limit: quick},
		{method: "PATCH", template: followup, handle: editFollowup, interaction: true, limit: quick},
		{method: "DELETE", template: followup, handle: deleteFollowup, interaction: true, limit: quick},
	}
}

const callbackRoute = "/interactions/{interaction_id}/{interaction_token}/callback"

// match finds the route of a path, without the version. found says that the path exists, with another method when r is nil.
func (s *Server) match(method, path string) (r *route, vars map[string]string, found bool) {
	parts := strings.Split(path, "/")
	for i := range s.routes {
		v, ok := s.routes[i].fits(parts)
		if !ok {
			continue
		}
		found = true
		if s.routes[i].method == method {
			return &s.routes[i], v, true
		}
	}
	return nil, nil, found
}

func (r *route) fits(parts []string) (map[string]string, bool) {
	if len(parts) != len(r.parts) {
		return nil, false
	}
	vars := map[string]string{}
	for i, p := range r.parts {
		switch {
		case strings.HasPrefix(p, "{"):
			if parts[i] == "" || p != "{webhook_token}" && p != "{interaction_token}" && !isDigits(parts[i]) {
				return nil, false
			}
			vars[strings.Trim(p, "{}")] = parts[i]
		case p != parts[i]:
			return nil, false
		}
	}
	return vars, true
}

func isDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}
