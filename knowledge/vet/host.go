package vet

import (
	"regexp"
	"strings"
	"unicode"
)

// A verdict is what was found of one host.
type verdict struct {
	code string // "" when there is nothing to say
	arg  string // besides the host
}

// host looks at a host in lower case, and says whether it may stand. link tells that it is pressed, and not just named: only then an
// unknown one is warned of.
func (c *checker) host(field, host string, link bool) bool {
	v, met := c.hosts[host]
	if !met {
		v = c.judge(host)
		c.hosts[host] = v
	}
	switch {
	case v.code == "":
		return true
	case v.code == UnknownHost:
		if link {
			c.warn(field, v.code, clip(host))
		}
		return true
	case v.arg == "":
		c.refuse(field, v.code, clip(host))
	default:
		c.refuse(field, v.code, clip(host), v.arg)
	}
	return false
}

func (c *checker) judge(host string) verdict {
	if c.known != nil && c.known(host) {
		return verdict{}
	}
	for label := range strings.SplitSeq(host, ".") {
		if strings.HasPrefix(label, "xn--") {
			return verdict{code: Punycode}
		}
		if odd := mixed(label); odd != "" {
			return verdict{MixedScript, odd}
		}
	}
	if c.known == nil {
		return verdict{}
	}
	if c.belongs(host) {
		return verdict{}
	}
	if like := c.inside(host); like != "" {
		return verdict{HostInside, like}
	}
	if like := c.like(host); like != "" {
		return verdict{LookAlike, like}
	}
	return verdict{code: UnknownHost}
}

// number is one part of an address of a machine, in any of the ways that browsers read.
var number = regexp.MustCompile(`^(?:0x[0-9a-f]*|\d+)$`)

// numeric says whether a host is a number: 192.168.1.1, [2001:db8::1], 2130706433, 0x7f.1.
func numeric(host string) bool {
	if strings.Contains(host, ":") {
		return true
	}
	return number.MatchString(host[strings.LastIndexByte(host, '.')+1:])
}

// scripts are the alphabets that have letters which look alike.
var scripts = []*unicode.RangeTable{
	unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee, unicode.Coptic, unicode.Lisu,
}

// mixed returns the first letter of a label that is not Latin, when others are of another alphabet than it; "" when all are of one.
func mixed(label string) string {
	var first *unicode.RangeTable
	odd, many := "", false
	for _, r := range label {
		for _, s := range scripts {
			if !unicode.Is(s, r) {
				continue
			}
			if first == nil {
				first = s
			}
			many = many || s != first
			if odd == "" && s != unicode.Latin {
				odd = string(r)
			}
		}
	}
	if !many {
		return ""
	}
	return odd
}

// owner is the part of a host that somebody bought: the last two labels, three under « co.uk » and the like.
func owner(host string) string {
	labels := strings.Split(host, ".")
	n := 2
	if len(labels) > 2 && len(labels[len(labels)-1]) == 2 {
		switch labels[len(labels)-2] {
		case "co", "com", "org", "net", "gov", "gouv", "ac", "edu", "qc":
			n = 3
		}
	}
	return strings.Join(labels[max(0, len(labels)-n):], ".")
}
