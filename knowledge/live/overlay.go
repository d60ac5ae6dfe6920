package live

import (
	"slices"
	"strings"
	"time"

	"nonmerci/knowledge"
)

// An Overlay is what one community makes of the shared base: entries of its own, and what stands in the place of, above or beside shared
// ones. It is immutable and safe for concurrent use.
type Overlay struct {
	Community knowledge.CommunityID
	Settings  knowledge.Settings

	Phrasebook // own entries, and shared ones with the wordings that are theirs here alone

	own      []*Own
	byKey    map[string]*Own
	adapted  map[knowledge.ID]*Adaptation
	subjects map[string]bool // of what is adapted
}

// Local is what stands in the place of a subject for a community's own entries.
const Local = "local"

// MaxKey is how long the key of an own entry is at most, in bytes.
const MaxKey = 24

// An Own entry is a community's alone.
type Own struct {
	ID     knowledge.ID // as the store has it: « wifi », « local/wifi »
	Key    string       // what it is called in presses and replies, after « local/ »: its id, made short when it is longer than MaxKey
	Entry  *knowledge.Entry
	Edited time.Time // when it was last published
}

// An Adaptation is what a community makes of one shared entry.
type Adaptation struct {
	ID       knowledge.ID
	Hidden   bool                // the entry is not shown here
	Entry    *knowledge.Entry    // what stands in its place; nil when the shared text stands
	Stale    bool                // the shared entry has changed since Entry was written
	Note     map[string]string   // above it, by language; inline Markdown
	Phrases  map[string][]string // further ways to ask, by language
	Revision int
	Edited   time.Time // when it was last published
}

// Empty says that the community adds nothing: it has made settings only.
func (o *Overlay) Empty() bool { return o == nil || len(o.own)+len(o.adapted) == 0 }

// Own returns the community's own entries, sorted by id. It must not be changed.
func (o *Overlay) Own() []*Own { return o.own }

// Find returns an own entry by its key, nil when there is none.
func (o *Overlay) Find(key string) *Own { return o.byKey[key] }

// On returns what the community makes of a shared entry, nil for nothing.
func (o *Overlay) On(id knowledge.ID) *Adaptation { return o.adapted[id] }

// Adapted returns the shared entries that the community makes something of, sorted by id.
func (o *Overlay) Adapted() []*Adaptation {
	out := make([]*Adaptation, 0, len(o.adapted))
	for _, a := range o.adapted {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b *Adaptation) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return out
}

// Adapts says whether the community makes something of any entry of a subject.
func (o *Overlay) Adapts(subject string) bool { return o.subjects[subject] }

// concerns says whether something is made of any of these entries. A nil Overlay makes nothing of any.
func (o *Overlay) concerns(ids []knowledge.ID) bool {
	return o != nil && slices.ContainsFunc(ids, func(id knowledge.ID) bool { return o.adapted[id] != nil })
}
