package links

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

func mustParse(t *testing.T, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// TestRules follows RFC 9309, whose examples are among the cases.
func TestRules(t *testing.T) {
	const us = "\nUser-agent: nonmerci-link-check\n"
	const together = "User-agent: x" + us + "Disallow: /a\n\nUser-agent: y\nDisallow: /c" + us + "Disallow: /b"
	for _, tt := range []struct {
		name, robots string
		allowed      string // paths, separated by spaces
		forbidden    string
	}{
		{"nothing", "", "/ /a", ""},
		{"a page in its place", "<!doctype html><p>No such page: sorry</p>", "/ /a", ""},
		{"an empty rule", "User-agent: *\nDisallow:", "/ /a", ""},
		{"everything", "User-agent: *\nDisallow: /", "", "/ /a"},
		{"the longest decides", "User-agent: *\nAllow: /page/\nDisallow: /page/disallowed.gif", "/page/", "/page/disallowed.gif"},
		{"of two as long, Allow", "User-agent: *\nDisallow: /p\nAllow: /p\nDisallow: /p", "/p", ""},
		{"stars", "User-agent: *\nDisallow: /*.gif$\nDisallow: /a*b*c", "/x.gif/ /abab /b/a", "/x.gif /a1b2c /abcd"},
		{"an anchor", "User-agent: *\nDisallow: /a*.php", "/b/a/x.php", "/a/x.php5"},
		{"a query", "User-agent: *\nDisallow: /*?", "/a", "/a?b /?"},
		{"only the end", "User-agent: *\nDisallow: /$", "/a", "/"},
		{"escapes", "User-agent: *\nDisallow: /a%3cd\nDisallow: /ü\nDisallow: /%62ar", "/a", "/a%3Cd /%C3%BC /bar"},
		{"our group", "User-agent: *\nDisallow: /\n\nUser-Agent : NONMERCI-LINK-CHECK\nDisallow: /b", "/a", "/b"},
		{"our group with a version", "User-agent: NonMerci-link-check/2.0\nDisallow: /b", "/a", "/b"},
		{"another’s group", "User-agent: NonMerci-link-checker\nUser-agent: NonMerci\nDisallow: /", "/", ""},
		{"groups together", together, "/c", "/a /b"},
		{"lines of no group", "Disallow: /\nUser-agent: *\nSitemap: https://example.com/map\nDisallow: /b", "/a", "/b"},
		{"a line that nobody understands", "User-agent: *\nCrawl-delay: 5s\nhello\n:\nDisallow: /b # not this", "/a", "/b"},
		{"ends of lines", "\ufeffUser-agent: *\rDisallow: /b\r\n\r\nDisallow: /c", "/a", "/b /c"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := parseRules([]byte(tt.robots))
			for _, path := range strings.Fields(tt.allowed) {
				if !r.allows(path) {
					t.Errorf("%s is forbidden", path)
				}
			}
			for _, path := range strings.Fields(tt.forbidden) {
				if r.allows(path) {
					t.Errorf("%s is allowed", path)
				}
			}
		})
	}
}

func TestRulesDelay(t *testing.T) {
	for value, want := range map[string]time.Duration{
		"1.5": 1500 * time.Millisecond, "10": 10 * time.Second, "1e9": maxDelay, "-1": 0, "NaN": 0, "Inf": 0, "5s": 0, "": 0,
	} {
		if got := parseRules([]byte("User-agent: *\nCrawl-delay: " + value)).delay; got != want {
			t.Errorf("%q: %s, want %s", value, got, want)
		}
	}
}

// FuzzRules compares patterns with the regular expressions that they stand for, and reads any file without harm.
func FuzzRules(f *testing.F) {
	f.Add("/*.gif$", "/x.gif", "User-agent: *\nDisallow: /")
	f.Add("/a*b*c", "/a1b2c", "\x00:\xff%%%")
	f.Add("*$", "/%e9%E9é", "User-agent:\nAllow")
	f.Fuzz(func(t *testing.T, pattern, path, file string) {
		r := parseRules([]byte(file))
		r.allows(path)
		for _, s := range []string{pattern, path} {
			if once := escaped(s); escaped(once) != once {
				t.Errorf("%q is escaped as %q, and that as %q", s, once, escaped(once))
			}
		}
		if r := parseRules([]byte("User-agent: *\nDisallow: /")); r.allows(path) && strings.HasPrefix(path, "/") {
			t.Errorf("%q is allowed where nothing is", path)
		}
		pattern, path = escaped(pattern), escaped(path)
		want := regexp.QuoteMeta(pattern)
		if rest, ok := strings.CutSuffix(want, `\$`); ok {
			want = rest + "$"
		}
		re := regexp.MustCompile("^" + strings.ReplaceAll(want, `\*`, ".*"))
		if got := fits(pattern, path); got != re.MatchString(path) {
			t.Errorf("%q fits %q: %v", pattern, path, got)
		}
	})
}
