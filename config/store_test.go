package config

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestTheDatabaseOfServe(t *testing.T) {
	for name, c := range map[string]struct {
		config Config
		want   string
	}{
		"nothing set":  {Config{}, "sqlite:" + filepath.Join("nonmerci-state", "nonmerci.db")},
		"a folder":     {Config{StateDir: "/var/lib/nonmerci"}, "sqlite:" + filepath.Join("/var/lib/nonmerci", "nonmerci.db")},
		"an address":   {Config{StateDir: "x", DatabaseURL: "sqlite:other.db"}, "sqlite:other.db"},
		"another kind": {Config{DatabaseURL: "postgres://h/db"}, "postgres://h/db"},
	} {
		if got := c.config.Database(); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestCuratorsAreReadInAnyList(t *testing.T) {
	want := []string{"discord:123", "telegram:456"}
	for _, s := range []string{"discord:123 telegram:456", "discord:123,telegram:456", " discord:123 ;\n telegram:456\n"} {
		if got := (Config{Curators: s}).CuratorList(); !slices.Equal(got, want) {
			t.Errorf("%q: %q", s, got)
		}
	}
	if got := (Config{}).CuratorList(); len(got) != 0 {
		t.Errorf("%q", got)
	}
}

func TestTheDatabaseIsShownWithoutItsPassword(t *testing.T) {
	for address, want := range map[string]string{
		"sqlite:dir/nonmerci.db": "sqlite:dir/nonmerci.db",
		"postgres://bot:s3cret@db.example:5432/nonmerci?sslmode=disable": "postgres://bot@db.example:5432/nonmerci",
		"postgres://db.example/nonmerci?user=bot&password=s3cret":        "postgres://db.example/nonmerci",
		"postgres://bot:s3cret%zz@db.example/nonmerci":                   "set",
	} {
		s := Config{DatabaseURL: address}.String()
		if !strings.Contains(s, " "+want+"\n") || strings.Contains(s, "s3cret") {
			t.Errorf("%s is shown in\n%s", address, s)
		}
	}
}

func TestWhatAContactMayBe(t *testing.T) {
	for _, s := range []string{"", "https://example.org/bot", "http://example.org", "someone@example.org", "mailto:someone@example.org"} {
		if err := checkContact(s); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
	for _, s := range []string{"me", "example.org", "https://", "ftp://example.org", "https://example.org/(x)", "https://example.org/a,b", "two words@example.org", "é@example.org", "a@b"} {
		if checkContact(s) == nil {
			t.Errorf("%q is taken", s)
		}
	}
}
