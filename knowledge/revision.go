package knowledge

import (
	"context"
	"time"
)

// SharedBase is the community of the entries that every community gets.
const SharedBase CommunityID = ""

// Content is what one revision says of an entry, whole. In the shared base it holds an Entry, or under the id of a subject (« linkedin »,
// without a slash) a Subject. In the overlay of a community it holds the community's own entry, or what stands in the place of, above or
// beside the shared entry of the same id. The zero Content says nothing: an overlay that was taken back. Where a text was read, its
// Position, is not kept.
type Content struct {
	Entry   *Entry              `json:"entry,omitempty"`
	Subject *Subject            `json:"subject,omitempty"`
	Hidden  bool                `json:"hidden,omitempty"`  // the shared entry is not shown
	Note    map[string]string   `json:"note,omitempty"`    // shown above the shared entry, by language
	Phrases map[string][]string `json:"phrases,omitempty"` // further ways to ask, by language
	Base    int                 `json:"base,omitempty"`    // the revision of the shared entry that this was written upon; 0 when there is none
}

// Origin is where a revision comes from.
type Origin string

// The origins.
const (
	FromPerson  Origin = "person"  // somebody wrote it
	FromRelease Origin = "release" // it came with the program
	FromImport  Origin = "import"
)

// An Actor is who did something: a person on a platform (« discord:1234 »), « cli » or « release ». It is kept for moderators, who act for
// their community, and never for readers.
type Actor string

// The actors that are no person.
const (
	ByCommandLine Actor = "cli"
	ByRelease     Actor = "release"
	BySomebody    Actor = "somebody" // a person who asked to be forgotten
)

// A Revision is an entry as somebody saved it. It never changes, but for By when that person asks to be forgotten.
type Revision struct {
	Community CommunityID
	Entry     ID
	Number    int // from 1, without a gap
	At        time.Time
	By        Actor
	Origin    Origin
	Summary   string // one line: what was changed
	Content   Content
}

// A Record is where an entry stands in one community.
type Record struct {
	Community CommunityID
	Entry     ID
	Published *Revision // what readers see; nil before it was first published
	Draft     *Revision // a later revision that waits to be published or discarded; nil when there is none
	Seeded    int       // the last revision of FromRelease that was published, or that a person has decided upon; 0 when there is none
	Latest    int       // the number of the latest revision
}

// A Save is a revision to add.
type Save struct {
	Community CommunityID
	Entry     ID
	Expect    int // the number of the latest revision that the writer has seen; 0 for a new entry
	Draft     bool
	By        Actor
	Origin    Origin
	Summary   string
	Content   Content
	At        time.Time
}

// Revisions keeps entries and their history.
type Revisions interface {
	// Records returns every entry of a community, sorted by id.
	Records(ctx context.Context, c CommunityID) ([]Record, error)
	// Record returns one.
	Record(ctx context.Context, c CommunityID, id ID) (Record, error)
	// History returns revisions, the latest first, at most limit of them, and only those numbered below before unless it is 0.
	History(ctx context.Context, c CommunityID, id ID, before, limit int) ([]Revision, error)
	// Revision returns one revision.
	Revision(ctx context.Context, c CommunityID, id ID, number int) (Revision, error)

	// Save adds a revision. Unless it is a draft it is published, and a draft that waited is no longer one. *StaleError when Expect is not
	// the latest number.
	Save(ctx context.Context, s Save) (Revision, error)
	// SaveAll adds several revisions, all or none.
	SaveAll(ctx context.Context, all []Save) ([]Revision, error)
	// Seed adds the revisions of a release, all or none, as SaveAll does, and notes its edition. ErrOld, and nothing is added, when the edition
	// noted is a later one. Edition 0 is that of no release: it is never too old, and is not noted.
	Seed(ctx context.Context, edition int64, all []Save) error
	// Edition returns the edition that was noted last, 0 when none was.
	Edition(ctx context.Context) (int64, error)
	// Publish makes the draft numbered number what readers see. *StaleError when it is not the draft any more.
	Publish(ctx context.Context, c CommunityID, id ID, number int, by Actor, at time.Time) error
	// Discard drops the draft numbered number; its text stays in the history. When it came FromRelease, the person has decided upon it, and
	// Seeded becomes number. *StaleError when it is not the draft any more.
	Discard(ctx context.Context, c CommunityID, id ID, number int, by Actor, at time.Time) error
}
