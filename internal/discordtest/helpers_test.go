package discordtest

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gorilla/websocket"

	"nonmerci/internal/memnet"
)

const specFile = "../../../shared/specs/discord/openapi.json"

// discord is a server in memory with a guild, a channel, a person, and a client that knows HTTP and JSON alone.
type discord struct {
	*Server
	t       *testing.T
	network *memnet.Network
	client  *http.Client
	guild   *Guild
	channel *Channel
	person  *User
}

// inBubble runs a test in a bubble, where minutes take no time.
func inBubble(t *testing.T, o Options, test func(*discord)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		d := &discord{Server: s, t: t, network: &memnet.Network{}}
		l, err := d.network.Listen("discord.test:80")
		if err != nil {
			t.Fatal(err)
		}
		var served sync.WaitGroup
		served.Go(func() {
			if err := s.Serve(l); err != nil {
				t.Error(err)
			}
		})
		d.client = d.network.Client()
		d.guild = s.AddGuild("Exemplia")
		d.channel = d.guild.AddChannel("questions")
		d.person = s.AddUser("Lea")
		d.guild.AddMember(d.person)
		test(d)
		d.client.CloseIdleConnections()
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		served.Wait()
	})
}

// quiet are options for tests that send bodies Discord takes and the checks do not.
func quiet() Options { return Options{AnyMentions: true, Limits: Limits{Off: true}} }

// A got is an answer of the REST API.
type got struct {
	status int
	header http.Header
	raw    []byte
	body   object
}

func (g got) code() int {
	n, _ := g.body["code"].(float64)
	return int(n)
}

// errorAt is the code of the first fault that a form error tells at a path.
func (g got) errorAt(path string) string {
	at, _ := g.body["errors"].(object)
	for part := range strings.SplitSeq(path, ".") {
		at, _ = at[part].(object)
	}
	list, _ := at["_errors"].([]any)
	if len(list) == 0 {
		return ""
	}
	first, _ := list[0].(object)
	code, _ := first["code"].(string)
	return code
}

// do sends a request as the bot. body is marshalled; nil is none, a string goes out as it is.
func (d *discord) do(method, path string, body any) got {
	d.t.Helper()
	g, err := d.try(method, path, body, "Bot "+d.Token())
	if err != nil {
		d.t.Fatalf("%s %s: %v", method, path, err)
	}
	return g
}

func (d *discord) try(method, path string, body any, authorization string) (got, error) {
	var reader io.Reader = http.NoBody
	switch b := body.(type) {
	case nil:
	case string:
		reader = strings.NewReader(b)
	default:
		reader = bytes.NewReader(copyOf(b))
	}
	req, err := http.NewRequestWithContext(d.t.Context(), method, "http://discord.test/api/v10"+path, reader)
	if err != nil {
		return got{}, err
	}
	req.Header.Set("User-Agent", "DiscordBot (https://nonmerci.example, 1)")
	req.Header.Set("Content-Type", "application/json")
	if authorization != "" {
		req.Header.Set("Authorization", authorization)
	}
	res, err := d.client.Do(req)
	if err != nil {
		return got{}, err
	}
	defer func() { _ = res.Body.Close() }()
	g := got{status: res.StatusCode, header: res.Header}
	if g.raw, err = io.ReadAll(res.Body); err != nil {
		return got{}, err
	}
	_ = json.Unmarshal(g.raw, &g.body) // lists and HTML stay in raw
	return g, nil
}

// want checks a status and a Discord code; 0 is none.
func (d *discord) want(g got, status, code int) got {
	d.t.Helper()
	if g.status != status || g.code() != code {
		d.t.Errorf("got %d %s, want %d, code %d", g.status, g.raw, status, code)
	}
	return g
}

// send posts a message into a channel and returns its id.
func (d *discord) send(c *Channel, body object) string {
	d.t.Helper()
	g := d.want(d.do("POST", "/channels/"+c.ID()+"/messages", body), 200, 0)
	id, _ := g.body["id"].(string)
	return id
}

// silent is allowed_mentions that pings nobody.
func silent() object { return object{"parse": []string{}} }

// text is a message body that pings nobody.
func text(s string) object { return object{"content": s, "allowed_mentions": silent()} }

// noProblems checks that nothing was noted.
func (d *discord) noProblems() {
	d.t.Helper()
	for _, p := range d.Problems() {
		d.t.Errorf("problem: %s", p)
	}
}

