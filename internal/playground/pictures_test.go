package playground

import (
	"bytes"
	"image/png"
	"testing"
)

func TestPictureIsCutAndNotBlank(t *testing.T) {
	if testing.Short() {
		t.Skip("runs a browser")
	}
	if err := CanPhotograph(); err != nil {
		t.Skip(err)
	}
	list := []card{{Title: "Un", Messages: []message{{Author: "NonMerci", Bot: true, Body: []node{plain("Bonjour")}}}}}
	raw, err := picture(t.Context(), phones[0], list, asCards)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != asCards.Width || b.Dy() < 60 || b.Dy() > 400 {
		t.Errorf("the picture is %v", b)
	}
	if at := img.At(30, 60); at == img.At(1000, 60) {
		t.Error("there is no card")
	}
}
