package main

import (
	"context"
	"time"

	"nonmerci/bot/rephrase"
	"nonmerci/config"
)

// checkModel asks the server of the model, where the settings name one, and says what it finds with what to do. offline it asks nothing.
func checkModel(ctx context.Context, f *findings, c config.Config, offline bool) {
	if c.LLMBaseURL == "" {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	f.about("model")
	for _, w := range c.Warnings() {
		f.say(true, w, "")
	}
	if offline {
		return
	}
	model, err := rephrase.New(modelOptions(c))
	if err != nil {
		f.say(false, oneLine(err), "")
		return
	}
	defer model.Close()
	model.Check(ctx, f.say)
}
