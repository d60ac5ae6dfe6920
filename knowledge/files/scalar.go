package files

import (
	"fmt"
	"regexp"
	"strings"

	"nonmerci/knowledge"
)

func key(b *strings.Builder, k, v string) {
	if v != "" {
		b.WriteString(k + ": " + scalar(v) + "\n")
	}
}

func flow(b *strings.Builder, k string, list []string) {
	if len(list) == 0 {
		return
	}
	written := make([]string, len(list))
	for i, v := range list {
		written[i] = scalar(v)
	}
	b.WriteString(k + ": [" + strings.Join(written, ", ") + "]\n")
}

// day writes a date bare, as people type it.
func day(b *strings.Builder, k string, d knowledge.Date) {
	if !d.IsZero() {
		b.WriteString(k + ": " + d.String() + "\n")
	}
}

var (
	plainScalar = regexp.MustCompile(`^\pL([\pL\pN ’.,/?=&%+()_~–—-]|:[^ ])*$`)
	reserved    = regexp.MustCompile(`(?i)^(true|false|null|yes|no|on|off|y|n|nan|inf|\d[\d.,_+-]*)$`)
	agesScalar  = regexp.MustCompile(`^\d{1,2}(\+|-\d{1,2})$`)
)

// scalar writes a YAML value, in quotes unless it is plain words.
func scalar(v string) string {
	if agesScalar.MatchString(v) || plainScalar.MatchString(v) && !reserved.MatchString(v) && !strings.HasSuffix(v, ":") && !strings.ContainsAny(v, "[]{},") &&
		strings.TrimSpace(v) == v {
		return v
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range v {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r == 0xfeff || r == 0x2028 || r == 0x2029:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
