package rephrase

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"

	"github.com/sashabaranov/go-openai"
)

// classify returns the Failure of an error of a call, and drops what the error says: it may quote what the server wrote. ctx is that of the call.
func classify(ctx context.Context, err error) error {
	var f *Failure
	var refused *openai.APIError
	var other *openai.RequestError
	var timeout net.Error
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &f):
		return f
	case errors.Is(context.Cause(ctx), errClosing):
		return fail(Closed)
	case errors.Is(err, errIdle), errors.Is(err, context.DeadlineExceeded), errors.Is(ctx.Err(), context.DeadlineExceeded):
		return fail(Slow)
	case errors.As(err, &refused) && refused.HTTPStatusCode == 0:
		return fail(Fault) // told in the middle of a stream
	case errors.Is(err, openai.ErrChatCompletionInvalidModel):
		return fail(Missing) // the client knows it for one that does not chat
	case errors.As(err, &other):
		return fail(ofStatus(other.HTTPStatusCode))
	case errors.As(err, &refused):
		return fail(ofStatus(refused.HTTPStatusCode))
	case errors.As(err, &syntax), errors.As(err, &kind), errors.Is(err, errWhole):
		return fail(Garbled)
	case errors.As(err, &timeout) && timeout.Timeout():
		return fail(Slow)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fail(Cut)
	}
	return fail(Unreachable)
}

// errClosing is the cause of calls that end because the program does.
var errClosing = errors.New("closing")

// ofStatus is the class of a refusal.
func ofStatus(status int) Class {
	switch status {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusPaymentRequired:
		return Key
	case http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusGone:
		return Missing
	case http.StatusTooManyRequests:
		return Limited
	case http.StatusServiceUnavailable, 529: // 529: overloaded, of some servers
		return Loading
	case http.StatusRequestTimeout, http.StatusGatewayTimeout:
		return Slow
	}
	if status >= http.StatusInternalServerError {
		return Fault
	}
	return Rejected
}

// noStream says whether a server refused a request because it cannot stream: it has to be asked for the whole answer at once.
func noStream(err error) bool {
	if errors.Is(err, errWhole) {
		return true
	}
	var refused *openai.APIError
	var other *openai.RequestError
	status, text := 0, ""
	switch {
	case errors.As(err, &other):
		status, text = other.HTTPStatusCode, string(other.Body)
	case errors.As(err, &refused):
		status, text = refused.HTTPStatusCode, refused.Message
		if refused.Param != nil {
			text += " " + *refused.Param
		}
	}
	switch status {
	case http.StatusBadRequest, http.StatusUnprocessableEntity, http.StatusNotImplemented, http.StatusNotAcceptable:
		text = strings.ToLower(text)
		return strings.Contains(text, "stream") && !strings.Contains(text, "stream_options")
	}
	return false
}
