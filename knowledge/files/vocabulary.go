package files

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

// fieldNames are the sections as knowledge.Change and knowledge.InvalidError name them.
var fieldNames = [...]string{"phrases", "steps", "links", "changes", "keeps", "notes"}

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
