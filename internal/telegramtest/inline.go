package telegramtest

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"
)

// inlineState holds the inline queries and what is remembered of their answers.
type inlineState struct {
	queries  map[string]*Typed
	cache    map[string]cached
	messages map[string]*record // by inline_message_id
}

type cached struct {
	answer InlineAnswer
	until  time.Time
}

func newInlineState() inlineState {
	return inlineState{queries: map[string]*Typed{}, cache: map[string]cached{}, messages: map[string]*record{}}
}

// A Typed is an inline query that somebody typed, and its answer.
type Typed struct {
	srv    *Server
	person *Person
	id     string
	key    string // what the answer is remembered under, when others may see it
	query  string
	at     time.Time
	answer *InlineAnswer
	cached bool
	err    error
}

// An InlineAnswer is what answerInlineQuery said.
type InlineAnswer struct {
	Results    []InlineResult
	NextOffset string
	Button     *InlineButton
	CacheTime  time.Duration
	Personal   bool
}

// An InlineResult is one result. Text and Keyboard are what sending it puts into the chat.
type InlineResult struct {
	ID          string
	Type        string
	Title       string
	Description string
	URL         string
	Message     Message
	Raw         json.RawMessage
}

// An InlineButton is https://core.telegram.org/bots/api#inlinequeryresultsbutton.
type InlineButton struct {
	Text  string          `json:"text"`
	Start string          `json:"start_parameter"`
	App   json.RawMessage `json:"web_app"`
}

// TypeInline types an inline query. chatType is sender (the chat with the bot), private, group, supergroup or channel. An answer that
// is still remembered comes without asking the bot: its own to everybody who types the same, unless it was personal.
func (p *Person) TypeInline(query, chatType, offset string) *Typed {
	s := p.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	t := &Typed{srv: s, person: p, query: query, at: time.Now(), key: query + "\x00" + offset}
	switch {
	case !s.opts.Inline:
		t.err = fmt.Errorf("telegramtest: the bot has no inline mode")
		return t
	case Units(query) > 256:
		t.err = fmt.Errorf("telegramtest: inline queries end at 256 characters")
		return t
	}
	for _, key := range []string{t.key, t.ownKey()} {
		if hit, ok := s.inline.cache[key]; ok && time.Now().Before(hit.until) {
			t.answer, t.cached = &hit.answer, true
			return t
		}
	}
	t.id = strconv.FormatInt(s.me.ID<<16+int64(len(s.inline.queries))+1, 10)
	s.inline.queries[t.id] = t
	q := map[string]any{"id": t.id, "from": p.user, "query": query, "offset": offset}
	if chatType != "" {
		q["chat_type"] = chatType
	}
	s.push("inline_query", "inline "+strconv.FormatInt(p.user.ID, 10), q)
	return t
}

func (t *Typed) ownKey() string { return t.key + "\x00" + strconv.FormatInt(t.person.user.ID, 10) }

// Wait waits for the results.
func (t *Typed) Wait(ctx context.Context) (InlineAnswer, error) {
	if t.err != nil {
		return InlineAnswer{}, t.err
	}
	if err := t.srv.await(ctx, "inline results", func() bool { return t.answer != nil }); err != nil {
		return InlineAnswer{}, err
	}
	return *t.answer, nil
}

// Cached says that the bot was not asked.
func (t *Typed) Cached() bool { return t.cached }

// ID is the id of the inline query; "" when the bot was not asked.
func (t *Typed) ID() string { return t.id }

// answerInlineQuery is https://core.telegram.org/bots/api#answerinlinequery.
func (s *Server) answerInlineQuery(c *call) (any, *Error) {
	results, err := s.inlineResults(c.args["results"])
	if err != nil {
		return nil, err
	}
	a := InlineAnswer{
		Results: results, NextOffset: c.args["next_offset"], Personal: c.boolean("is_personal"),
		CacheTime: time.Duration(c.integer("cache_time", 300, 0, 1<<31)) * time.Second,
	}
	if a.Button, err = inlineButton(c.args["button"]); err != nil {
		return nil, err
	}
	if len(a.NextOffset) > 64 {
		return nil, badRequest("NEXT_OFFSET_INVALID")
	}
	t := s.inline.queries[c.args["inline_query_id"]]
	if t == nil || t.answer != nil || time.Since(t.at) > s.opts.QueryLife {
		return nil, badRequest(queryTooOld)
	}
	t.answer = &a
	key := t.key
	if a.Personal {
		key = t.ownKey()
	}
	if a.CacheTime > 0 {
		s.inline.cache[key] = cached{a, time.Now().Add(a.CacheTime)}
	}
	return true, nil
}

func inlineButton(raw string) (*InlineButton, *Error) {
	if raw == "" {
		return nil, nil
	}
	var b InlineButton
	if json.Unmarshal([]byte(raw), &b) != nil {
		return nil, badRequest("Can't parse inline query results button JSON object")
	}
	switch {
	case b.Text == "":
		return nil, badRequest("Can't parse InlineQueryResultsButton: Can't find field %q", "text")
	case b.App == nil && !validPayload(b.Start):
		return nil, badRequest("START_PARAM_INVALID")
	}
	return &b, nil
}

// ClearInlineCache forgets the remembered answers, as time does.
func (s *Server) ClearInlineCache() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.inline.cache)
}
