package desk

// quoted puts a text between the quotation marks of the language.
func (w *words) quoted(s string) string {
	if w.Code == "fr" {
		return "«\u00a0" + s + "\u00a0»"
	}
	return "“" + s + "”"
}
