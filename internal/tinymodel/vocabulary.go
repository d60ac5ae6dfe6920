package tinymodel

import (
	"fmt"
	"strings"
)

// The kinds of token, as the format numbers them.
const (
	tokenNormal  = 1
	tokenUnknown = 2
	tokenControl = 3
	tokenByte    = 6
)

// The first tokens of every vocabulary. After begin the model writes; the bytes follow it.
const (
	unknown = iota
	bos
	eos
	begin
	firstByte
)

// Begin is what a prompt has to end with.
const Begin = "<|write|>"

// A vocabulary is the tokens of a model. Any text can be written in it: byte by byte where there is nothing longer.
type vocabulary struct {
	texts  []string
	kinds  []int32
	scores []float32
}

func (v *vocabulary) add(text string, kind int32) int {
	v.texts, v.kinds, v.scores = append(v.texts, text), append(v.kinds, kind), append(v.scores, -float32(len(v.texts)))
	return len(v.texts) - 1
}

// newVocabulary returns a vocabulary with the pieces of text, and the pieces as tokens, in order. No token is in it twice, so that each piece is followed by
// one other alone.
func newVocabulary(text string) (v *vocabulary, pieces []int) {
	v = &vocabulary{}
	v.add("<unk>", tokenUnknown)
	v.add("<s>", tokenControl)
	v.add("</s>", tokenControl)
	v.add(Begin, tokenControl)
	for b := range 256 {
		v.add(fmt.Sprintf("<0x%02X>", b), tokenByte)
	}
	met := map[string]bool{}
	for _, s := range v.texts {
		met[s] = true
	}
	piece := ""
	for _, r := range strings.ReplaceAll(text, " ", "▁") { // as this kind of tokenizer writes a space
		if piece += string(r); !met[piece] {
			pieces = append(pieces, v.add(piece, tokenNormal))
			met[piece], piece = true, ""
		}
	}
	if piece != "" { // met before; what is longer than the last one was not
		v.texts[pieces[len(pieces)-1]] += piece
	}
	return v, pieces
}
