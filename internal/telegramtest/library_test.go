package telegramtest

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"nonmerci/internal/memnet"
)

// libraryBot is a bot written with go-telegram, which knows nothing of this package: it answers texts, presses and inline queries.
func libraryBot(ctx context.Context, b *bot.Bot, u *models.Update) {
	switch {
	case u.Message != nil && u.Message.Text != "":
		_, _ = b.SendMessage(ctx, &bot.SendMessageParams{
			ChatID: u.Message.Chat.ID, Text: "<b>" + u.Message.Text + "</b>", ParseMode: models.ParseModeHTML,
			ReplyParameters: &models.ReplyParameters{MessageID: u.Message.ID},
			ReplyMarkup:     &models.InlineKeyboardMarkup{InlineKeyboard: [][]models.InlineKeyboardButton{{{Text: "Utile", CallbackData: "u"}}}},
		})
	case u.CallbackQuery != nil:
		_, _ = b.AnswerCallbackQuery(ctx, &bot.AnswerCallbackQueryParams{CallbackQueryID: u.CallbackQuery.ID, Text: "Merci"})
	case u.InlineQuery != nil:
		_, _ = b.AnswerInlineQuery(ctx, &bot.AnswerInlineQueryParams{
			InlineQueryID: u.InlineQuery.ID, IsPersonal: true, CacheTime: 1,
			Results: []models.InlineQueryResult{&models.InlineQueryResultArticle{
				ID: "r", Title: u.InlineQuery.Query, InputMessageContent: &models.InputTextMessageContent{MessageText: "x"},
			}},
		})
	}
}

// TestWithALibrary: a client that was not written here reads what this server writes, and the other way round.
func TestWithALibrary(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		var network memnet.Network
		l, err := network.Listen("api.telegram.test:80")
		if err != nil {
			t.Fatal(err)
		}
		web := &http.Server{Handler: s, ReadHeaderTimeout: time.Minute}
		go func() { _ = web.Serve(l) }()
		client := network.Client()
		ctx, stop := context.WithCancel(t.Context())
		b, err := bot.New(s.Token(), bot.WithServerURL("http://api.telegram.test"), bot.WithHTTPClient(30*time.Second, client), bot.WithDefaultHandler(libraryBot))
		if err != nil {
			t.Fatal(err)
		}
		done := make(chan struct{})
		go func() { b.Start(ctx); close(done) }()
		talkToLibrary(t, s)
		if _, err := b.SetMyCommands(ctx, &bot.SetMyCommandsParams{Commands: []models.BotCommand{{Command: "aide", Description: "Aide"}}, Scope: &models.BotCommandScopeAllPrivateChats{}, LanguageCode: "fr"}); err != nil {
			t.Error(err)
		}
		if _, err := b.SendMessage(ctx, &bot.SendMessageParams{ChatID: 5, Text: "x"}); err == nil || !strings.Contains(err.Error(), "chat not found") {
			t.Errorf("%v", err)
		}
		if m, err := b.SendDocument(ctx, &bot.SendDocumentParams{ChatID: s.People()[0].ID(), Document: &models.InputFileUpload{Filename: "a.csv", Data: strings.NewReader("a;b")}}); err != nil || m.Document.FileName != "a.csv" {
			t.Errorf("%+v %v", m, err)
		}
		stop()
		<-done
		client.CloseIdleConnections()
		_ = web.Close()
		_ = network.Close()
		if p := s.Problems(); len(p) > 0 {
			t.Errorf("%v", p)
		}
	})
}

func talkToLibrary(t *testing.T, s *Server) {
	t.Helper()
	p := s.NewPerson(User{FirstName: "Zoé", LanguageCode: "fr"})
	m, err := p.Ask("😀 LinkedIn ?").Wait(soon(t))
	if err != nil || m.Text != "😀 LinkedIn ?" || m.Entities[0].Length != 13 || m.ReplyTo == nil {
		t.Fatalf("%+v %v", m, err)
	}
	if a, err := p.Press(m, "Utile").Wait(soon(t)); err != nil || a.Text != "Merci" {
		t.Errorf("%+v %v", a, err)
	}
	if a, err := p.TypeInline("linkedin", "sender", "").Wait(soon(t)); err != nil || len(a.Results) != 1 || !a.Personal {
		t.Errorf("%+v %v", a, err)
	}
	c := s.NewChat(Group, "Salon", p)
	if err := p.AddBot(c); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Command(c, "aide", "").Wait(soon(t)); err != nil {
		t.Error(err)
	}
}
