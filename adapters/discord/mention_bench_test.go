package discord

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha1" //nolint:gosec // RFC 6455 wants it
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"strconv"
	"testing"

	vmetrics "github.com/VictoriaMetrics/metrics"

	"nonmerci/bot"
	"nonmerci/internal/memnet"
)

// BenchmarkMention answers one mention from end to end: from the bytes of an event on the gateway to the request that posts the answer
// and its response. The other side is as little as can be, so that what is measured is ours; Discord's limit of 50 requests a second
// paces it, so allocations say more than the time. Run it with -benchtime 300x.
func BenchmarkMention(b *testing.B) {
	real := botAt(today)
	for name, h := range map[string]bot.Handler{"answer": real.Respond, "echo": echo} {
		b.Run(name, func(b *testing.B) {
			d := newBare(b)
			a, err := New(Options{Token: "token", APIURL: "http://bare.test", Dial: d.net.DialContext, Metrics: vmetrics.NewSet()}, real, h)
			if err != nil {
				b.Fatal(err)
			}
			ctx, cancel := context.WithCancel(b.Context())
			ended := make(chan error, 1)
			go func() { ended <- a.Run(ctx) }()
			for n := range 3 { // connections are made, and pools filled
				d.say(n)
			}
			b.ReportAllocs()
			n := 3
			for b.Loop() {
				d.say(n)
				n++
			}
			cancel()
			if err := <-ended; err != nil {
				b.Error(err)
			}
		})
	}
}

// A bare Discord has one gateway connection, and takes every message.
type bareDiscord struct {
	net    *memnet.Network
	frames chan []byte
	posted chan struct{}
	event  []byte
}

func newBare(b *testing.B) *bareDiscord {
	b.Helper()
	d := &bareDiscord{net: &memnet.Network{}, frames: make(chan []byte), posted: make(chan struct{}, 1)}
	l, err := d.net.Listen("bare.test:80")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = d.net.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go d.serve(c)
		}
	}()
	return d
}

// mention is a MESSAGE_CREATE as Discord writes it; the number in it makes its id and its sequence.
const mention = `{"t":"MESSAGE_CREATE","s":%[1]d,"op":0,"d":{"type":0,"tts":false,"timestamp":"2026-11-27T12:00:00.000000+00:00","pinned":false,` +
	`"nonce":"1443500000000000000","mentions":[{"username":"nonmerci","public_flags":524288,"primary_guild":null,"member":{"roles":["1443400000000000001"],` +
	`"premium_since":null,"pending":false,"nick":null,"mute":false,"joined_at":"2026-11-01T10:00:00.000000+00:00","flags":0,"deaf":false,` +
	`"communication_disabled_until":null,"banner":null,"avatar":null},"id":"1443400000000000000","global_name":null,"display_name_styles":null,` +
	`"discriminator":"0042","collectibles":null,"clan":null,"bot":true,"avatar_decoration_data":null,"avatar":null}],"mention_roles":[],` +
	`"mention_everyone":false,"member":{"roles":["1443400000000000002","1443400000000000003"],"premium_since":null,"pending":false,"nick":"Léa",` +
	`"mute":false,"joined_at":"2025-03-01T10:00:00.000000+00:00","flags":2,"deaf":false,"communication_disabled_until":null,"banner":null,"avatar":null},` +
	`"id":"14435%010[1]d0000","flags":0,"embeds":[],"edited_timestamp":null,"content":"<@1443400000000000000> comment désactiver l’IA de LinkedIn ?",` +
	`"components":[],"channel_type":0,"channel_id":"1443400000000000010","author":{"username":"lea","public_flags":0,"primary_guild":null,` +
	`"id":"1443400000000000020","global_name":"Léa","display_name_styles":null,"discriminator":"0","collectibles":null,"clan":null,` +
	`"avatar_decoration_data":null,"avatar":"0123456789abcdef0123456789abcdef"},"attachments":[],"guild_id":"1443400000000000030"}}`

// say has one mention answered.
func (d *bareDiscord) say(n int) {
	d.event = fmt.Appendf(d.event[:0], mention, n+2)
	d.frames <- d.event
	<-d.posted
}

// serve answers requests, and turns into the gateway when it is asked to.
func (d *bareDiscord) serve(c net.Conn) {
	r := bufio.NewReader(c)
	for {
		path, key, size, err := readHead(r)
		if err != nil {
			return
		}
		if _, err := r.Discard(size); err != nil {
			return
		}
		switch {
		case key != "":
			d.gateway(c, r, key)
			return
		case bytes.Contains(path, []byte("/gateway")):
			respond(c, `{"url":"ws://bare.test/"}`)
		case bytes.Contains(path, []byte("/messages")):
			respond(c, `{"id":"1443500000000000001"}`)
			d.posted <- struct{}{}
		default:
			respond(c, `[]`)
		}
	}
}

// readHead reads the head of a request: the first line, the key of an upgrade, the size of the body.
func readHead(r *bufio.Reader) (first []byte, key string, size int, err error) {
	for {
		line, err := r.ReadSlice('\n')
		if err != nil {
			return nil, "", 0, err
		}
		if first == nil {
			first = bytes.Clone(line)
		}
		name, value, _ := bytes.Cut(bytes.TrimSpace(line), []byte(": "))
		switch {
		case len(name) == 0:
			return first, key, size, nil
		case string(name) == "Content-Length":
			size, _ = strconv.Atoi(string(value))
		case string(name) == "Sec-WebSocket-Key":
			key = string(value)
		}
	}
}

func respond(w io.Writer, body string) {
	_, _ = fmt.Fprintf(w, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
}

func (d *bareDiscord) gateway(c net.Conn, r *bufio.Reader, key string) {
	sum := sha1.Sum([]byte(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")) //nolint:gosec // as above
	_, _ = fmt.Fprintf(c, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n",
		base64.StdEncoding.EncodeToString(sum[:]))
	write := func(p []byte) {
		head := binary.BigEndian.AppendUint16([]byte{0x81, 126}, uint16(len(p)))
		_, _ = c.Write(append(head, p...))
	}
	write([]byte(`{"op":10,"d":{"heartbeat_interval":41250}}`))
	_, _ = r.ReadByte() // the identify
	go func() { _, _ = io.Copy(io.Discard, r) }()
	write([]byte(`{"op":0,"s":1,"t":"READY","d":{"session_id":"s","user":{"id":"1443400000000000000"},"application":{"id":"1443400000000000000"}}}`))
	for p := range d.frames {
		write(p)
	}
}
