package rephrase

import (
	"regexp"
	"strings"
	"unicode"

	"nonmerci/bot"
	"nonmerci/bot/rephrase/guard"
	"nonmerci/knowledge/typography"
)

// A comparer compares the lines of a model with those of an answer, one by one as they arrive and then as a whole. Not for concurrent use.
type comparer struct {
	w       bot.Rewriting
	opening string
	lines   []string // of the model where they pass, else those of the answer; "" before any has come
	passed  int      // lines that pass, and are not the answer's own
	refused []wrong  // lines that do not, in their order
}

// A wrong is a line of the model that does not say what its own says.
type wrong struct {
	n    int // from 1
	text string
	why  []guard.Reason
}

func newComparer(w bot.Rewriting) *comparer {
	return &comparer{w: w, lines: make([]string, len(w.Lines))}
}

// line takes line n, from 1; 0 is the opening. One that does not pass may come again. It is a Failure when a translation goes nowhere.
func (c *comparer) line(n int, text string) error {
	if c.w.To == "fr" {
		text = typography.French(text) // before it is compared: what is compared is what is shown
	}
	if n == 0 {
		c.opening = text
		return nil
	}
	own := c.w.Lines[n-1]
	same, foreign := text == strings.TrimSpace(own.Text), c.w.From != c.w.To
	c.lines[n-1] = own.Text
	if same && !foreign {
		return nil
	}
	pass, why := false, []guard.Reason{{Rule: guard.Language}}
	if !same || !worded(text) { // what was left as it is may be too short for its language to be told
		pass, why = c.same(own, text)
	}
	if pass {
		c.lines[n-1] = text
		c.passed++
		return nil
	}
	c.refused = append(c.refused, wrong{n, text, why})
	if foreign && c.passed == 0 && len(c.refused) >= lost {
		return fail(Refused)
	}
	return nil
}

// lost is after how many lines of a translation, all refused, no more are waited for.
const lost = 4

// same says whether a text says what a line says, and if not, why.
func (c *comparer) same(own bot.Line, text string) (bool, []guard.Reason) {
	if leads(text) && !leads(own.Text) {
		return false, []guard.Reason{{Rule: guard.Markup, Found: text}}
	}
	v := guard.Check(guard.NewSource(mark(own, 1)+own.Text, c.w.From), mark(own, 1)+text, c.w.To)
	return v.Pass, v.Reasons
}

// fixed are the parts of a line that are the same in every language: names of the screen, links.
var fixed = regexp.MustCompile(`\*\*[^*]+\*\*|\[[^\]]*\]\([^)]*\)`)

// worded says whether a line has any word outside those parts.
func worded(s string) bool {
	return strings.ContainsFunc(fixed.ReplaceAllString(s, ""), unicode.IsLetter)
}

// leads says whether a line begins as a heading, a list, a quotation or a table does.
func leads(s string) bool {
	switch s[0] {
	case '#', '>', '|', '`', '~', '=', '_':
		return true
	case '-', '+', '*':
		return len(s) > 1 && (s[1] == ' ' || s[1] == s[0]) && !strings.HasPrefix(s, "**")
	}
	rest := strings.TrimLeft(s, "0123456789")
	return len(rest) < len(s) && len(rest) > 1 && (rest[0] == '.' || rest[0] == ')') && rest[1] == ' ' || strings.HasPrefix(s, "•")
}

// result compares the whole, and returns it. An opening that says anything of its own is left out; nothing needs one.
func (c *comparer) result() (bot.Rewritten, error) {
	whole := guard.NewSource(markdown(c.w, c.w.From, nil), c.w.From)
	first := opening(whole, c.opening, c.w.To)
	w, lines := c.translated()
	if len(w.Lines) < len(c.w.Lines) {
		whole = guard.NewSource(markdown(w, w.From, nil), w.From)
	}
	switch {
	case len(c.refused) > 0 && (c.passed == 0 || w.Lines == nil):
		return bot.Rewritten{}, fail(Refused)
	case c.passed == 0 && first == "":
		return bot.Rewritten{}, fail(Same)
	case !guard.Check(whole, markdown(w, w.To, lines), w.To).Pass:
		return bot.Rewritten{}, fail(Refused)
	}
	return bot.Rewritten{Opening: first, Lines: c.lines}, nil
}
