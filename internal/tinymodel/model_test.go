package tinymodel

import (
	"bytes"
	"encoding/binary"
	"math"
	"strings"
	"testing"
)

// next is the token that a model without attention finds most likely after another, and by how much.
func next(w map[string]tensor, from int) (token int, ahead float64) {
	known, last := w["token_embd.weight"], w["output.weight"]
	best, second := math.Inf(-1), math.Inf(-1)
	for to := range last.shape[1] {
		sum := 0.0
		for i := range width {
			sum += float64(known.data[from*width+i]) * float64(last.data[to*width+i]) // signs: their norm is 1
		}
		switch {
		case sum > best:
			best, second, token = sum, best, to
		case sum > second:
			second = sum
		}
	}
	return token, best - second
}

func TestAModelSaysItsTextAndStops(t *testing.T) {
	for _, text := range []string{
		"[1] Refusez.\n", "a", "aaaaaaaa", "[1] Ouvrez **Réglages**, puis l’écran « Données ».\n[2] Ouvrez **Réglages**, puis l’écran « Données ».\n",
		strings.Repeat("encore et encore ", 60),
	} {
		o := Options{Say: text, Seed: 3}
		v, pieces := newVocabulary(text)
		w := map[string]tensor{}
		for _, m := range weights(o, v, pieces) {
			w[m.name] = m
		}
		said, token := "", begin
		for range len(text) + 1 {
			to, ahead := next(w, token)
			if token = to; token == eos {
				break
			}
			if said += v.texts[token]; ahead < 3 { // 15 at the temperature that is asked for
				t.Errorf("%q is %v ahead", v.texts[token], ahead)
			}
		}
		if said = strings.ReplaceAll(said, "▁", " "); said != text || token != eos {
			t.Errorf("it says %q and not %q", said, text)
		}
	}
}

// TestNoTokenIsThereTwice: servers refuse such files.
func TestNoTokenIsThereTwice(t *testing.T) {
	v, _ := newVocabulary("<s> <0x41> </s>" + Begin + "<unk>abab abab")
	met := map[string]bool{}
	for _, s := range v.texts {
		if met[s] {
			t.Errorf("%q is a token twice", s)
		}
		met[s] = true
	}
}

// TestTheFileIsAsItsHeadSays: where it says that the tensors are, there is room for them and nothing else.
func TestTheFileIsAsItsHeadSays(t *testing.T) {
	var first, again bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &again} {
		if err := Write(b, Options{Seed: 7}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Error("the same options make other bytes")
	}
	data := first.Bytes()
	if s := string(data[:4]); s != "GGUF" || binary.LittleEndian.Uint32(data[4:]) != 3 {
		t.Errorf("it begins with %q", data[:8])
	}
	v, pieces := newVocabulary("")
	size := 0
	for _, m := range weights(Options{Seed: 7}, v, pieces) {
		want := 1
		for _, n := range m.shape {
			want *= n
		}
		if len(m.data) != want {
			t.Errorf("%s has %d numbers for %v", m.name, len(m.data), m.shape)
		}
		size += padded(4 * want)
	}
	if head := len(data) - size; head <= 0 || head%alignment != 0 {
		t.Errorf("%d bytes before the tensors", head)
	}
	if err := Write(&again, Options{Say: "\xff"}); err == nil {
		t.Error("a text that is none is said")
	}
}
