package knowledge

import (
	"context"
	"time"
)

// A Guide is the message with menus that a place has pinned. A place has one at most.
type Guide struct {
	Place   Place
	Channel string // where it stands: a channel, a thread, a topic
	Message string
	Langs   []string
	Shown   string // a mark of what it shows, to tell whether it must be edited
	At      time.Time
}

// Guides keeps where guides stand.
type Guides interface {
	// SetGuide notes the guide of a place, in the place of the one it had.
	SetGuide(ctx context.Context, g Guide) error
	// Guide returns the guide of a place.
	Guide(ctx context.Context, p Place) (Guide, error)
	// GuidesOf returns the guides of a community's places; of every place for SharedBase.
	GuidesOf(ctx context.Context, c CommunityID) ([]Guide, error)
	// DropGuide forgets the guide of a place.
	DropGuide(ctx context.Context, p Place) error
}
