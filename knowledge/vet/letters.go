package vet

import (
	"strings"

	"nonmerci/knowledge/text"
)

// figures are those that stand for letters; 1 stands for two.
var figures = []*strings.Replacer{
	strings.NewReplacer("0", "o", "1", "l", "3", "e", "4", "a", "5", "s", "7", "t", "8", "b", "9", "g"),
	strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "8", "b", "9", "g"),
	strings.NewReplacer("rn", "m"), strings.NewReplacer("vv", "w"), strings.NewReplacer("cl", "d"), strings.NewReplacer("-", ""),
}

// shapes are the ways a host may be read: itself, its letters as ASCII has them, its figures as letters, two letters as one, without
// dashes.
func shapes(host string) []string {
	folded := text.Fold(alphabets.Replace(host))
	out := []string{folded}
	if folded != host {
		out = []string{host, folded}
	}
	for _, f := range figures {
		if s := f.Replace(folded); s != folded {
			out = append(out, s)
		}
	}
	return out
}

// alphabets writes letters of other alphabets as the Latin ones that they look like.
var alphabets = strings.NewReplacer(
	"а", "a", "в", "b", "с", "c", "ԁ", "d", "е", "e", "ғ", "f", "ԍ", "g", "һ", "h", "н", "h", "і", "i", "ї", "i",
	"ј", "j", "к", "k", "ӏ", "l", "м", "m", "п", "n", "о", "o", "р", "p", "ԛ", "q", "г", "r", "ѕ", "s", "т", "t",
	"ц", "u", "ѵ", "v", "ԝ", "w", "х", "x", "у", "y", "з", "3", "б", "6", "α", "a", "β", "b", "ε", "e", "η", "n",
	"ι", "i", "κ", "k", "μ", "u", "ν", "v", "ο", "o", "ρ", "p", "τ", "t", "υ", "u", "χ", "x", "ω", "w", "γ", "y",
	"σ", "o", "օ", "o", "ո", "n", "ս", "u", "հ", "h", "ց", "g", "ɡ", "g", "ɑ", "a", "ⅼ", "l",
)
