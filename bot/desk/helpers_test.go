package desk

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/memstore"
)

var update = flag.Bool("update", false, "write the golden files anew")

// today is the day of every test: a Friday.
var today = time.Date(2026, time.November, 27, 14, 5, 0, 0, time.UTC)

// A world is a desk above a store in memory, with two communities and the people in them.
type world struct {
	tb    testing.TB
	desk  *Desk
	store *memstore.Store
	logs  *strings.Builder

	mu     sync.Mutex
	now    time.Time
	shared *knowledge.Base
	rights map[knowledge.Actor]Rights
	down   error // what the platform says instead of telling rights
}

var (
	server = Place{Platform: "discord", Chat: "100"}
	group  = Place{Platform: "telegram", Chat: "-200"}
)

// smallBase is a part of the shared base: two services and the general questions.
func smallBase(tb testing.TB) *knowledge.Base {
	tb.Helper()
	all, err := base.Shared()
	if err != nil {
		tb.Fatal(err)
	}
	b := knowledge.NewBase()
	for id, e := range all.Entries {
		if s := id.Subject(); s == "linkedin" || s == "instagram" || s == "rights" {
			b.Entries[id] = cloneEntry(e)
			b.Subjects[s] = all.Subjects[s]
		}
	}
	return b
}

func newWorld(tb testing.TB) *world { return newWorldOf(tb, smallBase(tb), Options{}) }

// newWorldOf seeds a store with a base and opens a desk above it.
func newWorldOf(tb testing.TB, b *knowledge.Base, o Options) *world {
	tb.Helper()
	w := &world{tb: tb, store: memstore.New(), now: today, rights: map[knowledge.Actor]Rights{}, logs: &strings.Builder{}}
	var all []knowledge.Save
	for _, id := range b.IDs() {
		all = append(all, knowledge.Save{
			Entry: id, By: knowledge.ByRelease, Origin: knowledge.FromRelease, Summary: "release", Content: knowledge.Content{Entry: cloneEntry(b.Entries[id])},
			At: today.AddDate(0, -1, 0),
		})
	}
	for _, slug := range b.Slugs() {
		all = append(all, knowledge.Save{
			Entry: knowledge.ID(slug), By: knowledge.ByRelease, Origin: knowledge.FromRelease, Summary: "release",
			Content: knowledge.Content{Subject: b.Subjects[slug]}, At: today.AddDate(0, -1, 0),
		})
	}
	if _, err := w.store.SaveAll(tb.Context(), all); err != nil {
		tb.Fatal(err)
	}
	o.Store, o.Now, o.Shared, o.Refresh = w.store, w.clock, w.base, w.refresh
	o.Log = slog.New(slog.NewTextHandler(io.Writer(&lockedWriter{b: w.logs}), nil))
	w.desk = New(o)
	if err := w.refresh(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	for i, p := range []Place{server, group} {
		if _, err := w.store.Join(tb.Context(), p, today.AddDate(0, 0, -10-i)); err != nil {
			tb.Fatal(err)
		}
	}
	for who, r := range map[knowledge.Actor]Rights{"discord:1": Moderator, "discord:2": Moderator, "telegram:3": Moderator, "discord:4": Member, "discord:9": CuratorOnly, "discord:7": Curator} {
		w.rights[who] = r
	}
	return w
}

type lockedWriter struct {
	mu sync.Mutex
	b  *strings.Builder
}

func (l *lockedWriter) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (w *world) clock() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.now
}

func (w *world) pass(d time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now = w.now.Add(d)
}

func (w *world) base() *knowledge.Base {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.shared
}

