package vet_test

import (
	"strings"
	"testing"

	"nonmerci/knowledge/vet"
)

func TestFormulasAreNeutralized(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "abc": "abc", "=1+1": "'=1+1", "+33 6": "'+33 6", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", "\n=1": "'\n=1",
		" =1": "' =1", "\u00a0=1": "'\u00a0=1", "＝1": "'＝1", "'": "'", "'a": "'a", "'=1": "''=1", "''=1": "'''=1", "a=1": "a=1", "l'été": "l'été", "'' ": "'' ",
	} {
		if got := vet.CSVCell(s); got != want {
			t.Errorf("%q became %q, want %q", s, got, want)
		}
	}
	if got := vet.FromCSVCell("'- une liste"); got != "- une liste" {
		t.Errorf("typed by a person: %q", got)
	}
}

func FuzzCSVCell(f *testing.F) {
	for _, s := range []string{"", "=1", "'=1", "''", " ' =", "\xff", "＝", "\t", "' =1", "'\u00a0@"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		cell := vet.CSVCell(s)
		if back := vet.FromCSVCell(cell); back != s {
			t.Errorf("%q became %q, then %q", s, cell, back)
		}
		if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") || len(cell) > len(s)+1 {
			t.Errorf("%q became %q", s, cell)
		}
	})
}

func FuzzLine(f *testing.F) {
	for _, s := range []string{"", "a\u202eb", "[a](https://раypal.com)", "<@1>", "https://x\xff", "**a", "a.b.c.d", "data:a/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range vet.Line("fr.title", s, 100) {
			if p.Say("fr") == "" || p.Say("en") == "" || p.Field != "fr.title" || p.Code == vet.Form {
				t.Errorf("%q: %+v", s, p)
			}
		}
		e := whole()
		x := e.Text["fr"]
		x.Short, x.Title, x.Links[0].URL = s, s, s
		e.Text["fr"] = x
		for _, p := range vet.Entry(e, "fr", known) {
			if p.Code == vet.Form || p.Say("fr") == "" {
				t.Errorf("%q: %+v", s, p)
			}
		}
	})
}
