package bot

import "nonmerci/knowledge/understand"

// A Bot answers questions from a base of entries. It is safe for concurrent use.
type Bot struct {
	model      *understand.Model
	catalog    Catalog
	thresholds Thresholds
}

// Options are what a Bot needs.
type Options struct {
	Model      *understand.Model
	Catalog    Catalog
	Thresholds Thresholds // zero means DefaultThresholds
}

// New returns a Bot. It touches nothing and starts nothing.
func New(o Options) *Bot {
	if o.Thresholds == (Thresholds{}) {
		o.Thresholds = DefaultThresholds
	}
	return &Bot{model: o.Model, catalog: o.Catalog, thresholds: o.Thresholds}
}
