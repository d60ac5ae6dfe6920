package desk

// A state is where an entry stands in its scope.
type state int

const (
	shownAsShared state = iota // the community says nothing of it
	published                  // the scope's own text is what readers see
	draftOnly                  // never published
	archived
	hidden
	gone // a draft that was discarded, an entry that was taken back
)
