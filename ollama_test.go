package main

import (
	"bytes"
	"strings"
	"testing"

	"nonmerci/internal/ollamatest"
	"nonmerci/internal/tinymodel"
)

// TestTheProgramWithARealOllama: doctor says what it finds, and « ask » prints the entry to the byte when the model writes rubbish.
func TestTheProgramWithARealOllama(t *testing.T) {
	s := ollamatest.Start(t, "OLLAMA_CONTEXT_LENGTH=2048")
	s.Create("rubbish", tinymodel.Options{})
	env := map[string]string{
		"NONMERCI_LLM_BASE_URL": s.URL(), "NONMERCI_LLM_MODEL": "rubbish", "NONMERCI_LLM_PROFILE": "ollama", "NONMERCI_LLM_TIMEOUT": "30s",
	}
	plain, _ := nonmerci(t, nil, "", "ask", aboutLinkedIn)
	got, errs := nonmerci(t, env, "", "ask", aboutLinkedIn)
	if got != plain || strings.Count(errs, "\n") != 1 {
		t.Errorf("rubbish gives\n%s\n%s", got, errs)
	}
	for model, want := range map[string]string{"rubbish": "OLLAMA_CONTEXT_LENGTH=8192", "another": "does not list the model another"} {
		env["NONMERCI_LLM_MODEL"] = model
		var out, errs bytes.Buffer
		_ = run(t.Context(), []string{"doctor"}, func(k string) string { return env[k] }, strings.NewReader(""), &out, &errs) // it finds more than that
		if t.Logf("%s", &out); !strings.Contains(out.String(), want) {
			t.Errorf("doctor does not say %q:\n%s%s", want, &out, &errs)
		}
	}
}
