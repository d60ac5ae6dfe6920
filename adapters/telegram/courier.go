package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strconv"
	"sync/atomic"
	"time"

	"nonmerci/adapters/internal/jsoncut"
)

const (
	maxRequest = 51 << 20 // of ours; Telegram takes files of 50 MB
	maxAnswer  = 16 << 20 // a hundred updates are far below it

	usualAnswer = 64 << 10 // most are shorter
)

// A courier carries requests to the Bot API and reads the answers. It holds each request in memory, so that net/http can repeat one
// that met a dead connection before anything of it left, and tells in the request's exchange what came of it. It implements the
// library's HttpClient.
type courier struct {
	http    *http.Client
	metrics *metrics
	stopped atomic.Bool
}

func newCourier(o Options, m *metrics) *courier {
	return &courier{metrics: m, http: &http.Client{
		Transport: &http.Transport{
			Proxy: o.proxy, DialContext: o.Dial, MaxIdleConns: 64, MaxIdleConnsPerHost: 64,
			IdleConnTimeout: 90 * time.Second, TLSHandshakeTimeout: 10 * time.Second,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// stop ends everything: later calls fail, and no connection stays open.
func (c *courier) stop() {
	c.stopped.Store(true)
	c.http.CloseIdleConnections()
}

// An exchange is one request and what came of it, told through the context because the library has no room for it.
type exchange struct {
	method string
	cut    bool          // the result is not checked: little of it is needed
	room   *bytes.Buffer // to read the answer into, where the result lies then; nil for a new one
	done   bool          // Do was called
	result json.RawMessage
	err    error
}

type exchangeKey struct{}

func withExchange(ctx context.Context, x *exchange) context.Context {
	return context.WithValue(ctx, exchangeKey{}, x)
}

// messageID is the id in the result, or 0; nothing else of a message is needed.
func (x *exchange) messageID() int {
	if id, err := strconv.Atoi(string(jsoncut.Member(x.result, `"message_id"`))); err == nil {
		return id
	}
	var m struct {
		ID int `json:"message_id"`
	}
	if json.Unmarshal(x.result, &m) != nil {
		return 0
	}
	return m.ID
}

// Do sends a request and returns the whole answer.
func (c *courier) Do(req *http.Request) (*http.Response, error) {
	x, _ := req.Context().Value(exchangeKey{}).(*exchange)
	if x == nil {
		x = &exchange{method: "call"}
	}
	x.done = true
	if x.err = c.carry(req, x); x.err != nil {
		return nil, x.err
	}
	body := append(append([]byte(`{"ok":true,"result":`), x.result...), '}')
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(body)), Request: req}, nil
}

func (c *courier) carry(req *http.Request, x *exchange) error {
	if c.stopped.Load() {
		return errStopped
	}
	if err := hold(req); err != nil {
		return fmt.Errorf("write the request of %s: %w", x.method, err)
	}
	var left atomic.Bool
	trace := &httptrace.ClientTrace{
		WroteHeaders: func() { left.Store(true) },
		// net/http repeats a request that found a dead connection; only the last try counts.
		GotConn: func(httptrace.GotConnInfo) { left.Store(false) },
	}
	c.metrics.leaves(req.Context())
	resp, err := c.http.Do(req.WithContext(httptrace.WithClientTrace(req.Context(), trace)))
	if err != nil {
		if e, ok := errors.AsType[*url.Error](err); ok {
			err = e.Err // the address has the token in it
		}
		return &lostError{Method: x.method, Left: left.Load(), Err: err}
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := x.receive(resp)
	if err != nil {
		return &lostError{Method: x.method, Left: true, Err: err}
	}
	return x.read(resp.StatusCode, body)
}

// receive reads an answer, at most maxAnswer of it.
func (x *exchange) receive(resp *http.Response) ([]byte, error) {
	b := x.room
	if b == nil {
		b = new(bytes.Buffer)
	}
	b.Reset()
	b.Grow(int(min(max(resp.ContentLength, 0), usualAnswer)) + bytes.MinRead) // what is longer grows as it comes
	_, err := b.ReadFrom(io.LimitReader(resp.Body, maxAnswer))
	return b.Bytes(), err
}

// hold reads the body of a request into memory.
func hold(req *http.Request) error {
	if req.Body == nil || req.GetBody != nil {
		return nil
	}
	body, err := io.ReadAll(io.LimitReader(req.Body, maxRequest))
	if err != nil {
		return err
	}
	_ = req.Body.Close()
	req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
	req.Body, _ = req.GetBody()
	req.ContentLength = int64(len(body))
	if len(body) == 0 {
		req.Body = http.NoBody
	}
	return nil
}

// read takes an answer apart: {"ok":true,"result":…}, {"ok":false,…}, or something that is not of the Bot API.
func (x *exchange) read(status int, body []byte) error {
	if status == http.StatusOK && (x.cut || json.Valid(body)) && string(jsoncut.Member(body, `"ok"`)) == "true" {
		x.result = jsoncut.Member(body, `"result"`)
		return nil
	}
	var a struct {
		OK          *bool           `json:"ok"`
		Result      json.RawMessage `json:"result"`
		Code        int             `json:"error_code"`
		Description string          `json:"description"`
		Parameters  struct {
			RetryAfter int   `json:"retry_after"`
			MigrateTo  int64 `json:"migrate_to_chat_id"`
		} `json:"parameters"`
	}
	switch err := json.Unmarshal(body, &a); {
	case err != nil && status == http.StatusOK:
		return &lostError{Method: x.method, Left: true, Status: status, Err: errUnreadable, body: body}
	case (err != nil || a.OK == nil) && status >= http.StatusBadRequest && status < http.StatusInternalServerError:
		a.Description = "a page instead of an answer of the Bot API" // a proxy refused: the call was not carried out
	case err != nil || a.OK == nil:
		return &lostError{Method: x.method, Left: true, Status: status, Err: errUnreadable}
	case *a.OK:
		x.result = a.Result
		return nil
	}
	if a.Code == 0 {
		a.Code = status
	}
	return &apiError{x.method, a.Code, a.Description, time.Duration(a.Parameters.RetryAfter) * time.Second, a.Parameters.MigrateTo}
}
