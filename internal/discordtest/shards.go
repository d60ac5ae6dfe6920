package discordtest

import "strconv"

// ShardOf is the shard of a guild, of n (docs: events/gateway, « Sharding »).
func ShardOf(g *Guild, n int) int { return shardOf(g.id, n) }

func shardOf(guild string, n int) int {
	id, err := strconv.ParseUint(guild, 10, 64)
	if err != nil {
		return -1
	}
	return int(id >> 22 % uint64(n)) //nolint:gosec // below n
}

// Recommend changes how many shards GET /gateway/bot recommends. Clients that are connected hear nothing of it.
func (g *Gateway) Recommend(n int) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.server.options.Gateway.Shards = n
}

// RequireShards recommends n shards, and from now on refuses who identifies with fewer, with 4011. Sessions of fewer stay, and can be
// resumed.
func (g *Gateway) RequireShards(n int) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.server.options.Gateway.Shards, g.server.options.Gateway.RequireShards = n, n
}

// Allow limits how many sessions may still be begun today: what session_start_limit says is left.
func (g *Gateway) Allow(left int) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.forgetStarts()
	g.server.options.Gateway.SessionStarts = len(g.starts) + left
}

// ofShard calls do for every connection of a shard, and says how many there were.
func (g *Gateway) ofShard(shard int, do func(*connection)) (n int) {
	g.each(func(c *connection) {
		if c.session != nil && c.session.shard[0] == shard {
			do(c)
			n++
		}
	})
	return n
}

// DropShard cuts the connections of one shard without a close frame, and says how many there were.
func (g *Gateway) DropShard(shard int) int {
	return g.ofShard(shard, func(c *connection) { c.push(frame{}) })
}

// CloseShard closes the connections of one shard with a code, and forgets their sessions when lose says so.
func (g *Gateway) CloseShard(shard, code int, lose bool) int {
	return g.ofShard(shard, func(c *connection) {
		if lose {
			delete(g.sessions, c.session.id)
		}
		c.close(code)
	})
}

// KeepDown closes every connection of a shard that would begin or resume a session with a code, until ClearFaults.
func (g *Gateway) KeepDown(shard, code int) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.down[shard] = code
}
