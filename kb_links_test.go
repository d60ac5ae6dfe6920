package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/internal/links"
	"nonmerci/internal/memnet"
)

// linkedBase has three addresses.
const linkedBase = `---
subject: exemplia
lang: fr
name: Exemplia
sources:
  - id: S1
    publisher: Exemplia
    title: Privacy policy
    url: http://exemplia.example/privacy
    basis: found
---

# Exemplia

## Comment refuser l’IA d’Exemplia ? {#opt-out}

` + "```yaml\nkind: toggle\ndifficulty: easy\nsources: [S1]\nreview: 2099-01-02\n```" + `

Coupez tout, comme [l’aide](http://exemplia.example/help) le montre.

### Liens

- [Réglage](http://exemplia.example/settings "setting")

## Exemplia utilise-t-elle mes données ? {#status}

` + "```yaml\nkind: info\nsources: [S1]\nreview: 2099-01-02\n```" + `

Oui, dit [l’aide](http://exemplia.example/help#data).
`

// TestLinksAreCheckedAndResumed interrupts a check, goes on with it, and repeats it once a page has changed.
func TestLinksAreCheckedAndResumed(t *testing.T) {
	dir := t.TempDir()
	kb, state := filepath.Join(dir, "kb"), filepath.Join(dir, "links.jsonl")
	if err := os.MkdirAll(filepath.Join(kb, "fr"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(kb, "fr", "exemplia.md"), []byte(linkedBase), 0o600); err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		asked, text := map[string]int{}, "One may object."
		network := &memnet.Network{}
		l, err := network.Listen("exemplia.example:80")
		if err != nil {
			t.Fatal(err)
		}
		site := &http.Server{ReadHeaderTimeout: time.Minute, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			asked[r.URL.Path]++ // one at a time, as the check must
			switch r.URL.Path {
			case "/privacy", "/settings":
				w.Header().Set("Content-Type", "text/html")
				fmt.Fprintf(w, "<p>%s %s", text, r.URL.Path)
			default:
				http.NotFound(w, r)
			}
		})}
		go func() { _ = site.Serve(l) }()
		defer func() { _ = site.Close() }()

		check := func(ctx context.Context, step func(links.Record)) (string, error) {
			var out, errs bytes.Buffer
			c := linkCheck{baseFlags: baseFlags{kb: kb}, state: state, recheckAfter: time.Hour, options: links.Options{Dial: network.DialContext, Step: step}}
			err := app{getenv: os.Getenv, out: &out, errs: &errs}.links(ctx, c)
			if errs.Len() > 0 {
				t.Errorf("progress is shown where there is no terminal: %s", errs.String())
			}
			return out.String(), err
		}
		ctx, cancel := context.WithCancel(t.Context())
		out, err := check(ctx, func(links.Record) { cancel() })
		if err == nil || out != "" || !strings.HasPrefix(err.Error(), "interrupted after 1 of 3 addresses, kept in "+state+"; run the same") {
			t.Fatalf("interrupted: %q, %v", out, err)
		}
		synctest.Wait()
		before := len(asked)
		if out, err = check(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		want := "Gone: the site says that there is no such page (404, 410): 1\n" +
			"  http://exemplia.example/help (404): exemplia/opt-out, exemplia/status\n\n3 addresses: 2 well, 1 gone\n"
		if out != want {
			t.Errorf("got\n%s\nwant\n%s", out, want)
		}
		synctest.Wait()
		if before > 3 || asked["/help"] != 1 || asked["/privacy"]+asked["/settings"] > 3 {
			t.Errorf("asked %v", asked)
		}
		time.Sleep(2 * time.Hour)
		text = "Nobody may object any more."
		if out, err = check(t.Context(), nil); err != nil || !strings.HasSuffix(out, "3 addresses: 0 well, 1 gone, 2 changed\n") {
			t.Errorf("later: %v\n%s", err, out)
		}
	})
}
