package telegram

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// errUnreadable is an update that cannot be read; errInactive a chat that the bot was put out of; errStopped a call after the end.
var (
	errUnreadable = errors.New("unreadable")
	errInactive   = errors.New("the chat is closed to the bot")
	errStopped    = errors.New("the adapter has stopped")
)

// An apiError is a refusal of the Bot API. Description has the words of the server, which are about the form of the request.
type apiError struct {
	Method      string
	Code        int
	Description string
	RetryAfter  time.Duration
	MigrateTo   int64
}

// Error is the method, the code and the description, cut short.
func (e *apiError) Error() string {
	return fmt.Sprintf("%s: %d %s", e.Method, e.Code, shorten(validText(e.Description), 200))
}

// A lostError is a call without an answer of the Bot API: a connection that failed, or the page of a proxy. Left says whether the
// request may have reached the server.
type lostError struct {
	Method string
	Left   bool
	Status int // of the page, or 0
	Err    error
	body   []byte // of an answer with status 200 that is no JSON
}

// Error is the method and what failed; never the address, which has the token in it.
func (e *lostError) Error() string {
	if e.Status != 0 {
		return fmt.Sprintf("%s: status %d without an answer of the Bot API", e.Method, e.Status)
	}
	return e.Method + ": " + e.Err.Error()
}

// Unwrap is the cause.
func (e *lostError) Unwrap() error { return e.Err }

// code is the code of a refusal, or 0.
func code(err error) int {
	if e, ok := errors.AsType[*apiError](err); ok {
		return e.Code
	}
	return 0
}

// uncertain says that nobody knows whether a call was carried out: its answer is missing, or the server failed in the middle.
func uncertain(err error) bool { return unanswered(err) || code(err) >= http.StatusInternalServerError }

// unanswered says that a call left and that no answer of the Bot API came: it may still be on its way.
func unanswered(err error) bool {
	e, ok := errors.AsType[*lostError](err)
	return ok && e.Left
}

// refusedFor says that a 400 has these words. The Bot API gives one code to all of them, so its words, which have not changed in
// years, are the only way to tell them apart; their capitals did change.
func refusedFor(err error, words string) bool {
	e, ok := errors.AsType[*apiError](err)
	return ok && e.Code == http.StatusBadRequest && strings.Contains(strings.ToLower(e.Description), words)
}

// The refusals that are acted on.
const (
	badMarkup   = "can't parse entities"
	notModified = "message is not modified"
	noMessage   = "message to edit not found"
	notEditable = "message can't be edited"
	noThread    = "message thread not found"
	queryTooOld = "query is too old"
)

// asAPI is the refusal in an error whose code is known not to be 0.
func asAPI(err error) *apiError {
	e, _ := errors.AsType[*apiError](err)
	return e
}

// webhookActive says that a 409 comes from a webhook, and not from another program that polls; the code is the same.
func webhookActive(err error) bool {
	e, ok := errors.AsType[*apiError](err)
	return ok && strings.Contains(strings.ToLower(e.Description), "webhook")
}
