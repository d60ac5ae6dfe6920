package desk

import (
	"fmt"
	"slices"
	"strings"

	"nonmerci/knowledge"
)

// digestIn says whether the digest of a community goes to a channel of a place.
func digestIn(s knowledge.Settings, p Place) bool { return strings.HasPrefix(s.Digest, p.String()+"/") }

// hasDigest says whether a community gets a digest. A place that has left it gets none of its questions any more, whatever the settings say.
func hasDigest(c knowledge.Community) bool {
	return slices.ContainsFunc(c.Places, func(p Place) bool { return digestIn(c.Settings, p) })
}

// endDigest switches the digest of the community off when it goes to the caller's place, which is about to leave it.
func (t *turn) endDigest() error {
	set := t.home.Settings
	if !digestIn(set, t.caller.Place) {
		return nil
	}
	set.Digest = ""
	if err := t.d.store.Configure(t.ctx, t.home.ID, set, t.caller.Who, t.now); err != nil {
		return fmt.Errorf("switch the digest off: %w", err)
	}
	t.home.Settings = set
	return nil
}
