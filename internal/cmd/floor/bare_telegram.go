package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// updates are what is read of an answer to getUpdates.
type updates struct {
	Result []struct {
		ID      int64 `json:"update_id"`
		Message *struct {
			ID   int                `json:"message_id"`
			Chat struct{ ID int64 } `json:"chat"`
		} `json:"message"`
	} `json:"result"`
}

func bareTelegram(ctx context.Context, at place) error {
	client, free, next := newHTTP(), newSlots(telegramCeiling), int64(0)
	method := at.base + "/bot" + at.token + "/"
	for ctx.Err() == nil {
		all, err := poll(ctx, client, method, next)
		if err != nil {
			return err
		}
		for _, u := range all.Result {
			next = u.ID + 1
			if u.Message == nil {
				continue
			}
			go free.send(func() error {
				body := fmt.Appendf(nil, `{"chat_id":%d,"text":%q,"reply_parameters":{"message_id":%d}}`, u.Message.Chat.ID, text, u.Message.ID)
				return post(ctx, client, method+"sendMessage", "", body)
			})
		}
	}
	return nil
}

func poll(ctx context.Context, client *http.Client, method string, next int64) (all updates, err error) {
	body := fmt.Appendf(nil, `{"offset":%d,"timeout":50,"allowed_updates":["message"]}`, next)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, method+"getUpdates", bytes.NewReader(body))
	if err != nil {
		return all, err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := client.Do(req)
	if err != nil {
		return all, err
	}
	defer resp.Body.Close() //nolint:errcheck // it has been read
	if err := json.NewDecoder(resp.Body).Decode(&all); err != nil {
		return all, fmt.Errorf("read updates: %w", err)
	}
	return all, nil
}