// A socket is a client on the gateway.
type socket struct {
	d    *discord
	ws   *websocket.Conn
	read chan packet // closed at the end
	err  error       // why it ended, once read is closed
}

type packet struct {
	Op  int             `json:"op"`
	D   json.RawMessage `json:"d"`
	S   int             `json:"s"`
	T   string          `json:"t"`
	raw []byte
}

// dial connects to the gateway at a path.
func (d *discord) dial(path string) *socket {
	d.t.Helper()
	dialer := websocket.Dialer{NetDialContext: d.network.DialContext}
	ws, res, err := dialer.DialContext(d.t.Context(), "ws://discord.test:80"+path, nil)
	if err != nil {
		d.t.Fatal(err)
	}
	_ = res.Body.Close()
	s := &socket{d: d, ws: ws, read: make(chan packet, 1000)}
	go s.loop()
	return s
}

func (s *socket) loop() {
	defer close(s.read)
	for {
		kind, data, err := s.ws.ReadMessage()
		if err != nil {
			s.err = err
			return
		}
		if kind == websocket.BinaryMessage {
			if z, err := zlib.NewReader(bytes.NewReader(data)); err == nil {
				data, _ = io.ReadAll(z)
			}
		}
		p := packet{Op: -1, raw: data}
		_ = json.Unmarshal(data, &p) // raw frames need not be packets
		s.read <- p
	}
}

// next is the next packet; it fails the test when the connection ends first, or nothing comes for a minute.
func (s *socket) next() packet {
	s.d.t.Helper()
	select {
	case p, ok := <-s.read:
		if !ok {
			s.d.t.Fatalf("the connection ended: %v", s.err)
		}
		return p
	case <-time.After(time.Minute):
		s.d.t.Fatal("nothing came for a minute")
	}
	return packet{}
}

// event skips to the next event of a name.
func (s *socket) event(name string) packet {
	s.d.t.Helper()
	for {
		if p := s.next(); p.T == name {
			return p
		}
	}
}

// op expects a packet with an opcode.
func (s *socket) op(op int) packet {
	s.d.t.Helper()
	p := s.next()
	if p.Op != op {
		s.d.t.Fatalf("got op %d %s, want %d", p.Op, p.T, op)
	}
	return p
}

// write sends a packet.
func (s *socket) write(op int, data any) {
	s.d.t.Helper()
	if err := s.ws.WriteJSON(object{"op": op, "d": data}); err != nil {
		s.d.t.Fatal(err)
	}
}

// closed waits for the end and returns the server's close code; 1006 when there was none.
func (s *socket) closed() int {
	s.d.t.Helper()
	for range s.read {
	}
	if c, ok := errors.AsType[*websocket.CloseError](s.err); ok {
		return c.Code
	}
	return websocket.CloseAbnormalClosure
}

func (s *socket) close(code int) {
	_ = s.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(time.Second))
	_ = s.ws.Close()
	synctest.Wait()
}

func (d *discord) identification(intents int) object {
	return object{"token": d.Token(), "intents": intents, "properties": object{"os": "linux", "browser": "x", "device": "x"}}
}

// ready is a session and what READY said.
type ready struct {
	SessionID string `json:"session_id"`
	ResumeURL string `json:"resume_gateway_url"`
	Guilds    []struct{ ID string }
}

// connect dials and identifies; it reads up to and including the guilds.
func (d *discord) connect(intents int) (*socket, ready) {
	d.t.Helper()
	s := d.dial("/gateway/?v=10&encoding=json")
	s.op(opHello)
	s.write(opIdentify, d.identification(intents))
	var r ready
	p := s.event("READY")
	if err := json.Unmarshal(p.D, &r); err != nil {
		d.t.Fatal(err)
	}
	if intents&IntentGuilds != 0 {
		for range r.Guilds {
			s.event("GUILD_CREATE")
		}
	}
	return s, r
}

const usual = IntentGuilds | IntentGuildMessages | IntentDirectMessages

// soon is a deadline for what should happen at once.
func (d *discord) soon() context.Context {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(d.t.Context(), 30*time.Second)
	d.t.Cleanup(cancel)
	return ctx
}

// needSpec skips when the specification is not beside the project.
func needSpec(t *testing.T) string {
	t.Helper()
	if _, err := os.Stat(specFile); err != nil {
		t.Skip("SKIP: Discord's openapi.json is not beside the project")
	}
	return specFile
}
