package rephrase

import (
	"context"
	"errors"
	"io"
	"math"
	"net/http"

	"github.com/sashabaranov/go-openai"
)

// A server is where the model is. It is safe for concurrent use.
type server struct {
	client  *openai.Client
	profile profile
	model   string
}

// newServer returns a server that is called through d.
func newServer(o Options, p profile, d *doer) *server {
	c := openai.DefaultConfig(o.Key)
	c.BaseURL, c.HTTPClient = o.BaseURL, d
	c.EmptyMessagesLimit = math.MaxInt32 // a slow server says « keep-alive » for as long as it reads: bytes and time bound it
	return &server{client: openai.NewClientWithConfig(c), profile: p, model: o.Model}
}

// stream asks the model, and gives w what it writes as it arrives. The error may quote the server: see classify.
func (s *server) stream(ctx context.Context, e *exchange, r openai.ChatCompletionRequest, w *writing) error {
	stream, err := s.client.CreateChatCompletionStream(ctx, s.profile.streamed(r))
	if err != nil {
		return err // and no stream to close
	}
	defer func() { _ = stream.Close() }() // nothing more is wanted of it
	for {
		raw, err := stream.RecvRaw()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if err := w.event(raw); err != nil {
			return err
		}
	}
	if e.body.ended { // the client takes the end of the connection for the end of the answer
		return fail(Cut)
	}
	return w.ended()
}

// once asks the model for the whole answer at once.
func (s *server) once(ctx context.Context, r openai.ChatCompletionRequest, w *writing) error {
	resp, err := s.client.CreateChatCompletion(ctx, r)
	if err != nil {
		return err
	}
	return w.whole(resp)
}

// used is how many tokens a call has cost: what the server says, where that can be, else an estimate. A call that was refused costs nothing.
func used(e *exchange, w *writing, prompt int) int {
	if e.status != http.StatusOK {
		return 0
	}
	estimate := prompt + tokens(w.bytes)
	if u := w.usage; u != nil && u.TotalTokens > 0 && u.TotalTokens < 20*estimate+1000 {
		return u.TotalTokens
	}
	return estimate
}
