package bot

import (
	"os"
	"testing"

	"nonmerci/knowledge/understand"
	"nonmerci/knowledge/words"
)

// TestMoodAgreesWithRead compares, over every question of the collection, what own entries need to know of a question with what a whole reading
// says: whether somebody is in danger, whether they greet, and in which language. A service guessed from its description is all that may part them.
func TestMoodAgreesWithRead(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the collection twice")
	}
	_, qs, err := words.Load(os.DirFS("../knowledge/words"))
	if err != nil {
		t.Fatal(err)
	}
	m, differ, asked := model(t), 0, 0
	for i, q := range qs {
		if i%20 != 0 && q.Kind != words.Distress && q.Kind != words.Hello {
			continue
		}
		asked++
		mood, read := m.Mood(q.Text, ""), m.Read(q.Text, understand.Context{}, "")
		danger := [2]bool{danger(mood) > DefaultThresholds.Distress, danger(read) > DefaultThresholds.Distress}
		hello := [2]bool{mood.Of(understand.IsHello) > DefaultThresholds.Hello, read.Of(understand.IsHello) > DefaultThresholds.Hello}
		switch {
		case mood.Lang != read.Lang, danger[0] != danger[1]:
			t.Errorf("%s:%d: %q: %s and %s, danger %v", q.File, q.Line, q.Text, mood.Lang, read.Lang, danger)
		case hello[0] != hello[1]:
			differ++
			t.Logf("%s:%d: %q: hello %v", q.File, q.Line, q.Text, hello)
		}
	}
	if t.Logf("%d of %d greet to one and not to the other", differ, asked); differ > asked/1000 {
		t.Error("too many")
	}
}