// refresh reads the shared base from the store, as readers get it.
func (w *world) refresh(ctx context.Context) error {
	all, err := w.store.Records(ctx, knowledge.SharedBase)
	if err != nil {
		return err
	}
	b := knowledge.NewBase()
	for _, r := range all {
		switch p := r.Published; {
		case p == nil:
		case p.Content.Subject != nil:
			b.Subjects[string(r.Entry)] = p.Content.Subject
		case p.Content.Entry != nil && p.Content.Entry.Status != knowledge.Archived:
			e := cloneEntry(p.Content.Entry)
			e.Revision = p.Number
			b.Entries[r.Entry] = e
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.shared = b
	return nil
}

// caller is a person in the place of their platform.
func (w *world) caller(who knowledge.Actor) Caller {
	p := server
	if strings.HasPrefix(string(who), "telegram") {
		p = group
	}
	return w.at(who, p)
}

func (w *world) at(who knowledge.Actor, p Place) Caller {
	return Caller{Place: p, Channel: "77", Who: who, Name: "Somebody", Lang: "fr", Rights: func(context.Context) (Rights, error) {
		w.mu.Lock()
		defer w.mu.Unlock()
		return w.rights[who], w.down
	}}
}

func (w *world) setRights(who knowledge.Actor, r Rights) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.rights[who] = r
}

// do does an act and checks what every screen must keep.
func (w *world) do(c Caller, a Act) Screen {
	w.tb.Helper()
	s, err := w.desk.Do(w.tb.Context(), c, a)
	if err != nil {
		w.tb.Fatalf("%s: %v", a, err)
	}
	w.keeps(a, s)
	return s
}

// moderator does an act as the first moderator of the server.
func (w *world) moderator(verb string, args ...string) Screen {
	w.tb.Helper()
	return w.do(w.caller("discord:1"), NewAct(verb, args...))
}

// submit fills the form of a screen and sends it.
func (w *world) submit(c Caller, s Screen, fields map[string]string) Screen {
	w.tb.Helper()
	if s.Form == nil {
		w.tb.Fatalf("no form to fill in:\n%s", draw(s))
	}
	a := s.Form.Submit
	a.Fields = s.Form.values()
	maps.Copy(a.Fields, fields)
	return w.do(c, a)
}

// press does what the button with a label does.
func (w *world) press(c Caller, s Screen, label string) Screen {
	w.tb.Helper()
	for _, row := range s.Buttons {
		for _, b := range row {
			if strings.HasPrefix(b.Label, label) {
				return w.do(c, b.Act)
			}
		}
	}
	w.tb.Fatalf("no button « %s » on:\n%s", label, draw(s))
	return Screen{}
}

// keeps checks the limits of platforms.
func (w *world) keeps(a Act, s Screen) {
	w.tb.Helper()
	if err := fits(s); err != nil {
		w.tb.Errorf("%s: %v\n%s", a, err, draw(s))
	}
}

// fits says what of a screen a platform could not draw.
func fits(s Screen) error {
	n := 0
	for _, row := range s.Buttons {
		n += len(row)
		if len(row) == 0 || len(row) > 5 {
			return fmt.Errorf("a row of %d buttons", len(row))
		}
		for _, b := range row {
			if len([]rune(b.Label)) > MaxLabel || b.Label == "" {
				return fmt.Errorf("the label %q", b.Label)
			}
			if err := fitsAct(b.Act); b.URL == "" && err != nil {
				return err
			}
		}
	}
	rows := len(s.Buttons)
	if s.Roles != nil {
		rows++
	}
	if n > MaxButtons || rows > 5 {
		return fmt.Errorf("%d buttons in %d rows", n, rows)
	}
	if size := units(s.Title) + size(s.Blocks); size > MaxText {
		return fmt.Errorf("%d characters", size)
	}
	if s.Title == "" || len(s.Blocks) == 0 && s.Form == nil {
		return fmt.Errorf("an empty screen")
	}
	if strings.Contains(s.Title+plainText(s.Blocks), "{") {
		return fmt.Errorf("braces that nothing filled in")
	}
	return fitsForm(s.Form)
}

func fitsForm(f *Form) error {
	if f == nil {
		return nil
	}
	if len(f.Fields) == 0 || len(f.Fields) > MaxFields || len([]rune(f.Title)) > MaxTitle || f.Title == "" || f.Open == "" {
		return fmt.Errorf("the form %q with %d fields", f.Title, len(f.Fields))
	}
	for _, fl := range f.Fields {
		if len([]rune(fl.Label)) > MaxTitle || fl.Label == "" || fl.Limit <= 0 || fl.Limit > MaxField || len([]rune(fl.Hint)) > 100 {
			return fmt.Errorf("the field %q, limit %d, hint %q", fl.Label, fl.Limit, fl.Hint)
		}
	}
	if err := fitsAct(f.Submit); err != nil {
		return err
	}
	return fitsAct(f.Again)
}

func fitsAct(a Act) error {
	back, err := Parse(a.String())
	if err != nil {
		return fmt.Errorf("the act %q: %w", a, err)
	}
	if back.Verb != a.Verb || !slices.Equal(back.Args, a.Args) {
		return fmt.Errorf("the act %q is read as %q", a, back)
	}
	if _, ok := verbs()[a.Verb]; !ok {
		return fmt.Errorf("the act %q has no verb", a)
	}
	return nil
}

// draw writes a screen as text.
func draw(s Screen) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", s.Title, plainText(s.Blocks))
	if f := s.Form; f != nil {
		fmt.Fprintf(&b, "\n== %s (%s) ==\n", f.Title, f.Submit)
		for _, fl := range f.Fields {
			mark := ""
			if fl.Required {
				mark = " *"
			}
			fmt.Fprintf(&b, "%s%s [%d] %s\n", fl.Label, mark, fl.Limit, fl.Hint)
			for l := range strings.SplitSeq(fl.Value, "\n") {
				if l != "" {
					b.WriteString("    " + l + "\n")
				}
			}
		}
	}
	b.WriteString("\n")
	for _, row := range s.Buttons {
		for _, bt := range row {
			fmt.Fprintf(&b, "[%s | %s] ", bt.Label, bt.Act)
		}
		b.WriteString("\n")
	}
	if m := s.Roles; m != nil {
		fmt.Fprintf(&b, "<%s | %s> %s\n", m.Label, m.Act, m.Chosen)
	}
	for _, f := range s.Files {
		fmt.Fprintf(&b, "file %s, %s\n", f.Name, f.Type)
	}
	return b.String()
}

func says(tb testing.TB, s Screen, want ...string) {
	tb.Helper()
	all := spaces.Replace(draw(s))
	for _, x := range want {
		if !strings.Contains(all, spaces.Replace(x)) {
			tb.Errorf("the screen does not say %q:\n%s", x, all)
		}
	}
}

// spaces makes those that do not break ordinary, so that a test can be typed.
var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

func containsText(s, part string) bool { return strings.Contains(s, part) }
