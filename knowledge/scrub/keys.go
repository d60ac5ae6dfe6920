package scrub

import "strings"

// keyPrefixes begin keys of well-known services.
var keyPrefixes = []string{
	"sk-", "pk_", "sk_", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xox", "eyj", "aiza", "akia", "hf_", "ya29", "ssh-rsa",
}

// tokens removes what looks like a key or a session: sixteen letters and digits mixed, or a known beginning.
func (l *line) tokens() {
	for i := 0; i < len(l.t); i++ {
		if !l.word(i) || l.word(i-1) || l.oneOf(i-1, "_-") {
			continue
		}
		end := i
		for end < i+120 && (l.word(end) || l.oneOf(end, "_-") || l.oneOf(end, ".+/=") && l.word(end+1)) {
			end++
		}
		if end-i < 3 {
			continue
		}
		if l.secretive(i, end) {
			l.remove(i, end, Secret)
		}
		i = end - 1
	}
}

func (l *line) secretive(from, to int) bool {
	s := l.folded(from, to)
	if len(s) >= 20 {
		for _, p := range keyPrefixes {
			if strings.HasPrefix(s, p) {
				return true
			}
		}
	}
	letter, digit, changes := 0, 0, 0
	for i := from; i <= to; i++ {
		t := l.at(i)
		switch {
		case i < to && t.class == letters:
			letter += len(t.fold)
			changes++
		case i < to && t.class == digits:
			digit += len(t.fold)
			changes++
		default: // the words of « claude-3-5-sonnet » are looked at one by one
			if letter+digit >= 16 && digit > 2 && letter > 2 && changes > 3 {
				return true
			}
			letter, digit, changes = 0, 0, 0
		}
	}
	return hexGroups(s)
}

// hexGroups says whether s is a UUID.
func hexGroups(s string) bool {
	parts := strings.Split(s, "-")
	if len(parts) != 5 {
		return false
	}
	for i, n := range [...]int{8, 4, 4, 4, 12} {
		if len(parts[i]) != n || strings.Trim(parts[i], "0123456789abcdef") != "" {
			return false
		}
	}
	return true
}
