package discordrest

import "time"

// Spare says whether a call to a route would leave at once and would hold up nobody: it has room of its own, and half of what a bot may send
// in all is free.
func (c *Client) Spare(method, route string, vars ...string) bool {
	l := c.limiter
	l.mu.Lock()
	held := time.Until(l.globalUntil) > 0
	l.mu.Unlock()
	return !held && len(l.slots.free) >= globalPerSecond/2 && c.Health() == nil && c.Wait(method, route, vars...) == 0
}
