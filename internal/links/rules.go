package links

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"
)

// rules are what a robots.txt says to us. The zero value allows everything. This follows RFC 9309; the library that there is for it
// reads nothing of a file with one line that it does not understand, and finds patterns in the middle of a path.
type rules struct {
	lines []rule
	delay time.Duration // « Crawl-delay », which is no part of the RFC and is widely used
}

type rule struct {
	pattern string
	allow   bool
}

const (
	maxRules = 500 << 10        // bytes of a robots.txt that are read, as the RFC wants
	maxDelay = 60 * time.Second // a longer « Crawl-delay » is not meant for a program that asks a few pages once
)

// parseRules reads a robots.txt: the groups that name Agent, and when there is none those for every robot.
func parseRules(body []byte) rules {
	var named, every rules
	hasName, inHeader := false, false
	var into []*rules
	body = bytes.TrimPrefix(body[:min(len(body), maxRules)], []byte("\ufeff"))
	for line := range strings.FieldsFuncSeq(string(body), func(r rune) bool { return r == '\n' || r == '\r' }) {
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key == "user-agent" {
			if !inHeader {
				into = nil
			}
			inHeader = true
			switch {
			case value == "*":
				into = append(into, &every)
			case strings.EqualFold(productToken(value), Agent):
				hasName = true
				into = append(into, &named)
			}
			continue
		}
		if key == "allow" || key == "disallow" || key == "crawl-delay" {
			inHeader = false // other lines, « Sitemap » among them, are in no group
			for _, r := range into {
				r.add(key, value)
			}
		}
	}
	if hasName {
		return named
	}
	return every
}

// productToken is the part of a User-agent line that names a robot: « Somebot » of « Somebot/1.2 ».
func productToken(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool {
		return r != '-' && r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if end < 0 {
		return s
	}
	return s[:end]
}

func (r *rules) add(key, value string) {
	if key == "crawl-delay" {
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 && !math.IsInf(s, 0) {
			r.delay = time.Duration(min(s, maxDelay.Seconds()) * float64(time.Second))
		}
		return
	}
	if value != "" { // an empty one allows everything, which is so without it
		r.lines = append(r.lines, rule{escaped(value), key == "allow"})
	}
}

// allows says whether a path, with its query, may be asked: the longest pattern that fits decides, and allows when two are as long.
func (r rules) allows(path string) bool {
	path = escaped(path)
	best, allow := -1, true
	for _, l := range r.lines {
		if n := len(l.pattern); n >= best && fits(l.pattern, path) {
			allow = l.allow || n == best && allow
			best = n
		}
	}
	return allow
}

// fits says whether a pattern is how a path begins: * stands for anything, $ at its end for the end of the path.
func fits(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	rest, ok := strings.CutPrefix(path, parts[0])
	if !ok {
		return false
	}
	for i, part := range parts[1:] {
		if whole && i == len(parts)-2 {
			return strings.HasSuffix(rest, part)
		}
		at := strings.Index(rest, part)
		if at < 0 {
			return false
		}
		rest = rest[at+len(part):]
	}
	return !whole || rest == ""
}

// escaped is a path in the one form in which two are compared: letters, digits and -._~ as they are, everything beyond ASCII as %XX.
func escaped(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		c, coded := s[i], false
		if c == '%' && i+2 < len(s) {
			if v, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				c, coded = byte(v), true
				i += 2
			}
		}
		plain := c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
		if c > ' ' && c < 0x7f && !coded || plain {
			out.WriteByte(c)
			continue
		}
		const digits = "0123456789ABCDEF"
		out.Write([]byte{'%', digits[c>>4], digits[c&15]})
	}
	return out.String()
}
