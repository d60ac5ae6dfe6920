package discordtest

import (
	"cmp"
	"encoding/json"
	"strings"
	"time"
)

// identification is the data of an identify.
type identification struct {
	Token      string `json:"token"`
	Properties *struct {
		OS string `json:"os"`
	} `json:"properties"`
	Compress bool    `json:"compress"`
	Shard    *[2]int `json:"shard"`
	Intents  *int    `json:"intents"`
}

// identify starts a session, or closes with the code that says why not. The server's mu is held.
func (c *connection) identify(d json.RawMessage) {
	var id identification
	s, g := c.gateway.server, c.gateway
	switch {
	case c.session != nil:
		c.close(4005)
		return
	case json.Unmarshal(d, &id) != nil || id.Properties == nil:
		c.close(4002)
		return
	case c.fault.RefuseIdentify != 0:
		c.close(c.fault.RefuseIdentify)
		return
	}
	shard := or(id.Shard, [2]int{0, 1})
	if code := s.refuseIdentify(id); code != 0 || g.down[shard[0]] != 0 {
		c.close(cmp.Or(code, g.down[shard[0]]))
		return
	}
	if !g.mayStart(shard) {
		g.hasty++
		c.send(opInvalid, false)
		return
	}
	if s.app.token == "" {
		c.close(4004)
		return
	}
	c.zlib = id.Compress && s.options.Gateway.Zlib
	c.session = &session{id: secret(), intents: *id.Intents, shard: shard, conn: c}
	g.sessions[c.session.id] = c.session
	g.identifies++
	c.about.Ready, c.about.Session, c.about.Shard = true, c.session.id, shard
	c.welcome(id.Shard != nil)
	g.touch()
	c.afterReady()
}

// refuseIdentify is the close code for an identify that is not accepted, 0 for one that is.
func (s *Server) refuseIdentify(id identification) int {
	shard := or(id.Shard, [2]int{0, 1})
	need := s.options.Gateway.RequireShards
	switch {
	case s.app.token == "" || strings.TrimPrefix(id.Token, "Bot ") != s.app.token:
		return 4004
	case shard[0] < 0 || shard[1] < 1 || shard[0] >= shard[1]:
		return 4010
	case need > 0 && shard[1] < need:
		return 4011
	case id.Intents == nil || *id.Intents < 0 || *id.Intents&^knownIntents != 0:
		return 4013
	case *id.Intents&privileged&^s.options.Privileged != 0:
		return 4014
	}
	return 0
}

// mayStart counts an identify: one per rate limit key in five seconds. More than the daily number resets the bot's token, as Discord
// threatens to.
func (g *Gateway) mayStart(shard [2]int) bool {
	o := g.server.options.Gateway
	key := shard[0] % o.MaxConcurrency
	if last, ok := g.lastStart[key]; ok && time.Since(last) < o.IdentifyEvery {
		return false
	}
	g.lastStart[key] = time.Now()
	g.forgetStarts()
	if len(g.starts) >= o.SessionStarts {
		g.server.app.token = ""
		for c := range g.conns {
			c.close(4004)
		}
		clear(g.sessions)
		return true
	}
	g.starts = append(g.starts, time.Now())
	return true
}

// welcome sends READY, then the guilds one by one.
func (c *connection) welcome(sharded bool) {
	s, ses := c.gateway.server, c.session
	guilds := []object{}
	for _, g := range s.sortedGuilds() {
		if ses.hasGuild(g.id) {
			guilds = append(guilds, object{"id": g.id, "unavailable": true})
		}
	}
	ready := object{
		"v": 10, "user": s.app.bot.self(), "guilds": guilds, "session_id": ses.id, "session_type": "normal",
		"resume_gateway_url": c.base + gatewayPath + "/resume/", "private_channels": []any{}, "relationships": []any{},
		"application": object{"id": s.app.id, "flags": s.appFlags()}, "_trace": []string{},
	}
	if sharded {
		ready["shard"] = ses.shard
	}
	ses.deliver(nil, "READY", ready)
	if ses.intents&IntentGuilds == 0 {
		return
	}
	for _, g := range s.sortedGuilds() {
		if ses.hasGuild(g.id) {
			ses.deliver(nil, "GUILD_CREATE", g.wire())
		}
	}
}

// afterReady does what a test wants to happen once a session stands.
func (c *connection) afterReady() {
	switch {
	case c.fault.CloseAfterReady != 0:
		c.close(c.fault.CloseAfterReady)
	case c.fault.DropAfterReady:
		c.push(frame{})
	}
}

// resume takes a session up again: what was missed, then RESUMED. The server's mu is held.
func (c *connection) resume(d json.RawMessage) {
	var r struct {
		Token     string `json:"token"`
		SessionID string `json:"session_id"`
		Seq       *int   `json:"seq"`
	}
	g := c.gateway
	if c.session != nil {
		c.close(4005)
		return
	}
	if json.Unmarshal(d, &r) != nil || r.Seq == nil {
		c.close(4002)
		return
	}
	if g.server.app.token == "" || strings.TrimPrefix(r.Token, "Bot ") != g.server.app.token {
		c.close(4004)
		return
	}
	ses := g.sessions[r.SessionID]
	switch {
	case ses != nil && g.down[ses.shard[0]] != 0:
		c.close(g.down[ses.shard[0]])
	case ses == nil || ses.expired(g.server.options.Gateway.ResumeWindow) || ses.forgot(*r.Seq):
		c.send(opInvalid, false)
	case *r.Seq > ses.seq:
		delete(g.sessions, ses.id)
		c.close(4007)
	default:
		c.takeOver(ses, *r.Seq)
	}
}

// takeOver attaches the session to this connection. One that still held it is cut.
func (c *connection) takeOver(ses *session, seq int) {
	if ses.conn != nil {
		ses.conn.push(frame{})
	}
	c.session, ses.conn = ses, c
	for _, e := range ses.events {
		if e.seq > seq {
			ses.send(e)
		}
	}
	c.gateway.resumes++
	c.about.Ready, c.about.Resumed, c.about.Session, c.about.Shard = true, true, ses.id, ses.shard
	ses.deliver(nil, "RESUMED", object{"_trace": []string{}})
	c.gateway.touch()
	c.afterReady()
}

func (s *session) expired(after time.Duration) bool {
	return s.conn == nil && time.Since(s.ended) > after
}

// forgot says that events after seq are no longer remembered.
func (s *session) forgot(seq int) bool {
	return len(s.events) > 0 && seq < s.events[0].seq-1
}
