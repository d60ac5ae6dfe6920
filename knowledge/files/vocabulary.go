package files

import "nonmerci/knowledge"

// section is a part of an entry, in the order in which they stand.
type section int

const (
	secPhrases section = iota
	secSteps
	secLinks
	secChanges
	secKeeps
	secNotes
)

// headings are the titles of the sections, by language.
var headings = map[string][]string{
	"fr": {"Autrement dit", "Étapes", "Liens", "Ce que cela change", "Ce que cela ne change pas", "À savoir"},
	"en": {"In other words", "Steps", "Links", "What it changes", "What it does not change", "Good to know"},
}

// deviceHeadings are the titles of the devices, in the order of knowledge.Devices, by language.
var deviceHeadings = map[string][]string{
	"fr": {"Tous les appareils", "Web", "iPhone et iPad", "Android"},
	"en": {"Any device", "Web", "iPhone and iPad", "Android"},
}

// Languages are those a base can be written in.
var Languages = []string{"fr", "en"}

// MaxShort is how long a short answer may be, in characters.
const MaxShort = 300

// front is the front matter of a file.
type front struct {
	Subject string        `yaml:"subject"`
	Lang    string        `yaml:"lang"`
	Name    string        `yaml:"name"`
	Owner   string        `yaml:"owner"`
	Sources []frontSource `yaml:"sources"`
}

type frontSource struct {
	ID        string `yaml:"id"`
	Publisher string `yaml:"publisher"`
	Title     string `yaml:"title"`
	URL       string `yaml:"url"`
	Date      string `yaml:"date"`
	Basis     string `yaml:"basis"`
}

// meta is the block under the title of an entry.
type meta struct {
	Also       []string `yaml:"also"`
	Kind       string   `yaml:"kind"`
	Difficulty string   `yaml:"difficulty"`
	Regions    []string `yaml:"regions"`
	Plans      []string `yaml:"plans"`
	Ages       string   `yaml:"ages"`
	Sources    []string `yaml:"sources"`
	Verified   string   `yaml:"verified"`
	Review     string   `yaml:"review"`
	Status     string   `yaml:"status"`
	Revision   int      `yaml:"revision"`
	Author     string   `yaml:"author"`
}

func (s frontSource) source() knowledge.Source {
	return knowledge.Source{
		ID: s.ID, Publisher: s.Publisher, Title: s.Title, URL: s.URL, Date: knowledge.PartialDate(s.Date), Basis: knowledge.Basis(s.Basis),
	}
}
