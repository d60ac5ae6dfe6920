package live

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"

	"nonmerci/knowledge"
)

// newOverlay makes the overlay of a community from what it has published, upon a snapshot of the shared base; nil when the community has
// chosen nothing either. The records become its own.
func newOverlay(c knowledge.Community, all []knowledge.Record, shared *snapshot) *Overlay {
	o := &Overlay{
		Community: c.ID, Settings: c.Settings, Phrasebook: Phrasebook{rare: shared.rare()},
		byKey: map[string]*Own{}, adapted: map[knowledge.ID]*Adaptation{}, subjects: map[string]bool{},
	}
	for _, r := range all {
		if r.Published == nil {
			continue
		}
		if isOwn(r.Entry) {
			o.addOwn(r)
		} else {
			o.adapt(r, shared)
		}
	}
	o.read(o.asDocs(shared))
	if o.Empty() && unset(c.Settings) {
		return nil
	}
	return o
}

// isOwn says whether an id is that of a community's own entry: shared ones have a subject.
func isOwn(id knowledge.ID) bool {
	return !strings.Contains(string(id), "/") || id.Subject() == Local
}

func (o *Overlay) addOwn(r knowledge.Record) {
	c := r.Published.Content
	if c.Entry == nil || c.Hidden || !shown(c.Entry) || len(c.Entry.Text) == 0 {
		return
	}
	own := &Own{ID: r.Entry, Key: keyOf(r.Entry), Entry: published(r.Published, r.Entry), Edited: r.Published.At}
	if o.byKey[own.Key] != nil {
		return // two ids that differ by « local/ » alone
	}
	o.byKey[own.Key] = own
	o.own = append(o.own, own)
}

// keyOf is an id without « local/ »; of one that is too long, its beginning and a hash of the whole.
func keyOf(id knowledge.ID) string {
	key := strings.TrimPrefix(string(id), Local+"/")
	if len(key) <= MaxKey {
		return key
	}
	sum := sha256.Sum256([]byte(key))
	hash := strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))
	return strings.TrimRight(key[:MaxKey-1-len(hash)], "-") + "-" + hash
}

func (o *Overlay) adapt(r knowledge.Record, shared *snapshot) {
	c := r.Published.Content
	a := &Adaptation{ID: r.Entry, Hidden: c.Hidden, Note: c.Note, Phrases: c.Phrases, Revision: r.Published.Number, Edited: r.Published.At}
	if c.Entry != nil && shown(c.Entry) && len(c.Entry.Text) > 0 {
		a.Entry, a.Stale = published(r.Published, r.Entry), shared.numbers[r.Entry] > c.Base
	}
	if !a.Hidden && a.Entry == nil && len(a.Note)+len(a.Phrases) == 0 {
		return
	}
	o.adapted[r.Entry] = a
	o.subjects[r.Entry.Subject()] = true
}

func unset(s knowledge.Settings) bool {
	return s.Lang == "" && len(s.Roles) == 0 && !s.TwoPersons && !s.KeepGaps && !s.Suggest && s.Digest == "" && !s.Rephrase && !s.AskModel
}
