package understand

// A Mention is a name of a subject found in a question.
type Mention struct {
	Subject    string
	Start, End int  // tokens
	Weak       bool // an everyday word that may mean the subject
	Negated    bool // « pas linkedin »: the reader sets it aside
}

// longestName bounds the words of a name.
const longestName = 6

// findMentions marks the longest names first from left to right; tokens inside one are masked.
func (l *lexicon) findMentions(a *Analysis) {
	for i := 0; i < len(a.Tokens); {
		n, found := l.nameAt(a.Tokens, i)
		if n == 0 {
			i++
			continue
		}
		if found.Subject == unlisted {
			a.Unlisted = joinTokens(a.Tokens[i : i+n])
		}
		found.Start, found.End = i, i+n
		found.Negated = negatedBefore(a.Tokens, i)
		for j := i; j < i+n; j++ {
			a.Tokens[j].Mention = len(a.Mentions)
		}
		a.Mentions = append(a.Mentions, found)
		i += n
	}
}

// nameAt returns the longest name that begins at token i, and how many tokens it takes.
func (l *lexicon) nameAt(tokens []Token, i int) (int, Mention) {
	if !l.nameStart[tokens[i].Text] {
		return l.joinedName(tokens, i)
	}
	var buf [96]byte
	key := buf[:0]
	best, found := 0, Mention{}
	for n := 1; n <= longestName && i+n <= len(tokens); n++ {
		if n > 1 {
			key = append(key, ' ')
		}
		key = append(key, tokens[i+n-1].Text...)
		if e, ok := l.names[string(key)]; ok {
			best, found = n, Mention{Subject: e.subject, Weak: e.weak}
		}
	}
	if best == 0 {
		return l.joinedName(tokens, i)
	}
	return best, found
}

// joinedName finds a name written in two pieces (« face book ») when the pieces make one of six letters or more.
func (l *lexicon) joinedName(tokens []Token, i int) (int, Mention) {
	if i+1 >= len(tokens) || len(tokens[i].Text)+len(tokens[i+1].Text) < 6 {
		return 0, Mention{}
	}
	var buf [64]byte
	key := append(append(buf[:0], tokens[i].Text...), tokens[i+1].Text...)
	if e, ok := l.names[string(key)]; ok && !e.weak {
		return 2, Mention{Subject: e.subject}
	}
	return 0, Mention{}
}

var negations = map[string]bool{"pas": true, "not": true, "nicht": true, "niet": true, "sauf": true, "except": true, "non": true}

// negatedBefore sees « pas », « not » right before a name, an article between them allowed.
func negatedBefore(tokens []Token, i int) bool {
	for back := 1; back <= 2 && i-back >= 0; back++ {
		t := tokens[i-back]
		if negations[t.Text] {
			return true
		}
		if len(t.Text) > 3 || t.Mention >= 0 {
			return false
		}
	}
	return false
}

func joinTokens(ts []Token) string {
	s := ""
	for i, t := range ts {
		if i > 0 {
			s += " "
		}
		s += t.Text
	}
	return s
}

// wants are the words that a refusal of one's own begins with, folded: « je ne veux pas… », "I don't want to…".
var wants = wordSet("veux veut voudrais souhaite want quiero voglio quero will mochte wil")

// Refuses says that the question sets a concept aside for itself: the word stands within four words after « (ne) veux pas ».
func (r *Reading) Refuses(concept string) bool {
	k := -1
	for i, c := range r.lex.packed.Concepts {
		if c.Name == concept {
			k = i
		}
	}
	for i, t := range r.Tokens {
		for _, c := range t.Concepts {
			if int(c) == k && r.refusedBefore(i) {
				return true
			}
		}
	}
	return false
}

func (r *Reading) refusedBefore(i int) bool {
	want, no := false, false
	for back := 1; back <= 4 && i-back >= 0; back++ {
		w := r.Tokens[i-back].Text
		want = want || wants[w]
		no = no || negations[w] || w == "dont" || w == "t" || w == "no" || w == "nao"
	}
	return want && no
}
