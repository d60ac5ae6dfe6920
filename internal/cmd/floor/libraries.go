package main

import (
	"context"
	"fmt"
	"time"

	"github.com/bwmarrin/discordgo"
	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

func libraryDiscord(ctx context.Context, at place, ready func()) error {
	discordgo.EndpointAPI = at.base + "/api/v" + discordgo.APIVersion + "/"
	discordgo.EndpointGateway = discordgo.EndpointAPI + "gateway"
	discordgo.EndpointChannels = discordgo.EndpointAPI + "channels/"
	s, err := discordgo.New("Bot " + at.token)
	if err != nil {
		return fmt.Errorf("make a session: %w", err)
	}
	s.Client = newHTTP()
	free := newSlots(discordCeiling)
	s.AddHandler(func(s *discordgo.Session, m *discordgo.MessageCreate) {
		if m.Author.Bot {
			return
		}
		free.send(func() error {
			_, err := s.ChannelMessageSendComplex(m.ChannelID, &discordgo.MessageSend{
				Content: text, Reference: m.Reference(), AllowedMentions: &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}},
			})
			return err
		})
	})
	s.AddHandler(func(*discordgo.Session, *discordgo.Ready) { ready() })
	if err := s.Open(); err != nil {
		return fmt.Errorf("open the session: %w", err)
	}
	<-ctx.Done()
	return s.Close()
}

func libraryTelegram(ctx context.Context, at place) error {
	free := newSlots(telegramCeiling)
	answer := func(ctx context.Context, b *tg.Bot, u *models.Update) {
		if u.Message == nil {
			return
		}
		free.send(func() error {
			_, err := b.SendMessage(ctx, &tg.SendMessageParams{
				ChatID: u.Message.Chat.ID, Text: text, ReplyParameters: &models.ReplyParameters{MessageID: u.Message.ID},
			})
			return err
		})
	}
	b, err := tg.New(at.token, tg.WithSkipGetMe(), tg.WithServerURL(at.base), tg.WithDefaultHandler(answer), tg.WithHTTPClient(50*time.Second, newHTTP()))
	if err != nil {
		return fmt.Errorf("make a bot: %w", err)
	}
	b.Start(ctx)
	return nil
}
