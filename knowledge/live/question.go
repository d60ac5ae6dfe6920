package live

import "nonmerci/knowledge/text"

// A Question is what somebody asked, with its words, which are found once for all books. It is immutable.
type Question struct {
	text  string
	words []string // folded
}

// NewQuestion finds the words of a question.
func NewQuestion(question string) Question {
	return Question{question, text.AppendWords(make([]string, 0, 2+len(question)/5), text.Fold(question))}
}
