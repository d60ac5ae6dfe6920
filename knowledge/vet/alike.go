package vet

import "strings"

// tenants are hosts under which anybody can have one: knowing one of them says nothing of the others.
var tenants = map[string]bool{
	"substack.com": true, "tumblr.com": true, "medium.com": true, "wordpress.com": true, "squarespace.com": true, "github.io": true,
	"pages.dev": true, "vercel.app": true, "netlify.app": true, "blogspot.com": true, "notion.site": true, "deviantart.com": true,
	"herokuapp.com": true, "wixsite.com": true, "web.app": true, "firebaseapp.com": true, "azurewebsites.net": true,
	"cloudfront.net": true, "amazonaws.com": true, "gitlab.io": true,
}

// Known returns what Entry wants to know of some hosts: whether a host is one of them, or one of them stands under it. « www. » makes no
// difference.
func Known(hosts []string) func(host string) bool {
	set := map[string]bool{}
	for _, h := range hosts {
		h = strings.TrimPrefix(strings.ToLower(h), "www.")
		for own := owner(h); h != own && strings.Contains(h, "."); {
			set[h] = true
			_, h, _ = strings.Cut(h, ".")
		}
		set[h] = true
	}
	return func(host string) bool { return set[strings.TrimPrefix(host, "www.")] }
}

// belongs says whether a host is known, or somebody owns it who owns one that is.
func (c *checker) belongs(host string) bool {
	own := owner(host)
	return c.known(host) || c.known(own) && !tenants[own]
}

// inside returns a known host that begins or fills the middle of a host, « linkedin.com.evil.org », "" when there is none. A country
// after it, « google.com.br », is not somebody else's.
func (c *checker) inside(host string) string {
	labels := strings.Split(host, ".")
	for from := range labels {
		for to := from + 2; to < len(labels) && to < from+5; to++ {
			part := strings.Join(labels[from:to], ".")
			country := to == len(labels)-1 && len(labels[to]) == 2
			if c.known(part) && !country {
				return part
			}
		}
	}
	return ""
}

const (
	// shortLabel is how long a name must be for a letter more or less to mean something: « ring.com » is not « bing.com ».
	shortLabel = 5
	// longLabel bounds the work: no known name is longer.
	longLabel = 40
)

// like returns the known host that a host can be taken for, "" when there is none: written with other letters or figures, or one letter
// away.
func (c *checker) like(host string) string {
	for n, form := range shapes(host) {
		own := owner(form)
		if n > 0 && c.known(own) && !tenants[own] {
			return own
		}
		if near := c.near(own); near != "" {
			return near
		}
	}
	return ""
}

// near returns a known host one letter away from a host: a letter more or less, another, two exchanged, in its first label; or « .com »
// mistyped.
func (c *checker) near(host string) string {
	label, rest, _ := strings.Cut(host, ".")
	if len(label) > longLabel || len(label) < shortLabel {
		return ""
	}
	switch rest {
	case "co", "cm", "om", "con", "cmo", "comm", "ocm", "vom", "xom":
		if c.known(label + ".com") {
			return label + ".com"
		}
	}
	return edits(label, func(other string) string {
		if h := other + "." + rest; other != label && len(other) >= shortLabel && c.known(h) {
			return h
		}
		return ""
	})
}

// edits returns the first answer that is not "" to any string one edit away from s, in the letters of names of hosts.
func edits(s string, answer func(string) string) string {
	const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789-"
	for i := 0; i <= len(s); i++ {
		if i < len(s) {
			if a := answer(s[:i] + s[i+1:]); a != "" {
				return a
			}
		}
		if i+1 < len(s) {
			if a := answer(s[:i] + s[i+1:i+2] + s[i:i+1] + s[i+2:]); a != "" {
				return a
			}
		}
		for k := range len(alphabet) {
			if a := answer(s[:i] + alphabet[k:k+1] + s[i:]); a != "" {
				return a
			}
			if i < len(s) {
				if a := answer(s[:i] + alphabet[k:k+1] + s[i+1:]); a != "" {
					return a
				}
			}
		}
	}
	return ""
}
