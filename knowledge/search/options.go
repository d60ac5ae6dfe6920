package search

// Doc is one entry as the engine sees it.
type Doc struct {
	ID        string   // reported in hits as given; not checked to be unique
	Lang      string   // language tag: stems and word frequencies, see text.Stem
	Title     string   // counts as a wording
	Phrasings []string // other wordings of the same question
	Answer    string   // helps a little to rank, never enough to find
}

// Options changes how an index is built. The zero value is the recommended one.
type Options struct {
	// Thresholds sets the zones of confidence; zero means DefaultThresholds.
	Thresholds Thresholds
	// ExactWordings is the number of wordings, titles included, up to which every
	// entry is measured; above it, only the 40 that share the rarest words best.
	// Zero means 1,500, a negative number none.
	ExactWordings int
	// ClassifierEntries is the number of entries up to which a classifier is
	// trained, when they have phrasings and not many more than 8 on average. It
	// takes most of the time of Build. Zero means 600, a negative number none.
	ClassifierEntries int
	// NoSpelling leaves the words of a question as they were typed.
	NoSpelling bool
	// NoBackground ignores the shipped word frequencies.
	NoBackground bool
}

func (o Options) withDefaults() Options {
	if o.Thresholds == (Thresholds{}) {
		o.Thresholds = DefaultThresholds
	}
	if o.ExactWordings == 0 {
		o.ExactWordings = 1500
	}
	if o.ClassifierEntries == 0 {
		o.ClassifierEntries = 600
	}
	return o
}
