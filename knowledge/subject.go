package knowledge

// Basis is what a source rests on.
type Basis string

// The bases.
const (
	Found  Basis = "found"  // a page that was read
	Memory Basis = "memory" // recalled, to be checked
)

// A Source is a page that entries rest on.
type Source struct {
	ID        string
	Publisher string
	Title     string
	URL       string      // "" when unknown
	Date      PartialDate // "" when unknown
	Basis     Basis
}

// A Subject is what entries are about: a service, or general questions.
type Subject struct {
	Slug    string
	Owner   string              // company, a slug; "" for general questions
	Name    map[string]string   // by language
	Sources map[string][]Source // by language; the ids are the same in each
}
