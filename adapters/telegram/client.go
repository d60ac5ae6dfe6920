package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	tg "github.com/go-telegram/bot"
)

// callTime is how long a call may take, except those that wait for updates.
const callTime = 30 * time.Second

// A client calls the Bot API: the library for what it writes right, call for the rest. It never retries. Its errors are *apiError,
// *lostError, errStopped or of a context. It is safe for concurrent use.
type client struct {
	lib     *tg.Bot
	courier *courier
	base    string // the address up to the method
	files   string // the address up to the path of a file
}

func newClient(o Options, m *metrics) (*client, error) {
	c := &client{base: o.APIURL + "/bot" + o.Token + "/", files: o.APIURL + "/file/bot" + o.Token + "/", courier: newCourier(o, m)}
	quiet := func(error) {} // what the library would log may have a body in it; every error also comes back
	lib, err := tg.New(o.Token, tg.WithSkipGetMe(), tg.WithServerURL(o.APIURL), tg.WithHTTPClient(callTime, c.courier), tg.WithErrorsHandler(quiet))
	if err != nil {
		return nil, fmt.Errorf("build the Bot API client: %w", err)
	}
	c.lib = lib
	return c, nil
}

// call posts a method with parameters as JSON and decodes its result, unless that is nil.
func (c *client) call(ctx context.Context, method string, params, result any) error {
	x, err := c.post(ctx, method, params)
	if err != nil || result == nil {
		return err
	}
	return x.decode(result)
}

func (x *exchange) decode(result any) error {
	if err := json.Unmarshal(x.result, result); err != nil {
		return fmt.Errorf("read the result of %s: %w", x.method, errUnreadable)
	}
	return nil
}

// post posts a method with parameters as JSON and returns what was exchanged, its result as it came.
func (c *client) post(ctx context.Context, method string, params any) (*exchange, error) {
	return c.exchange(ctx, &exchange{method: method}, params)
}

func (c *client) exchange(ctx context.Context, x *exchange, params any) (*exchange, error) {
	method := x.method
	body, err := json.Marshal(params)
	if err != nil {
		return x, fmt.Errorf("write the parameters of %s: %w", method, err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+method, bytes.NewReader(body))
	if err != nil {
		return x, fmt.Errorf("call %s: the address of the Bot API is wrong", method) // err would quote the token
	}
	req.Header.Set("Content-Type", "application/json")
	return x, c.courier.carry(req, x)
}

// within is post within callTime, for what is called most: the library would write a form by a second goroutine, and decode a whole
// message of which the number is needed. Its result is cut out and not checked.
func (c *client) within(ctx context.Context, method string, params any) (*exchange, error) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	return c.exchange(ctx, &exchange{method: method, cut: true}, params)
}

// typed runs a call of the library, and returns what was exchanged rather than what the library made of it: it fails on a result that
// it cannot decode, though the call was carried out.
func typed[P, R any](ctx context.Context, method string, call func(context.Context, P) (R, error), params P) (*exchange, R, error) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	x := &exchange{method: method}
	r, err := call(withExchange(ctx, x), params)
	if !x.done && err != nil {
		return x, r, fmt.Errorf("write the request of %s: %w", method, errUnreadable) // the library did not get as far as sending it
	}
	return x, r, x.err
}

// sendMessage sends and returns the id of the new message.
func (c *client) sendMessage(ctx context.Context, p *tg.SendMessageParams) (int, error) {
	x, err := c.within(ctx, "sendMessage", p)
	return x.messageID(), err
}

func (c *client) editMessageText(ctx context.Context, p *tg.EditMessageTextParams) error {
	_, err := c.within(ctx, "editMessageText", p)
	return err
}

func (c *client) editMarkup(ctx context.Context, p *tg.EditMessageReplyMarkupParams) error {
	_, _, err := typed(ctx, "editMessageReplyMarkup", c.lib.EditMessageReplyMarkup, p)
	return err
}

func (c *client) answerCallback(ctx context.Context, p *tg.AnswerCallbackQueryParams) error {
	_, _, err := typed(ctx, "answerCallbackQuery", c.lib.AnswerCallbackQuery, p)
	return err
}

// getMe asks who we are.
func (c *client) getMe(ctx context.Context) (profile, error) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	var p profile
	err := c.call(ctx, "getMe", struct{}{}, &p)
	return p, err
}
