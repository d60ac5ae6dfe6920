package files_test

import (
	"os"
	"strings"
	"testing"

	"nonmerci/knowledge/files"
)

// Each mistake is made in the golden file, and is refused with its line and what to write instead.
func TestMistakesAreRefused(t *testing.T) {
	golden, err := os.ReadFile("testdata/fr/exemplia.md")
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("mot ", 80)
	for _, c := range []struct{ name, old, now, want string }{
		{"no front matter", "---\nsubject", "subject", "1: the file does not begin with front matter"},
		{"unknown key in front", "owner:", "ownr:", `5: unknown key "ownr"`},
		{"duplicate key", "owner: exemplia-inc", "owner: a\nowner: b", "6: mapping key \"owner\" already defined"},
		{"broken yaml", "name: Exemplia", "name: [Exemplia", "5: ',' or ']' must be specified"},
		{"wrong subject", "subject: exemplia", "subject: other", `2: subject is "other" in a file named exemplia.md`},
		{"wrong language", "lang: fr", "lang: en", `3: lang is "en" in the folder "fr"`},
		{"no name", "name: Exemplia\n", "", "name: it is missing"},
		{"title of the file", "# Exemplia\n", "# Autre\n", "19: the title of the file is not its name"},
		{"no title of the file", "# Exemplia\n\n##", "##", "the title of the file is missing"},
		{"comment in the metadata", "ages: 18+", "ages: 18+ # adults", "29: a comment (#) cannot be kept"},
		{"anchor", "kind: toggle", "kind: &k toggle", "25: an anchor (&) cannot be kept"},
		{"tag", "regions: [eu, ch]", "regions: !eu, ch]", "a tag (!) cannot be kept"},
		{"words for a list", "regions: [eu, ch]", "regions: eu", "27: a list was expected"},
		{"list for words", "owner: exemplia-inc", "owner: [a, b]", "5: words were expected"},
		{"list for keys", "kind: toggle", "- toggle", "25: non-map value"},
		{"empty metadata", "also: [effect]\nkind: toggle\ndifficulty: easy\nregions: [eu, ch]\nplans: [free]\nages: 18+\nsources: [S1, M1]\nverified: 2026-11-22\nreview: 2027-05-22\n", "", "keys and values are missing"},
		{"source without publisher", "    publisher: Exemplia\n    title: Privacy policy", "    title: Privacy policy", "7: sources.S1: the publisher is missing"},
		{"source address", "https://exemplia.example/privacy", "exemplia.example/privacy", "7: sources.S1: "},
		{"source date", `"2026-05-04"`, `"4 May 2026"`, `7: sources.S1: date "4 May 2026"`},
		{"source day that is not", `"2026-05-04"`, `"2026-02-31"`, `7: sources.S1: date "2026-02-31"`},
		{"source basis", "basis: memory", "basis: guess", `13: sources.M1: basis "guess"`},
		{"two sources of one id", "id: M1", "id: S1", "two sources have this id"},
		{"source nobody names", "sources: [S1, M1]", "sources: [S1]", `13: source "M1" is named by no entry`},
		{"source unknown", "sources: [S1, M1]", "sources: [S1, M1, S9]", `21: source "S9" is not in the front matter`},
		{"no source", "sources: [S1, M1]\n", "", "the entry names no source"},
		{"no intent", " {#opt-out}", "", "21: the title does not end with the intent alone"},
		{"unknown intent", "{#opt-out}", "{#optout}", `unknown intent "optout"`},
		{"more attributes", "{#opt-out}", "{#opt-out .x}", "the title does not end with the intent alone"},
		{"two entries of one id", "### Autrement dit", "## Encore {#opt-out}\n\n### Autrement dit", "two entries are called exemplia/opt-out"},
		{"no metadata", "```yaml", "```json", "21: the block of metadata is missing"},
		{"unknown key", "ages:", "age:", `29: unknown key "age"`},
		{"wrong type", "also: [effect]", "also: {a: b}", "24: "},
		{"also itself", "also: [effect]", "also: [opt-out]", "is already answered"},
		{"kind", "kind: toggle", "kind: switch", `25: exemplia/opt-out: kind: unknown kind "switch"`},
		{"no difficulty", "difficulty: easy\n", "", "the difficulty is missing"},
		{"region", "[eu, ch]", "[eu, fr]", `27: exemplia/opt-out: regions: unknown regions "fr"`},
		{"plan", "plans: [free]", "plans: [Free]", "28: exemplia/opt-out: plans"},
		{"ages", "ages: 18+", "ages: adults", `29: exemplia/opt-out: ages: ages "adults"`},
		{"date", "verified: 2026-11-22", "verified: 22/11/2026", "31: verified: "},
		{"no review", "review: 2027-05-22\n", "", "the review date is missing"},
		{"review too soon", "review: 2027-05-22", "review: 2026-11-01", "32: exemplia/opt-out: review"},
		{"status", "review: 2027-05-22", "review: 2027-05-22\nstatus: live", "33: exemplia/opt-out: status"},
		{"revision", "review: 2027-05-22", "review: 2027-05-22\nrevision: 0", "33: exemplia/opt-out: revision"},
		{"no short answer", "Coupez un seul réglage, « Entraînement », dans les paramètres de confidentialité. Rien d’autre ne change dans votre compte.\n", "", "fr.short: it is missing"},
		{"long short answer", "Rien d’autre ne change", long + "Rien", "35: exemplia/opt-out: fr.short: the short answer has"},
		{"two paragraphs", "### Autrement dit", "Encore.\n\n### Autrement dit", "37: text outside any section"},
		{"unknown section", "### Autrement dit", "### Aussi", "37: unknown section \"Aussi\""},
		{"English section", "### Étapes", "### Steps", "unknown section"},
		{"sections out of order", "### À savoir", "### Autrement dit", "stands twice or too late"},
		{"text in a section", "- dire non à Exemplia", "\ndire non", "41: this section holds lists only"},
		{"line without a dash", "- dire non à Exemplia", "dire non", "40: a line that does not begin as an item"},
		{"unknown device", "#### Web", "#### Linux", "unknown device \"Linux\""},
		{"device twice", "#### iPhone et iPad", "#### Web", "the device stands twice or too late"},
		{"steps without a device", "#### Web\n\n", "", "steps without a device"},
		{"device without steps", "1. Touchez votre photo, puis **Paramètres** (**Settings**).\n", "", "a device without steps"},
		{"bullets for steps", "1. Touchez", "- Touchez", "steps are numbered"},
		{"numbers for bullets", "- Vos prochaines", "1. Vos prochaines", "only steps are numbered"},
		{"nested list", "- Le réglage vaut", "- Le réglage\n  - vaut", "a list inside a list"},
		{"second paragraph", "- Le réglage vaut", "- Le réglage\n\n  vaut", "a second paragraph in an item"},
		{"empty item", "- dire non à Exemplia", "-", "an item that is empty"},
		{"quoted item", "- dire non", "- > dire non", "an item that is empty, or not one line"},
		{"bold not closed", "**Paramètres** (**Settings**).\n2.", "**Paramètres (**Settings**).\n2.", "46: exemplia/opt-out: fr.steps.web.1: a label"},
		{"bold with spaces", "**Training**", "** Training**", "begins or ends with a space"},
		{"bold by underscores", "**Training**", "__Training__", "an underscore that may stand for emphasis"},
		{"path in a label", "**Training**", "**Settings → Training**", "holds a path"},
		{"quotes in a label", "**Training**", "**« Training »**", "is in quotes"},
		{"bold in a title", "## Comment", "## **Comment**", "fr.title: marks in a text that takes none"},
		{"bold in a phrasing", "- dire non", "- dire **non**", "fr.phrases.2: marks in a text that takes none"},
		{"label that touches a word", "**Training**", "**(Training)**x", "touches the word beside it"},
		{"HTML", "Le réglage vaut", "Le <b>réglage</b> vaut", "HTML"},
		{"HTML block", "- Le réglage", "<div>x</div>\n\n- Le réglage", "HTML"},
		{"comment", "- Le réglage", "<!-- x -->\n\n- Le réglage", "HTML"},
		{"image", "Le réglage vaut", "Le ![x](https://e.example/a.png) vaut", "an image"},
		{"code", "Le réglage vaut", "Le `réglage` vaut", "code between backquotes"},
		{"entity", "Le réglage vaut", "Le&nbsp;réglage vaut", "the entity &nbsp;"},
		{"table", "- Le réglage vaut", "- | a | b |", "begins like a list"},
		{"reference link", "- Le réglage vaut pour tous vos appareils.", "- Le [réglage] vaut\n\n[réglage]: https://e.example", "70: the address of a link stands apart"},
		{"link kind", `"setting"`, `"page"`, `unknown kind "page"`},
		{"link without kind", ` "setting"`, "", "the kind is missing"},
		{"link among words", "- [Page d’aide]", "- Voir [Page d’aide]", "stands among other words"},
		{"link address", "https://exemplia.example/help", "http:/help", "has no host"},
		{"link in bold", "[Page d’aide]", "[**Page** d’aide]", "ambiguous"},
		{"inline link", "Le réglage vaut", "Le [réglage](ftp://e.example/x) vaut", "does not begin with https://"},
		{"invisible", "Le réglage", "Le\u200b réglage", "invisible character"},
		{"rule", "### Liens", "---\n\n### Liens", "this section holds lists only"},
		{"second title", "### Liens", "# Liens", "text outside any entry"},
		{"device heading elsewhere", "- [Ouvrir", "#### Web\n\n- [Ouvrir", `unknown section "Web"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(string(golden), c.old) {
				t.Fatalf("the golden file lacks %q", c.old)
			}
			_, problems := files.ParseFile("fr/exemplia.md", []byte(strings.Replace(string(golden), c.old, c.now, 1)))
			if !strings.Contains(problems.Error(), c.want) {
				t.Errorf("got %q, want %q", problems.Error(), c.want)
			}
			for _, p := range problems {
				if p.File != "fr/exemplia.md" || p.Remedy == "" || strings.Contains(p.Error(), "\n") {
					t.Errorf("not one line with a place and a remedy: %q", p.Error())
				}
			}
		})
	}
	if _, problems := files.ParseFile("fr/exemplia.md", []byte{0xff}); !strings.Contains(problems.Error(), "not UTF-8") {
		t.Errorf("not UTF-8: %v", problems)
	}
}
