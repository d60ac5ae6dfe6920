package links

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

var (
	// loginHosts begin the names of hosts where people sign in: accounts.google.com, login.microsoftonline.com.
	loginHosts = []string{"accounts", "appleid", "auth", "idmsa", "idp", "login", "oauth", "passport", "signin", "sso"}
	// loginPaths are parts of paths where people sign in, without the dashes between their words.
	loginPaths = []string{
		"accedi", "anmelden", "auth", "authorize", "authwall", "connexion", "iniciarsesion", "inloggen", "login", "oauth", "oauth2", "saml",
		"seconnecter", "servicelogin", "signin", "sso", "wplogin",
	}
	separators = strings.NewReplacer("-", "", "_", "")
)

// maxFormWords is how many words a page with a field for a password may have and still be a page to sign in: articles with such a field
// in a corner have more.
const maxFormWords = 150

// looksLikeLogin says whether an address is where people sign in, by its host or a part of its path.
func looksLikeLogin(u *url.URL) bool {
	first, _, _ := strings.Cut(strings.ToLower(u.Hostname()), ".")
	if slices.Contains(loginHosts, first) {
		return true
	}
	for part := range strings.SplitSeq(strings.ToLower(u.Path), "/") {
		part = strings.TrimSuffix(part, path.Ext(part))
		if slices.Contains(loginPaths, separators.Replace(part)) {
			return true
		}
	}
	return false
}

// isForm says whether a page is little more than a form to sign in.
func (p page) isForm() bool { return p.password && len(p.words) <= maxFormWords }

// home is the path of a home page, with or without a language.
var home = regexp.MustCompile(`(?i)^/?([a-z]{2}([-_][a-z]{2})?)?/?((index|home|accueil|default)(\.[a-z]{2,5})?)?/?$`)

func isHome(u *url.URL) bool { return home.MatchString(u.Path) }

// site is the host of an address without what stands for the same site.
func site(u *url.URL) string {
	host := strings.ToLower(u.Hostname())
	for _, prefix := range []string{"www.", "m.", "mobile."} {
		if rest, ok := strings.CutPrefix(host, prefix); ok && strings.Contains(rest, ".") {
			return rest
		}
	}
	return host
}

// samePage says whether two addresses differ only in what leads to the same page: the scheme, « www. », capitals, a slash at the end.
func samePage(a, b *url.URL) bool {
	key := func(u *url.URL) string {
		return site(u) + strings.ToLower(strings.TrimRight(u.Path, "/")) + "?" + u.RawQuery
	}
	return key(a) == key(b)
}
