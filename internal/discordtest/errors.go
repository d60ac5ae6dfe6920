package discordtest

import (
	"fmt"
	"strconv"
	"strings"
)

// An apiError is a refusal: the HTTP status, Discord's code, its words, and for forms what is wrong where.
type apiError struct {
	status  int
	code    int
	message string
	errors  object
}

func (e apiError) Error() string { return fmt.Sprintf("%d %s (%d)", e.status, e.message, e.code) }

func (e apiError) body() object {
	o := object{"message": e.message, "code": e.code}
	if len(e.errors) > 0 {
		o["errors"] = e.errors
	}
	return o
}

// refused makes an apiError; the functions below name those that Discord documents (docs: topics/opcodes-and-status-codes).
func refused(status, code int, message string) apiError {
	return apiError{status: status, code: code, message: message}
}

var (
	errUnauthorized        = refused(401, 0, "401: Unauthorized")
	errNotFound            = refused(404, 0, "404: Not Found")
	errMethodNotAllowed    = refused(405, 0, "405: Method Not Allowed")
	errUnknownChannel      = refused(404, 10003, "Unknown Channel")
	errUnknownGuild        = refused(404, 10004, "Unknown Guild")
	errUnknownMember       = refused(404, 10007, "Unknown Member")
	errUnknownMessage      = refused(404, 10008, "Unknown Message")
	errUnknownUser         = refused(404, 10013, "Unknown User")
	errUnknownWebhook      = refused(404, 10015, "Unknown Webhook")
	errUnknownInteraction  = refused(404, 10062, "Unknown interaction")
	errUnknownCommand      = refused(404, 10063, "Unknown application command")
	errTooManyPins         = refused(400, 30003, "Maximum number of pins reached (250)")
	errTooManyCreates      = refused(400, 30034, "Max number of daily application command creates has been reached (200)")
	errAcknowledged        = refused(400, 40060, "Interaction has already been acknowledged.")
	errTooManyFollowups    = refused(400, 40094, "This interaction has reached the maximum number of follow-up messages")
	errMissingAccess       = refused(403, 50001, "Missing Access")
	errNotYours            = refused(403, 50005, "Cannot edit a message authored by another user")
	errEmptyMessage        = refused(400, 50006, "Cannot send an empty message")
	errCannotMessage       = refused(403, 50007, "Cannot send messages to this user")
	errForum               = refused(400, 50008, "Cannot send messages in a non-text channel")
	errMissingPermissions  = refused(403, 50013, "Missing Permissions")
	errInvalidWebhookToken = refused(401, 50027, "Invalid Webhook Token")
	errArchived            = refused(400, 50083, "Thread is archived")
	errInvalidJSON         = refused(400, 50109, "The request body contains invalid JSON.")
	errCannotReply         = refused(403, 160002, "Cannot reply without permission to read message history")
)

// formErrors collects what is wrong with a form, by path: « embeds.0.title ». The zero value is a form without faults.
type formErrors struct{ root object }

// add notes one fault at a path.
func (f *formErrors) add(path, code, message string) {
	if f.root == nil {
		f.root = object{}
	}
	at := f.root
	for part := range strings.SplitSeq(path, ".") {
		next, ok := at[part].(object)
		if !ok {
			next = object{}
			at[part] = next
		}
		at = next
	}
	list, _ := at["_errors"].([]object)
	at["_errors"] = append(list, object{"code": code, "message": message})
}

// max notes a text or a list that is too long; the number is the limit.
func (f *formErrors) max(path string, limit int) {
	f.add(path, "BASE_TYPE_MAX_LENGTH", "Must be "+strconv.Itoa(limit)+" or fewer in length.")
}

// length notes a text or a list whose length is out of bounds.
func (f *formErrors) length(path string, least, most int) {
	f.add(path, "BASE_TYPE_BAD_LENGTH", fmt.Sprintf("Must be between %d and %d in length.", least, most))
}

// required notes a missing field.
func (f *formErrors) required(path string) {
	f.add(path, "BASE_TYPE_REQUIRED", "This field is required")
}

// choices notes a value that is not among those allowed.
func (f *formErrors) choices(path, allowed string) {
	f.add(path, "BASE_TYPE_CHOICES", "Value must be one of "+allowed+".")
}

// err is nil for a form without faults, and otherwise 50035.
func (f *formErrors) err() error {
	if f.root == nil {
		return nil
	}
	return apiError{400, 50035, "Invalid Form Body", f.root}
}
