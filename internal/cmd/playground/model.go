package main

import (
	"os"
	"time"

	"nonmerci/internal/modeltest"
)

// startModel starts a model's server that replays the replies in a folder. Close it.
func startModel(dir string, pause time.Duration) (*modeltest.Server, error) {
	r, err := modeltest.Replay(dir, pause)
	if err != nil {
		return nil, err
	}
	s := modeltest.New(modeltest.Options{Model: modelName, Socket: true})
	s.Always(r)
	return s, nil
}

const modelName = "replay"

// timeout is the one setting of ours that the bot keeps: how long an answer may still change.
const timeout = "NONMERCI_LLM_TIMEOUT"

// modelSettings are how the bot is told of it.
func modelSettings(s *modeltest.Server) []string {
	env := []string{"NONMERCI_LLM_BASE_URL=" + s.URL(), "NONMERCI_LLM_MODEL=" + modelName}
	if t := os.Getenv(timeout); t != "" {
		env = append(env, timeout+"="+t)
	}
	return env
}
