package telegramtest

import (
	"fmt"
	"net/http"
)

// An Error is a refusal as the Bot API writes it.
type Error struct {
	Code        int         `json:"error_code"`
	Description string      `json:"description"`
	Parameters  *Parameters `json:"parameters,omitempty"`
}

// Error is the code and the description.
func (e *Error) Error() string { return fmt.Sprintf("%d %s", e.Code, e.Description) }

// Parameters are what a refusal says to do: https://core.telegram.org/bots/api#responseparameters.
type Parameters struct {
	MigrateToChatID int64 `json:"migrate_to_chat_id,omitempty"`
	RetryAfter      int   `json:"retry_after,omitempty"`
}

// badRequest refuses with 400; the first letter becomes small, as the server does, unless it begins a code.
func badRequest(format string, args ...any) *Error {
	return &Error{Code: http.StatusBadRequest, Description: "Bad Request: " + lowerFirst(fmt.Sprintf(format, args...))}
}

func forbidden(words string) *Error {
	return &Error{Code: http.StatusForbidden, Description: "Forbidden: " + words}
}

func conflict(words string) *Error {
	return &Error{Code: http.StatusConflict, Description: "Conflict: " + words}
}

// TooManyRequests is the refusal for a flood; the bot must wait that many seconds.
func TooManyRequests(seconds int) *Error {
	return &Error{
		Code: http.StatusTooManyRequests, Description: fmt.Sprintf("Too Many Requests: retry after %d", seconds),
		Parameters: &Parameters{RetryAfter: seconds},
	}
}

func lowerFirst(s string) string {
	if len(s) < 2 || s[0] < 'A' || s[0] > 'Z' || s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return string(s[0]+'a'-'A') + s[1:]
}

// says is an error in the server's own words, capital letter and all.
func says(format string, args ...any) error { return fmt.Errorf(format, args...) }
