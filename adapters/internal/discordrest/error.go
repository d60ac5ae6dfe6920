package discordrest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// Codes of refusals that decide what to do next (docs: topics/opcodes-and-status-codes).
const (
	UnknownChannel      = 10003
	UnknownMessage      = 10008
	UnknownWebhook      = 10015
	UnknownInteraction  = 10062
	Acknowledged        = 40060
	TooManyFollowups    = 40094
	MissingAccess       = 50001
	CannotMessage       = 50007
	MissingPermissions  = 50013
	InvalidWebhookToken = 50027
	InvalidForm         = 50035
	ThreadArchived      = 50083
	CannotReply         = 160002
)

// Errors of calls that were not sent.
var (
	ErrBlocked = errors.New("blocked by the machine in front of Discord")
	ErrBudget  = errors.New("too many refusals in ten minutes, calls are held back so that Discord does not ban this address")
)

// An Error is an answer of status 300 or above.
type Error struct {
	Status int
	Code   int    // Discord's; 0 when there is none
	Text   string // Discord's words, cut
	HTML   bool   // not from Discord, but from the machine in front of it
}

// Error gives the status and Discord's words; they tell what was refused, and nothing of what was sent.
func (e *Error) Error() string {
	if e.Code == 0 {
		return strings.TrimSpace(fmt.Sprintf("%d %s", e.Status, e.Text))
	}
	return fmt.Sprintf("%d %s (%d)", e.Status, e.Text, e.Code)
}

// Is says whether err is a refusal with one of these codes.
func Is(err error, codes ...int) bool {
	e, ok := errors.AsType[*Error](err)
	if !ok {
		return false
	}
	for _, c := range codes {
		if e.Code == c {
			return true
		}
	}
	return false
}

// Status is the status of a refusal, and 0 for any other error.
func Status(err error) int {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Status
	}
	return 0
}

const maxErrorText = 100

func refusal(resp *http.Response, raw []byte) *Error {
	e := &Error{Status: resp.StatusCode, HTML: isHTML(resp)}
	var said struct {
		Code    int    `json:"code"`
		Message string `json:"message"`
	}
	if !e.HTML && json.Unmarshal(raw, &said) == nil {
		e.Code, e.Text = said.Code, said.Message
	}
	if r := []rune(e.Text); len(r) > maxErrorText {
		e.Text = string(r[:maxErrorText]) + "…"
	}
	return e
}

func isHTML(resp *http.Response) bool {
	return strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html")
}

// outcome is a call's end as a label of a metric.
func outcome(err error) string {
	e, refused := errors.AsType[*Error](err)
	switch {
	case err == nil:
		return "ok"
	case refused && e.Status == http.StatusTooManyRequests:
		return "limited"
	case refused && e.Status >= 500:
		return "failed"
	case refused:
		return "refused"
	case errors.Is(err, ErrBlocked), errors.Is(err, ErrBudget):
		return "held"
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return "timeout"
	}
	return "failed"
}
