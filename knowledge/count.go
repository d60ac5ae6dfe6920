package knowledge

import "context"

// A Count is how often something happened on one day: « answer », « unknown », « useful ». Entry and Revision are "" and 0 where they say
// nothing.
type Count struct {
	Community CommunityID
	Day       Date
	Name      string
	Entry     ID
	Revision  int
	N         int
}

// Counters counts, and knows nobody.
type Counters interface {
	// Add adds N to each counter; Day is part of its key. Counters of a community that is not there are left out.
	Add(ctx context.Context, counts []Count) error
	// Counts returns the sums of a community from a day on, one for each name, entry and revision, with Day zero; sorted by name, entry, revision.
	Counts(ctx context.Context, c CommunityID, from Date) ([]Count, error)
	// DropCounts removes counters of days before one, in every community, and returns how many there were.
	DropCounts(ctx context.Context, before Date) (int, error)
}
