package rephrase

import (
	"bytes"
	"encoding/json"

	"github.com/sashabaranov/go-openai"
)

// A chunk is one event of a stream, with the error that some servers put into one without the spacing that the client looks for.
type chunk struct {
	openai.ChatCompletionStreamResponse
	Error  json.RawMessage `json:"error"`
	Object string          `json:"object"`
}

// A writing collects what a model writes, and what the server says of it, in a stream or at once.
type writing struct {
	sink   func(string) error
	bytes  int    // written so far
	finish string // why it ended, "" while it goes on
	usage  *openai.Usage
}

// event reads one event of a stream.
func (w *writing) event(raw []byte) error {
	var c chunk
	if err := json.Unmarshal(raw, &c); err != nil {
		return fail(Garbled)
	}
	if failed(c.Error) || c.Object == "error" {
		return fail(Fault)
	}
	if c.Usage != nil {
		w.usage = c.Usage
	}
	for _, choice := range c.Choices {
		d := choice.Delta
		err := w.piece(choice.Index, d.Content, d.Refusal, d.FunctionCall != nil || len(d.ToolCalls) > 0, string(choice.FinishReason))
		if err != nil {
			return err
		}
	}
	return nil
}

// whole reads an answer that came at once.
func (w *writing) whole(r openai.ChatCompletionResponse) error {
	if r.Usage.TotalTokens != 0 {
		w.usage = &r.Usage
	}
	if len(r.Choices) == 0 {
		return fail(Garbled) // also what an error inside looks like
	}
	for _, choice := range r.Choices {
		m := choice.Message
		if len(m.MultiContent) > 0 {
			return fail(Garbled)
		}
		if err := w.piece(choice.Index, m.Content, m.Refusal, m.FunctionCall != nil || len(m.ToolCalls) > 0, string(choice.FinishReason)); err != nil {
			return err
		}
	}
	return w.ended()
}

// piece takes what one choice says.
func (w *writing) piece(index int, content, refusal string, tool bool, finish string) error {
	switch {
	case index != 0:
		return fail(Garbled)
	case refusal != "" || finish == string(openai.FinishReasonContentFilter):
		return fail(Denied)
	case tool || finish == string(openai.FinishReasonToolCalls) || finish == string(openai.FinishReasonFunctionCall):
		return fail(Tool)
	case w.finish != "" && content != "":
		return fail(Garbled)
	}
	w.bytes += len(content)
	if content != "" {
		if err := w.sink(content); err != nil {
			return err
		}
	}
	if finish != "" && finish != string(openai.FinishReasonNull) {
		w.finish = finish
	}
	return nil
}

// ended says whether the answer has a proper end.
func (w *writing) ended() error {
	if w.finish != string(openai.FinishReasonStop) {
		return fail(Cut)
	}
	return nil
}

// failed says whether an error is told.
func failed(raw json.RawMessage) bool {
	raw = bytes.TrimSpace(raw)
	return len(raw) > 0 && !bytes.Equal(raw, []byte("null"))
}
