package bulk

import (
	"nonmerci/knowledge"
	"nonmerci/knowledge/transfer"
)

// Waiting adds to a plan for the shared base the drafts that wait above it.
func (i *Import) Waiting(s *State, p *Plan, drafts *transfer.Community) {
	v := NewVetting(s.Base, knowledge.SharedBase, i.Lang)
	for _, w := range drafts.Entries {
		r := s.Records[w.ID]
		if _, differs := changed(r.Draft, w.Draft); !differs || w.Draft.Entry == nil {
			continue
		}
		latest := r.Latest
		for _, s := range p.Saves {
			if s.Entry == w.ID {
				latest++
			}
		}
		it := transfer.Item{ID: w.ID, Action: transfer.Changed, Changes: []knowledge.Change{{Field: "draft", New: firstTitle(w.Draft.Entry)}}}
		refused, _ := v.Entry(w.Draft.Entry, p.Result.Subjects[w.ID.Subject()])
		it.Refuse(refused...)
		switch {
		case r.Draft != nil:
			it.Refuse(waits(w, r))
		case latest == 0:
			it.Refuse(ProblemAt(w, "a draft of an entry that is nowhere", "leave it out"))
		}
		as := i.save(knowledge.SharedBase)
		as.Draft, as.Entry, as.Expect, as.Summary, as.Content = true, w.ID, latest, i.summary(nil), Numbered(*w.Draft, latest+1)
		p.Saves, p.Items = append(p.Saves, as), append(p.Items, it)
	}
}

// firstTitle is the title of an entry in the first language that it has, those of the files first.
func firstTitle(e *knowledge.Entry) string {
	for _, lang := range spoken(e) {
		return e.Text[lang].Title
	}
	return ""
}
