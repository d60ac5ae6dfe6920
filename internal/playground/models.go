package playground

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// What a reader types for the pictures of answers in a model's words: in French, which the base has, and in Portuguese, which it lacks.
const (
	modelFrench  = "comment refuser Meta AI ?"
	modelForeign = "como desativar o treino da IA no ChatGPT?"
	modelButton  = "Texte d’origine"
)

// ModelPictures photographs, on both platforms, an answer as a model puts it, the same as it was written, and one that a model has translated. The bot must be
// connected (see Wait), have a model that answers as bot/rephrase/testdata tells, and Chromium must be there.
func (p *Playground) ModelPictures(ctx context.Context) ([]Picture, error) {
	var out []Picture
	for _, ph := range phones {
		r := reader{p.discord.act, p.discord.screen}
		if ph.Name == "telegram" {
			r = reader{p.telegram.act, p.telegram.screen}
		}
		list, err := r.models(ctx)
		if err != nil {
			return nil, fmt.Errorf("a model's words on %s: %w", ph.Title, err)
		}
		png, err := picture(ctx, ph, list, asCards)
		if err != nil {
			return nil, fmt.Errorf("picture of a model's words on %s: %w", ph.Title, err)
		}
		out = append(out, Picture{"model-" + ph.Name, png})
	}
	return out, nil
}

// A reader asks in private on one of the phones.
type reader struct {
	act func(context.Context, action) (result, error)
	see func(as, place string) (screen, error)
}

func (r reader) models(ctx context.Context) ([]card, error) {
	other, err := r.asks(ctx, modelFrench)
	if err != nil {
		return nil, err
	}
	shown := other[len(other)-1]
	key, ok := shown.key(modelButton)
	if !ok {
		return nil, fmt.Errorf("there is no button %q below %q", modelButton, modelFrench)
	}
	if _, err := r.act(ctx, action{As: camille, Place: "private", Do: "press", Message: shown.ID, Data: key.Data}); err != nil {
		return nil, fmt.Errorf("press %q: %w", modelButton, err)
	}
	written, err := r.until(ctx, len(other), func(m message) bool { _, still := m.key(modelButton); return !still })
	if err != nil {
		return nil, err
	}
	foreign, err := r.asks(ctx, modelForeign)
	return []card{
		{Title: "Put otherwise by a model", Place: "private", Messages: still(other...)},
		{Title: "After « Texte d’origine »: as it was written", Place: "private", Messages: still(written[len(written)-1])},
		{Title: "Translated by a model", Place: "private", Messages: still(foreign...)},
	}, err
}

// asks returns a question and its answer, once the model's words have taken its place.
func (r reader) asks(ctx context.Context, question string) ([]message, error) {
	before, err := r.see(camille, "private")
	if err != nil {
		return nil, err
	}
	if _, err := r.act(ctx, action{As: camille, Place: "private", Do: "say", Text: question}); err != nil {
		return nil, err
	}
	n := len(before.Messages)
	all, err := r.until(ctx, n+2, func(m message) bool { return m.Edited })
	if err != nil {
		return nil, fmt.Errorf("wait for other words for %q: %w", question, err)
	}
	return all[n:], nil
}

// until waits until there are n messages and the last is what ok says, and returns them.
func (r reader) until(ctx context.Context, n int, ok func(message) bool) ([]message, error) {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	for {
		s, err := r.see(camille, "private")
		if err != nil {
			return nil, err
		}
		if all := s.Messages; len(all) >= n && ok(all[len(all)-1]) {
			return all, nil
		}
		if err := rest(ctx, 50*time.Millisecond); err != nil {
			return nil, err
		}
	}
}

// key is the button that a message has under some words.
func (m message) key(words string) (control, bool) {
	for _, row := range m.Rows {
		for _, c := range row {
			if strings.HasPrefix(c.Label, words) {
				return c, true
			}
		}
	}
	return control{}, false
}
