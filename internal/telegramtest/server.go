package telegramtest

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A Server is Telegram for one bot. It is an http.Handler for /bot<token>/<method> and safe for concurrent use, as are all its
// handles. Close it before a synctest bubble ends.
type Server struct {
	opts    Options
	me      User
	methods map[string]method
	spec    *spec // nil: nothing is checked

	mu      sync.Mutex
	changed chan struct{} // closed and replaced at every change
	closed  chan struct{}
	once    sync.Once
	running sync.WaitGroup

	people    map[int64]*Person
	chats     map[int64]*Chat
	lastID    int64 // given to the last person or chat made
	lastMsg   int   // message ids of private chats and groups come from one series
	queue     queue
	webhook   *webhook
	hook      hookInfo
	limiter   *limiter
	profile   profile
	callbacks map[string]*Press
	inline    inlineState
	files     map[string]*record
	sents     []*Sent
	drafts    []Draft
	actions   []Action
	requests  []Request
	faults    []*Rule
	strange   Strangeness
	problems  []Problem
	loggedOut bool
}

// New returns a server without people or chats. It reads Options.Spec, and fails when that cannot be read; it starts nothing.
func New(o Options) (*Server, error) {
	o = o.defaults()
	id, err := strconv.ParseInt(before(o.Token, ":"), 10, 64)
	if err != nil || !strings.Contains(o.Token, ":") {
		return nil, fmt.Errorf("telegramtest: the token is not an id, a colon and a secret")
	}
	s := &Server{
		opts: o, me: User{ID: id, IsBot: true, FirstName: o.Name, Username: o.Username},
		changed: make(chan struct{}), closed: make(chan struct{}),
		people: map[int64]*Person{}, chats: map[int64]*Chat{}, lastID: 1000, lastMsg: 100,
		queue: newQueue(o.FirstUpdate), limiter: newLimiter(o.Limits), profile: newProfile(),
		callbacks: map[string]*Press{}, inline: newInlineState(), files: map[string]*record{},
	}
	s.methods = s.table()
	if o.Spec != "" {
		if s.spec, err = loadSpec(o.Spec); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func before(s, sep string) string {
	head, _, _ := strings.Cut(s, sep)
	return head
}

// Token is what the bot must call with.
func (s *Server) Token() string { return s.opts.Token }

// Bot is the bot as others see it.
func (s *Server) Bot() User { return s.me }

// Close stops deliveries and long polls, and waits for the deliveries.
func (s *Server) Close() {
	s.once.Do(func() { close(s.closed) })
	s.mu.Lock()
	s.dropWebhook()
	s.mu.Unlock()
	s.running.Wait()
}

// Changed returns a channel that is closed at the next change of anything here.
func (s *Server) Changed() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.changed
}

// wake tells everybody who waits that something changed. The server is locked.
func (s *Server) wake() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// await returns when ready, which is called with the server locked, says so; or with an error when ctx ends or the server closes.
func (s *Server) await(ctx context.Context, what string, ready func() bool) error {
	for {
		s.mu.Lock()
		ok, changed := ready(), s.changed
		s.mu.Unlock()
		if ok {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("wait for %s: %w", what, context.Cause(ctx))
		case <-s.closed:
			return fmt.Errorf("wait for %s: %w", what, http.ErrServerClosed)
		}
	}
}

func now() int64 { return time.Now().Unix() }

// A method carries out one call. It locks the server itself, unless locked did.
type method struct {
	name string // as the documentation spells it
	run  func(ctx context.Context, c *call) (any, *Error)
}

// locked makes a method of a function that needs no waiting.
func (s *Server) locked(run func(c *call) (any, *Error)) func(context.Context, *call) (any, *Error) {
	return func(_ context.Context, c *call) (any, *Error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		result, err := run(c)
		if err == nil {
			s.wake()
		}
		return result, err
	}
}

// table lists the methods by their names in small letters; the real server does not look at capitals either.
func (s *Server) table() map[string]method {
	all := map[string]method{}
	for name, run := range map[string]func(*call) (any, *Error){
		"getMe": s.getMe, "logOut": s.logOut, "close": s.closeBot,
		"sendMessage": s.sendMessage, "sendDocument": s.sendDocument, "getFile": s.getFile, "sendMessageDraft": s.sendMessageDraft,
		"sendChatAction": s.sendChatAction, "editMessageText": s.editMessageText,
		"editMessageReplyMarkup": s.editMessageReplyMarkup, "deleteMessage": s.deleteMessage, "pinChatMessage": s.pinChatMessage,
		"unpinChatMessage":    s.unpinChatMessage,
		"answerCallbackQuery": s.answerCallbackQuery, "answerInlineQuery": s.answerInlineQuery,
		"setMyCommands": s.setMyCommands, "getMyCommands": s.getMyCommands, "deleteMyCommands": s.deleteMyCommands,
		"setMyName": s.setMyName, "getMyName": s.getMyName, "setMyDescription": s.setMyDescription,
		"getMyDescription": s.getMyDescription, "setMyShortDescription": s.setMyShortDescription,
		"getMyShortDescription": s.getMyShortDescription, "setChatMenuButton": s.setChatMenuButton,
		"getChatMenuButton": s.getChatMenuButton, "getChat": s.getChat, "getChatMember": s.getChatMember,
		"getChatMemberCount": s.getChatMemberCount, "getChatAdministrators": s.getChatAdministrators, "leaveChat": s.leaveChat,
		"setWebhook": s.setWebhook, "deleteWebhook": s.deleteWebhook, "getWebhookInfo": s.getWebhookInfo,
	} {
		all[strings.ToLower(name)] = method{name, s.locked(run)}
	}
	all["getupdates"] = method{"getUpdates", s.getUpdates}
	return all
}
