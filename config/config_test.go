package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func env(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func write(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestEnvironmentWinsOverTheFile(t *testing.T) {
	file := write(t, "lang: de\n")
	c, err := Load(env("NONMERCI_CONFIG", file, "NONMERCI_LANG", "nl"))
	if err != nil || c.Lang != "nl" {
		t.Fatalf("got %+v, %v", c, err)
	}
	if c, err = Load(env("NONMERCI_CONFIG", file)); err != nil || c.Lang != "de" {
		t.Fatalf("got %+v, %v", c, err)
	}
}

func TestASettingCanStandInAFile(t *testing.T) {
	c, err := Load(env("NONMERCI_LANG_FILE", write(t, "it\n")))
	if err != nil || c.Lang != "it" {
		t.Fatalf("got %+v, %v", c, err)
	}
}

func TestMistakesNameTheSettingAndTheRemedy(t *testing.T) {
	for name, c := range map[string]struct {
		env  []string
		want []string
	}{
		"UnknownLanguage": {[]string{"NONMERCI_LANG", "eo"}, []string{"NONMERCI_LANG", "fr, en"}},
		"Both":            {[]string{"NONMERCI_LANG", "fr", "NONMERCI_LANG_FILE", "x"}, []string{"both", "unset one"}},
		"NoFile":          {[]string{"NONMERCI_LANG_FILE", "/nowhere/x"}, []string{"NONMERCI_LANG_FILE", "/nowhere/x"}},
		"NoBase":          {[]string{"NONMERCI_KB", "/nowhere"}, []string{"NONMERCI_KB", "unset"}},
		"NoConfig":        {[]string{"NONMERCI_CONFIG", "/nowhere"}, []string{"NONMERCI_CONFIG", "unset"}},
		"UnknownKey":      {[]string{"NONMERCI_CONFIG", write(t, "language: fr\n")}, []string{"kb and lang"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Load(env(c.env...))
			if err == nil {
				t.Fatal("no error")
			}
			for _, w := range c.want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("%q does not say %q", err, w)
				}
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q is more than one line", err)
			}
		})
	}
}

func TestStringListsEverySetting(t *testing.T) {
	s := Config{KB: "folder"}.String()
	for _, w := range []string{"NONMERCI_KB", "folder", "NONMERCI_LANG"} {
		if !strings.Contains(s, w) {
			t.Errorf("%q lacks %q", s, w)
		}
	}
}
