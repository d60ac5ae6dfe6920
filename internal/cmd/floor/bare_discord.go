package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

// A packet is what is read of the gateway.
type packet struct {
	Op   int             `json:"op"`
	Seq  int64           `json:"s"`
	Type string          `json:"t"`
	Data json.RawMessage `json:"d"`
}

// A message is what is read of a message on Discord.
type message struct {
	ID      string `json:"id"`
	Channel string `json:"channel_id"`
	Author  struct {
		Bot bool `json:"bot"`
	} `json:"author"`
}

// agent is what Discord wants bots to call themselves.
const agent = "DiscordBot (https://example.org, 1)"

// intents are those of messages in servers and of direct messages.
const intents = 1<<9 | 1<<12

func bareDiscord(ctx context.Context, at place, ready func()) error {
	client, free := newHTTP(), newSlots(discordCeiling)
	c, beat, err := dial(ctx, client, at)
	if err != nil {
		return err
	}
	defer c.Close() //nolint:errcheck // it is over
	var last atomic.Int64
	go func() {
		for range time.Tick(beat) {
			_ = c.WriteMessage(websocket.TextMessage, fmt.Appendf(nil, `{"op":1,"d":%d}`, last.Load())) // the read fails too
		}
	}()
	for ctx.Err() == nil {
		var p packet
		if err := c.ReadJSON(&p); err != nil {
			return fmt.Errorf("read the gateway: %w", err)
		}
		last.Store(max(p.Seq, last.Load()))
		switch p.Type {
		case "READY":
			ready()
		case "MESSAGE_CREATE":
			var m message
			if json.Unmarshal(p.Data, &m) == nil && !m.Author.Bot {
				go free.send(func() error {
					body := fmt.Appendf(nil, `{"content":%q,"message_reference":{"message_id":%q},"allowed_mentions":{"parse":[]}}`, text, m.ID)
					return post(ctx, client, at.base+"/api/v9/channels/"+m.Channel+"/messages", "Bot "+at.token, body)
				})
			}
		}
	}
	return nil
}

// dial begins a session, and returns how often the gateway wants a heartbeat.
func dial(ctx context.Context, client *http.Client, at place) (c *websocket.Conn, beat time.Duration, err error) {
	var gateway struct{ URL string }
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, at.base+"/api/v9/gateway/bot", nil)
	if err != nil {
		return nil, 0, err
	}
	req.Header.Set("Authorization", "Bot "+at.token)
	req.Header.Set("User-Agent", agent)
	resp, err := client.Do(req)
	if err != nil {
		return nil, 0, err
	}
	defer resp.Body.Close() //nolint:errcheck // it has been read
	if err := json.NewDecoder(resp.Body).Decode(&gateway); err != nil {
		return nil, 0, fmt.Errorf("ask for the gateway: %w", err)
	}
	c, hello, err := websocket.DefaultDialer.DialContext(ctx, gateway.URL+"?v=9&encoding=json", nil)
	if err != nil {
		return nil, 0, fmt.Errorf("connect to the gateway: %w", err)
	}
	_ = hello.Body.Close() // it has none
	var h struct {
		Data struct {
			Interval int64 `json:"heartbeat_interval"`
		} `json:"d"`
	}
	if err = c.ReadJSON(&h); err == nil && h.Data.Interval <= 0 {
		err = fmt.Errorf("an interval of %d ms", h.Data.Interval)
	}
	if err == nil {
		err = c.WriteJSON(map[string]any{"op": 2, "d": map[string]any{
			"token": at.token, "intents": intents, "properties": map[string]string{"os": "linux", "browser": "floor", "device": "floor"},
		}})
	}
	if err != nil {
		return nil, 0, fmt.Errorf("begin a session: %w", err)
	}
	return c, time.Duration(h.Data.Interval) * time.Millisecond, nil
}

// post makes one call; an answer that is not of the two hundreds is an error.
func post(ctx context.Context, client *http.Client, url, authorization string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	if authorization != "" {
		req.Header.Set("Authorization", authorization)
		req.Header.Set("User-Agent", agent)
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close() //nolint:errcheck // it has been read
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return err
	}
	if resp.StatusCode >= http.StatusMultipleChoices {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}
