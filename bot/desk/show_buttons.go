package desk

// showButtons are what can be done with an entry.
func (t *turn) showButtons(v *view, lang string) []Button {
	w, code := t.w, Code(v.id)
	b := func(label, verb string, args ...string) Button {
		return Button{Label: label, Act: t.to(verb, append([]string{code}, args...)...)}
	}
	var out []Button
	if v.rec.Draft != nil {
		d := b(w.SeeDraft, "draft")
		d.Style = Primary
		out = append(out, d)
	}
	edit := b(fill(w.EditIn, "lang", w.langName(lang)), "edit", lang)
	if v.rec.Draft == nil {
		edit.Style = Primary
	}
	out = append(out, edit, b(w.OtherLang, "lang"), b(w.MoreFields, "parts", lang))
	out = append(out, b(w.AddPhrase, "phrase", lang))
	if !t.base && !v.own() {
		out = append(out, t.overlayButtons(v, lang, b)...)
	}
	out = append(out, b(w.Preview, "preview", lang), b(w.History, "history"))
	if v.own() && v.published().Entry != nil {
		if v.state() == archived {
			out = append(out, b(w.Unarchive, "unarchive"))
		} else {
			out = append(out, b(w.Archive, "archive"))
		}
	}
	return append(out, t.homeButton())
}

func (t *turn) overlayButtons(v *view, lang string, b func(label, verb string, args ...string) Button) []Button {
	w, c := t.w, v.content()
	out := []Button{b(w.NoteButton, "note", lang)}
	if len(c.Phrases[lang]) > 0 {
		out = append(out, b(w.EditPhrases, "phrases", lang))
	}
	if c.Hidden {
		out = append(out, b(w.Unhide, "unhide"))
	} else {
		out = append(out, b(w.Hide, "hide"))
	}
	if c.Entry != nil {
		out = append(out, b(w.CompareShared, "changed"), b(w.TakeBack, "unoverride"))
	}
	return out
}
