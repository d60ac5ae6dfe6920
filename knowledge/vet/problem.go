package vet

import (
	"slices"
	"strconv"
	"strings"
)

// Kind is what a problem means for saving.
type Kind uint8

// The kinds.
const (
	Refuse Kind = iota // it must not be saved
	Warn               // it may be, once the moderator has seen it
)

// A Problem is one thing wrong with a text.
type Problem struct {
	Field string // as knowledge.Change has it: « fr.title », « fr.steps.web.2 »; or what the caller of Line gave
	Kind  Kind
	Code  string   // one of Codes
	Args  []string // what the words of the code speak of: a character, a number, a host
}

// Refused says whether one of some problems keeps the text from being saved.
func Refused(all []Problem) bool {
	return slices.ContainsFunc(all, func(p Problem) bool { return p.Kind == Refuse })
}

// Say is the problem in one sentence for a person: where, what, and what to do. lang is "fr" or "en"; another is answered in English.
// Args are shown as they are: a platform escapes the sentence as its markup wants.
func (p Problem) Say(lang string) string {
	w := wordsIn(lang)
	said := w.codes[p.Code]
	if said == "" {
		said = p.Code
	}
	if with, without, two := strings.Cut(said, "|"); two {
		if said = with; len(p.Args) == 0 || p.Args[len(p.Args)-1] == "" {
			said = without
		}
	}
	said = fill(said, p.Args)
	if where := w.where(p.Field); where != "" {
		return where + w.colon + said
	}
	return said
}

// fill puts arguments in the place of {1}, {2}….
func fill(s string, args []string) string {
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i+1)+"}", a)
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

// words are the sentences of one language. A sentence with a bar has a second form, for when its last argument is empty.
type words struct {
	codes   map[string]string
	fields  map[string]string // with {1} for the number of an item
	devices map[string]string
	colon   string
}

func wordsIn(lang string) *words {
	if lang == "fr" || strings.HasPrefix(lang, "fr-") {
		return &french
	}
	return &english
}

// where names a field: « fr.steps.web.2 » is « Étape 2 (web) ». Of an unknown field it is the name itself.
func (w *words) where(field string) string {
	parts := strings.Split(field, ".")
	if len(parts) > 1 && len(parts[0]) == 2 {
		parts = parts[1:]
	}
	name := parts[0]
	device := ""
	if name == "steps" && len(parts) > 1 {
		device = w.devices[parts[1]]
		parts = append(parts[:1:1], parts[2:]...)
	}
	if len(parts) > 1 {
		name += ".item"
	}
	said, ok := w.fields[name]
	if !ok {
		return field
	}
	said = fill(said, parts[1:])
	if device != "" {
		said += " (" + device + ")"
	}
	return said
}
