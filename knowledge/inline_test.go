package knowledge_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"nonmerci/knowledge"
)

func TestSpans(t *testing.T) {
	plain := func(s string) knowledge.Span { return knowledge.Span{Text: s} }
	label := func(s string) knowledge.Span { return knowledge.Span{Kind: knowledge.LabelSpan, Text: s} }
	for in, want := range map[string][]knowledge.Span{
		"":                            nil,
		"Ouvrez ceci.":                {plain("Ouvrez ceci.")},
		"l’**Aide** (**Help**).":      {plain("l’"), label("Aide"), plain(" ("), label("Help"), plain(").")},
		"*jamais*":                    {{Kind: knowledge.EmphasisSpan, Text: "jamais"}},
		"[la page](https://e.org/a)":  {{Kind: knowledge.LinkSpan, Text: "la page", URL: "https://e.org/a"}},
		"[a](https://e.org/b_(c)_d).": {{Kind: knowledge.LinkSpan, Text: "a", URL: "https://e.org/b_(c)_d"}, plain(".")},
		`5 \* 3 \_x\_ \[a\](b) \\`:    {plain(`5 * 3 _x_ [a](b) \`)},
		"[sic] et a[1]":               {plain("[sic] et a[1]")},
		"snake_case, 3 < 5, <3, R&D":  {plain("snake_case, 3 < 5, <3, R&D")},
		"**C:\\\\**":                  {label(`C:\`)},
		"**a_b** 👩‍👩‍👧":               {label("a_b"), plain(" 👩‍👩‍👧")},
	} {
		got, err := knowledge.Spans(in)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %v %v, want %v", in, got, err, want)
		}
	}
}

func TestSpansRefuseWhatIsAmbiguous(t *testing.T) {
	for in, want := range map[string]string{
		"**Aide":                       "a label is opened and not closed",
		"*Aide":                        "an emphasis is opened and not closed",
		"****":                         "a label is empty",
		"** Aide**":                    "begins or ends with a space",
		"**Aide\u00a0**":               "begins or ends with a space",
		"x**(Aide)**":                  "touches the word beside it",
		"**(Aide)**x":                  "touches the word beside it",
		"***Aide***":                   "a mark inside another",
		"**a *b* c**":                  "a mark inside another",
		"**[a](https://e.org)**":       "a link inside a mark",
		"[**a**](https://e.org)":       "a mark inside another",
		"[a](https://e.org":            "a link that is not whole",
		"[a]()":                        "a link that is not whole",
		"[ a](https://e.org)":          "a link that is not whole",
		`[a](https://e.org "help")`:    "a link that is not whole",
		"[a](https://e.org/&copy;)":    "a link that is not whole",
		"![a](https://e.org)":          "an image",
		"`a`":                          "code between backquotes",
		"<b>a</b>":                     "HTML",
		"<https://e.org>":              "HTML",
		"a&nbsp;b":                     "the entity &nbsp;",
		"a&#160;b":                     "the entity &#160;",
		"~~a~~":                        "struck-through",
		"_a_":                          "an underscore",
		`a \b`:                         "a backslash",
		`a\`:                           "a backslash",
		"a\u200bb":                     "invisible character U+200B",
		"a\tb":                         "invisible character",
		"a\xffb":                       "not UTF-8",
		"**" + strings.Repeat("é", 60): strings.Repeat("é", 38) + "…",
	} {
		_, err := knowledge.Spans(in)
		var invalid knowledge.InvalidError
		if !errors.As(err, &invalid) || !strings.Contains(invalid.Problem, want) || invalid.Remedy == "" {
			t.Errorf("%q: got %v, want %q", in, err, want)
		}
	}
}

func TestLabelsAndPlain(t *testing.T) {
	const s = "Ouvrez **Aide** (**Help**), [ici](https://e.org) \\*."
	if got := knowledge.Labels(s); !reflect.DeepEqual(got, []string{"Aide", "Help"}) {
		t.Errorf("labels %q", got)
	}
	if got := knowledge.Plain(s); got != "Ouvrez Aide (Help), ici *." {
		t.Errorf("plain %q", got)
	}
	if knowledge.Labels("**a") != nil || knowledge.Plain("**a") != "**a" {
		t.Error("an invalid text is not left as it is")
	}
}

func FuzzSpans(f *testing.F) {
	for _, s := range []string{"**a** (*b*) [c](https://d) \\* _", "a&amp;b <c> `d`", "[**a**](b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		spans, err := knowledge.Spans(s)
		if err != nil && spans != nil {
			t.Fatal("both spans and an error")
		}
		for _, sp := range spans {
			if sp.Text == "" || (sp.Kind == knowledge.LinkSpan) != (sp.URL != "") {
				t.Fatalf("%q: %+v", s, sp)
			}
		}
	})
}
