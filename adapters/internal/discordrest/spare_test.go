package discordrest

import (
	"net/http"
	"testing"
	"time"
)

// TestSpare: there is room until half of the global limit is used, Discord holds the bot back, or the route is full.
func TestSpare(t *testing.T) {
	c, err := New(Options{Token: "t", URL: "http://discord.test"})
	if err != nil {
		t.Fatal(err)
	}
	spare := func() bool {
		return c.Spare(http.MethodPatch, "/channels/{channel_id}/messages/{message_id}", "1", "2")
	}
	if !spare() {
		t.Error("no room at rest")
	}
	for range globalPerSecond/2 + 1 {
		<-c.limiter.slots.free
	}
	if spare() {
		t.Error("room although half of the limit is used")
	}
	c.limiter.slots.give()
	if !spare() {
		t.Error("no room although half of the limit is free")
	}
	c.limiter.globalUntil = time.Now().Add(time.Minute)
	if spare() {
		t.Error("room although Discord holds the bot back")
	}
	c.limiter.globalUntil = time.Time{}
	b := c.limiter.bucket(routeOf(http.MethodPatch, "/channels/1/messages/2"))
	if _, err := b.take(t.Context()); err != nil {
		t.Fatal(err)
	}
	if spare() {
		t.Error("room although the route's limit is not known yet and a request is under way")
	}
}
