package bot

// A Reply is what the bot says back. Adapters render Card when there is one, and Text otherwise; Text is always complete.
type Reply struct {
	Kind       Kind        `json:"kind"`
	Entry      string      `json:"entry,omitempty"`
	Subject    string      `json:"subject,omitempty"`
	Intent     string      `json:"intent,omitempty"`
	Also       []string    `json:"also,omitempty"` // further intents that the entry answers
	Lang       string      `json:"lang"`
	Device     string      `json:"device,omitempty"`
	Confidence float64     `json:"confidence"`
	Text       string      `json:"text"`
	Choices    []Choice    `json:"choices,omitempty"`
	Sources    []SourceRef `json:"sources,omitempty"`
	Verified   string      `json:"verified,omitempty"`   // YYYY-MM-DD
	Rephrased  bool        `json:"rephrased"`            // its words are those of a model, compared with the entry's
	Candidates []Candidate `json:"candidates,omitempty"` // only when explained

	Card    *Card    `json:"-"`
	Actions []Action `json:"-"` // the buttons beside it, in the order that they are shown
	Place   Place    `json:"-"`
	Why     string   `json:"-"` // the reason in words, when explained

	Community bool `json:"-"` // an answer in words of the community of the place: its own entry, or what it put in the place of a shared one
	Revision  int  `json:"-"` // of the entry of an answer, as the store numbers it, or as its file says

	distress bool    // nothing of this turn is kept
	ask      string  // the question of a clarify, without its choices
	tail     []Block // blocks after those of the text
	about    Slot    // what an answer answers; the subject of a general question is « rights »
	origin   origin  // what an answer was made from; zero for other replies
}

// Silent says that there is nothing to say.
func (r Reply) Silent() bool { return r.Text == "" }

// Private says that the reply answers a person in distress: it gets no button, is shown to nobody else on request, and is not counted.
func (r Reply) Private() bool { return r.distress }

// Foreign says that it is an answer from an entry that lacks the reader's language, in the words of the entry.
func (r Reply) Foreign() bool {
	return r.Card != nil && r.origin.entry != nil && !r.Rephrased && r.Card.Lang != r.origin.lang
}

// A Choice is a button: an entry, or a slot still to be completed.
type Choice struct {
	Label   string `json:"label"`
	Entry   string `json:"entry,omitempty"`
	Subject string `json:"subject,omitempty"`
	Intent  string `json:"intent,omitempty"`
}

// A SourceRef is where an answer comes from.
type SourceRef struct {
	Title string `json:"title"`
	URL   string `json:"url,omitempty"`
	Date  string `json:"date,omitempty"`
}

// A Candidate is an entry that was considered, with its score from 0 to 1 and the reason in words.
type Candidate struct {
	Entry string  `json:"entry"`
	Score float64 `json:"score"`
	Why   string  `json:"why"`
}
