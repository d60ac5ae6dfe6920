package telegram

import (
	"bytes"
	"context"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"nonmerci/bot/desk"
)

// The calls that only the desk makes.

func (c *client) getChatMember(ctx context.Context, chat, who int64) (m member, err error) {
	err = c.call(ctx, "getChatMember", map[string]any{"chat_id": chat, "user_id": who}, &m)
	return m, err
}

// administrator looks for somebody among the administrators of a group; the zero member is nobody of them.
func (c *client) administrator(ctx context.Context, chat, who int64) (member, error) {
	var all []member
	if err := c.call(ctx, "getChatAdministrators", map[string]any{"chat_id": chat}, &all); err != nil {
		return member{}, err
	}
	for _, m := range all {
		if m.User.ID == who {
			return m, nil
		}
	}
	return member{}, nil
}

// pin pins a message without telling anybody; one that is pinned already stays so.
func (c *client) pin(ctx context.Context, chat int64, id int) error {
	err := c.call(ctx, "pinChatMessage", map[string]any{"chat_id": chat, "message_id": id, "disable_notification": true}, nil)
	if refusedFor(err, notChanged) {
		return nil
	}
	return err
}

func (c *client) unpin(ctx context.Context, chat int64, id int) error {
	return c.call(ctx, "unpinChatMessage", map[string]any{"chat_id": chat, "message_id": id}, nil)
}

func (c *client) remove(ctx context.Context, chat int64, id int) error {
	return c.call(ctx, "deleteMessage", map[string]any{"chat_id": chat, "message_id": id}, nil)
}

// notChanged is what Telegram says of a message that is pinned already.
const notChanged = "chat_not_modified"

// sendDocument sends a file and returns the id of its message.
func (c *client) sendDocument(ctx context.Context, chat int64, f desk.File) (int, error) {
	x, _, err := typed(ctx, "sendDocument", c.lib.SendDocument, &tg.SendDocumentParams{
		ChatID: chat, Document: &models.InputFileUpload{Filename: f.Name, Data: bytes.NewReader(f.Data)},
	})
	return x.messageID(), err
}
