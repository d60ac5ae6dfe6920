package scrub

import (
	"strings"
)

// Hosts whose whole address is what a person is called.
var handleHosts = set(`t.me telegram.me telegram.dog wa.me m.me discord.gg discord.me discordapp.com cash.app paypal.me
	linktr.ee signal.me`)

// profileHosts are those where the first part of a path is a person, but for the pages that belong to the service.
var profileHosts = set(`facebook.com fb.com instagram.com threads.net threads.com x.com twitter.com linkedin.com tiktok.com
	snapchat.com pinterest.com pinterest.fr reddit.com github.com gitlab.com youtube.com twitch.tv medium.com flickr.com
	deviantart.com artstation.com vinted.fr strava.com duolingo.com bsky.app mastodon.social quora.com tumblr.com discord.com
	soundcloud.com spotify.com huggingface.co keybase.io vk.com`)

// pages are first parts of paths that belong to a service.
var pages = set(`settings setting help legal privacy privacypolicy policies policy about account accounts security
	terms support mypreferences psettings ads business download developers blog features pricing login safety community guidelines
	rules tos copilot data consent preferences web app answer hc docs site article articles safetycenter privacycenter privacy-
	center contact`)

// persons are parts of a path that the name or the number of a person follows.
var persons = set(`u user users in pub people person profile profiles profil member members add channel c channels
	invite author authors compte membre`)

// links removes from addresses on the web what may lead to a person: names and passwords before the host, questions after it, paths of
// profiles, keys. The host stays.
func (l *line) links() {
	for i := 0; i < len(l.t); i++ {
		if l.class(i-1) == letters || l.class(i-1) == digits {
			continue
		}
		host := -1
		switch {
		case l.class(i) == letters && l.is(i+1, ":") && l.is(i+2, "/") && l.is(i+3, "/"):
			host = i + 4
		case l.word(i) && !l.oneOf(i-1, "@.-_") && l.bareHost(i):
			host = i
		}
		if host >= 0 {
			i = l.link(i, host) - 1
		}
	}
}

// bareHost says whether a host and a path begin at the token i: « linkedin.com/in/… ».
func (l *line) bareHost(i int) bool {
	dots := 0
	for n := i; n < i+24; n += 2 {
		for l.word(n+1) || l.is(n+1, "-") && l.word(n+2) {
			n++
		}
		switch {
		case !l.word(n):
			return false
		case l.is(n+1, ".") && l.word(n+2):
			dots++
		default:
			return dots > 0 && l.class(n) == letters && len(l.t[n].fold) > 1 && (l.is(n+1, "/") || l.is(n+1, "?"))
		}
	}
	return false
}

// link treats the address from the token i on, with its host at the token host, and returns where it ends.
func (l *line) link(i, host int) int {
	end := host
	for l.class(end) > blank && l.class(end) != gone && !l.oneOf(end, "<>\"`|") {
		end++
	}
	rest := end
	for rest > host && l.oneOf(rest-1, ".,;:!?)]}'*_") {
		rest--
	}
	if rest == host {
		return end
	}
	path := host
	for path < rest && !l.oneOf(path, "/?#\\") {
		if l.is(path, "@") {
			l.replace(host, path+1, Link, "")
			host = path + 1
		}
		path++
	}
	name := strings.TrimPrefix(l.folded(host, path), "www.")
	name, _, _ = strings.Cut(name, ":")
	switch {
	case l.is(i, "tg") || handleHosts[name] && path+1 < rest:
		l.remove(i, rest, Handle)
	case l.is(i, "file"):
		l.remove(host, rest, Link)
	default:
		l.path(parent(name), path, rest)
	}
	return end
}

// path removes what may lead to a person from the tokens of a path and a question.
func (l *line) path(host string, from, to int) {
	parts := strings.FieldsFunc(l.folded(from, to), func(r rune) bool { return r == '/' })
	question := from
	for question < to && !l.oneOf(question, "?#") {
		question++
	}
	for n, part := range parts {
		if q := strings.IndexAny(part, "?#"); q >= 0 {
			part = part[:q]
		}
		if n == 0 && profileHosts[host] && part != "" && !pages[part] || persons[part] && n+1 < len(parts) || odd(part) {
			l.remove(from+1, to, Link)
			return
		}
		if strings.ContainsAny(parts[n], "?#") {
			break
		}
	}
	if question+1 < to {
		l.remove(question+1, to, Link)
	}
}

// odd says whether a part of a path is more than words: a number, a key, an address.
func odd(part string) bool {
	number := 0
	for _, r := range part {
		if r >= '0' && r <= '9' {
			number++
		}
	}
	if number > 0 && len(part) > 15 && !strings.ContainsAny(part, "-_") {
		return true
	}
	return number > 4 || len(part) > 80 || strings.ContainsAny(part, "@%=&~;,:+$!*'()")
}

// parent is the last two parts of a host.
func parent(host string) string {
	if i := strings.LastIndexByte(host, '.'); i > 0 {
		if j := strings.LastIndexByte(host[:i], '.'); j >= 0 {
			return host[j+1:]
		}
	}
	return host
}

// folded is the text of some tokens, folded, at most 2,000 bytes of it.
func (l *line) folded(from, to int) string {
	var b strings.Builder
	for i := from; i < to && b.Len() < 2000; i++ {
		b.WriteString(l.t[i].fold)
	}
	return b.String()
}
