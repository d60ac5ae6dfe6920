package words

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"strings"

	"nonmerci/knowledge/taxonomy"
)

// Load reads a folder of words whole: the lexicon and every question. The first problem is an error.
func Load(fsys fs.FS) (Lexicon, []Question, error) {
	lex, err := ReadLexicon(fsys)
	if err != nil {
		return lex, nil, err
	}
	sub, err := fs.Sub(fsys, "questions")
	if err != nil {
		return lex, nil, err
	}
	voc := Vocabulary{Subjects: lex.Slugs(), Intents: taxonomy.Intents, General: taxonomy.General}
	qs, problems, err := ReadQuestions(sub, voc)
	if err == nil && len(problems) > 0 {
		err = fmt.Errorf("%d problems in the questions, the first: %w", len(problems), problems[0])
	}
	return lex, qs, err
}

// HeldOut says whether an author is kept out of training, to measure with: about one in ten of those who write French or English, by
// a hash of the name, so that nobody chooses whom. The other languages have too few authors to spare one, and the first stock is
// always learnt from.
func HeldOut(lang, author string) bool {
	if lang != "fr" && lang != "en" || strings.HasPrefix(author, "depart-") || author == "first-stock" {
		return false
	}
	sum := sha256.Sum256([]byte(lang + "/" + author))
	return sum[0]%10 == 3
}

// HoldOut splits questions into those to learn from and those kept to measure with.
func HoldOut(qs []Question) (learn, kept []Question) {
	for _, q := range qs {
		if HeldOut(q.Lang, q.Author) {
			kept = append(kept, q)
		} else {
			learn = append(learn, q)
		}
	}
	return learn, kept
}
