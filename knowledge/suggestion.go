package knowledge

import (
	"context"
	"time"
)

// A Suggestion is what a member proposes. By is needed to tell them the decision, and is removed once they have been told.
type Suggestion struct {
	ID        int64 // never given again
	Community CommunityID
	Entry     ID // "" for a new entry
	Lang      string
	Text      string
	By        Actor
	At        time.Time
	State     SuggestionState
	Reply     string // what the member is told with the decision
	Told      bool
}

// SuggestionState is where a suggestion stands.
type SuggestionState string

// The states.
const (
	SuggestionOpen     SuggestionState = "open"
	SuggestionAccepted SuggestionState = "accepted"
	SuggestionDeclined SuggestionState = "declined"
)

// Suggestions keeps what members propose.
type Suggestions interface {
	// Suggest adds one, open.
	Suggest(ctx context.Context, s Suggestion) (Suggestion, error)
	// Suggestion returns one.
	Suggestion(ctx context.Context, c CommunityID, id int64) (Suggestion, error)
	// Suggestions returns those in a state, the oldest first, at most limit.
	Suggestions(ctx context.Context, c CommunityID, s SuggestionState, limit int) ([]Suggestion, error)
	// Decide accepts or declines an open one. ErrNotFound when it is not open any more.
	Decide(ctx context.Context, c CommunityID, id int64, s SuggestionState, reply string, by Actor, at time.Time) error
	// Untold returns decided ones whose member has not been told, the oldest first, at most limit.
	Untold(ctx context.Context, limit int) ([]Suggestion, error)
	// MarkTold notes that the member was told, or cannot be, and removes By.
	MarkTold(ctx context.Context, c CommunityID, id int64) error
}
