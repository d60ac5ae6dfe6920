package knowledge

import (
	"context"
	"time"
)

// A Gap is a question that nobody could answer yet, without personal data, and how often it was asked.
type Gap struct {
	ID        int64 // never given again
	Community CommunityID
	Lang      string
	Key       string // equal for questions that are alike; one gap of a community has it
	Text      string // as it was first asked, scrubbed
	Count     int
	First     time.Time
	Last      time.Time
	State     GapState
	Entry     ID // what it was linked to, or what was written for it
}

// GapState is where a gap stands.
type GapState string

// The states. A gap that was dismissed stays, so that it does not come back.
const (
	GapOpen      GapState = "open"
	GapLinked    GapState = "linked"
	GapDismissed GapState = "dismissed"
)

// Gaps keeps unanswered questions, for those communities that want it.
type Gaps interface {
	// AddGap counts one more question: it joins the gap of the same community and Key, or makes one of g's Lang, Key, Text and First.
	// The state stays; Last becomes First of g.
	AddGap(ctx context.Context, g Gap) (Gap, error)
	// Gaps returns those in a state, the most asked first, at most limit.
	Gaps(ctx context.Context, c CommunityID, s GapState, limit int) ([]Gap, error)
	// Gap returns one.
	Gap(ctx context.Context, c CommunityID, id int64) (Gap, error)
	// SettleGap moves a gap to a state.
	SettleGap(ctx context.Context, c CommunityID, id int64, s GapState, entry ID, by Actor, at time.Time) error
	// DropGaps removes those last asked before a time, in every community, and returns how many there were.
	DropGaps(ctx context.Context, before time.Time) (int, error)
}
