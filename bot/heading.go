package bot

import "nonmerci/knowledge"

// Heading is what stands above lines of this kind in an answer in lang, as readers see it: « Sur Android », « Ce que cela ne change pas ». It is
// "" for the short answer, which has none.
func (l Line) Heading(lang string) string {
	ph := speak(lang)
	switch l.Kind {
	case LineStep:
		if w := ph.devices[string(l.Device)]; w != "" && l.Device != knowledge.AnyDevice {
			return w
		}
		return ph.steps
	case LineChange:
		return ph.changes
	case LineKeep:
		return ph.keeps
	case LineNote:
		return ph.notes
	case LineLink:
		return ph.links
	}
	return ""
}
