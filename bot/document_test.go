package bot

import (
	"slices"
	"strings"
	"testing"
)

// plain is what a reader sees of blocks.
func plain(blocks []Block) string {
	var b strings.Builder
	for _, bl := range blocks {
		for _, line := range append([][]Span{bl.Spans}, bl.Items...) {
			for _, s := range line {
				b.WriteString(s.Text)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// TestBlocksSayWhatTheEntrySays: nothing of a card is lost in its blocks, but the steps of devices that are a press away.
func TestBlocksSayWhatTheEntrySays(t *testing.T) {
	b, _ := sharedBot(t)
	for _, id := range shared(t).IDs() {
		for lang := range shared(t).Entries[id].Text {
			r, ok := b.Entry(string(id), lang, "")
			if !ok {
				t.Errorf("%s is not shown", id)
				continue
			}
			got := plain(r.Blocks())
			for _, want := range slices.Concat([]string{r.Card.Short, r.Card.Freshness, r.Card.Echo}, r.Card.Notes, r.Card.Changes, r.Card.Keeps) {
				if w := plain([]Block{textBlock(Paragraph, want)}); !strings.Contains(got, strings.TrimSpace(w)) {
					t.Errorf("%s in %s: %q is not among the blocks", id, lang, want)
				}
			}
			for _, d := range r.Card.Shown() {
				for _, s := range d.Steps {
					if w := strings.TrimSpace(plain([]Block{textBlock(Paragraph, s)})); !strings.Contains(got, w) {
						t.Errorf("%s in %s: the step %q is missing", id, lang, s)
					}
				}
			}
			if strings.Contains(got, "**") || strings.Contains(got, "](") {
				t.Errorf("%s in %s: marks are left: %s", id, lang, got)
			}
		}
	}
}

// TestEveryDeviceIsShownOrAPressAway.
func TestEveryDeviceIsShownOrAPressAway(t *testing.T) {
	b, _ := sharedBot(t)
	for _, id := range shared(t).IDs() {
		for _, device := range []string{"", "web", "ios", "android"} {
			r, ok := b.Entry(string(id), "fr", device)
			if !ok {
				continue
			}
			reach := map[string]bool{}
			for _, d := range r.Card.Shown() {
				reach[string(d.Device)] = true
			}
			for _, a := range r.Actions {
				if a.Press.Kind == PressDevice {
					if reach[a.Press.Device] {
						t.Errorf("%s on %q: %s is shown and offered", id, device, a.Press.Device)
					}
					reach[a.Press.Device] = true
				}
			}
			for _, d := range r.Card.devices {
				if !reach[string(d)] {
					t.Errorf("%s on %q: the steps for %s cannot be reached", id, device, d)
				}
			}
		}
	}
}

func TestAClarifyAsksWithoutItsList(t *testing.T) {
	b, _ := sharedBot(t)
	r := say(t, b, "comment refuser l'ia de google")
	blocks := r.Blocks()
	if r.Kind != Clarify || len(blocks) != 2 || blocks[0].Kind != Echo || blocks[1].Kind != Paragraph {
		t.Fatalf("%+v", blocks)
	}
	if s := plain(blocks); strings.Contains(s, "1.") || strings.Contains(s, "*") {
		t.Errorf("%q", s)
	}
}

// TestALongQuestionIsSaidToBeCutInBlocksToo.
func TestALongQuestionIsSaidToBeCutInBlocksToo(t *testing.T) {
	b, _ := sharedBot(t)
	for _, q := range []string{"comment désactiver l'IA de LinkedIn ? ", "comment refuser l'ia de google ? ", "quel temps fait-il ? "} {
		r := say(t, b, q+strings.Repeat("Voilà. ", 400))
		if s := plain(r.Blocks()); !strings.Contains(s, french.cut) {
			t.Errorf("%s: %q", r.Kind, s)
		}
	}
}

func TestOpensAreSettingsAndForms(t *testing.T) {
	b, _ := sharedBot(t)
	r := say(t, b, "comment désactiver l'IA de LinkedIn ?")
	opens := r.Opens()
	if len(opens) == 0 || len(opens) > 2 || !strings.HasPrefix(opens[0].URL, "https://www.linkedin.com/mypreferences/") {
		t.Errorf("%v", opens)
	}
}
