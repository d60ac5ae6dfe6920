package understand

import (
	"math"
	"slices"
)

// A gate says how likely it is that a question is ours: a logistic regression on a few facts about a reading. It abstains on
// coverage, not on one score: what is left of a question after its subject and its intent must be explained by words we know to
// belong to such questions.
type gate struct {
	Weights []float64
}

// gateGroups are the concepts that say what a question is made of, by name; a concept that the lexicon lacks is left out.
var gateGroups = [][]string{
	{"ai", "model", "train", "learn", "feed", "prompt", "robots-crawler", "scraping-public-web", "artist-work"},
	{"data", "private-message", "photo", "video", "voice", "text-post", "profile", "cv-job", "conversation", "document-file", "code-repo", "history-memory"},
	{"refuse", "consent", "opt-out-words", "opt-in", "setting-button", "default-on", "concerned-me"},
	{"use", "take", "steal"},
	{"law-legal", "legitimate-interest", "authority", "complain", "lawsuit-fine", "letter", "form", "contact-dpo", "rights-gdpr", "ai-act", "answer-silence", "month-delay"},
	{"delete-erase", "download-export", "account", "close-account", "forget-unlearn", "already-used-past"},
	{"notification", "password-login", "hack-spam", "ads", "follower-visibility", "outage-bug", "price-subscription", "install-update", "generate-image", "how-to-write-with", "best-which-ai", "job-search"},
	{"recipe-food", "weather", "sport", "film-music-game", "homework", "love-life", "health-symptom", "insult"},
	{"switch-on"},
}

const gateFacts = 48

// gateMask returns, for each concept, the bits of the groups it belongs to.
func (l *lexicon) gateMask() []uint16 {
	mask := make([]uint16, len(l.packed.Concepts))
	for i, c := range l.packed.Concepts {
		for g, names := range gateGroups {
			if slices.Contains(names, c.Name) {
				mask[i] |= 1 << g
			}
		}
	}
	return mask
}

// facts are what the gate looks at.
func (m *Model) facts(r *Reading, c Context) [gateFacts]float64 {
	var f [gateFacts]float64
	no, hello := float64(r.Of(IsNo)), float64(r.Of(IsHello))
	ours := r.Best(func(c string) bool { return !IsNo(c) && !IsHello(c) && c != Distress })
	bestNo := r.Best(IsNo)
	general := float64(r.Of(func(c string) bool { _, ok := General(c); return ok }))
	f[0] = 1
	f[1] = logit(no)
	f[2] = logit(hello)
	f[3] = logit(float64(ours.P))
	f[4] = logit(float64(bestNo.P))
	f[5] = entropy(r.Chances)
	f[6] = general
	f[7] = float64(r.Of(func(c string) bool { return c == Bare }))
	f[8] = m.gateScore(r)
	f[9] = flag(r.Subject.Slug != "" && !r.Subject.Guessed)
	f[10] = flag(r.Subject.Guessed)
	f[11] = flag(r.Unlisted != "")
	var seen uint16
	unknown, content := 0.0, 0.0
	for _, t := range r.Tokens {
		if t.Mention >= 0 {
			continue
		}
		for _, k := range t.Concepts {
			seen |= m.lex.mask[k]
		}
		if len(t.Text) > 3 {
			content++
			if !t.Known {
				unknown++
			}
		}
	}
	for g := range gateGroups {
		f[12+g] = flag(seen&(1<<g) != 0)
	}
	f[21] = unknown / (1 + content)
	f[22] = math.Log1p(float64(len(r.Tokens)))
	f[23] = flag(seen&0x1ff == 0)
	f[24] = f[9] * f[12]
	f[25] = f[9] * f[14]
	f[26] = f[9] * f[3]
	f[27] = f[6] * f[12]
	f[28] = f[9] * f[18]
	f[29] = flag(!c.Empty())
	f[30] = f[29] * f[1]
	f[31] = (1 - f[9]) * f[21]
	cov := m.coverage(r.Analysis)
	f[32] = cov.unexplained / (1 + cov.content)
	f[33] = min(cov.unexplained, 4)
	f[34] = cov.against / (1 + cov.content)
	f[35] = min(cov.against, 4)
	f[36] = cov.sum
	f[37] = cov.lowest
	f[38] = cov.highest
	f[39] = flag(cov.content == 0)
	bare := flag(seen&1 == 0) // no word about AI, models or training
	f[40] = bare
	f[41] = bare * f[9]
	f[42] = bare * f[33]
	f[43] = bare * f[35]
	f[44] = bare * f[9] * f[32]
	f[45] = f[29] * f[33]
	f[46] = f[29] * bare
	f[47] = f[9] * f[34]
	return f
}

// gateScore is the evidence of the gate's own linear model, which is trained to tell ours from not ours and nothing else.
func (m *Model) gateScore(r *Reading) float64 {
	return float64(r.gateLogit)
}

// ours is the probability that the question is ours.
func (g *gate) ours(f [gateFacts]float64) float64 {
	var z float64
	for i, w := range g.Weights {
		z += w * f[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// fit finds the weights by gradient descent on the log-loss with a small L2 penalty; it is deterministic.
func (g *gate) fit(facts [][gateFacts]float64, ours []bool, weight []float64) {
	g.Weights = make([]float64, gateFacts)
	var grad2 [gateFacts]float64
	for range 400 {
		var grad [gateFacts]float64
		for i, f := range facts {
			d := g.ours(f)
			if ours[i] {
				d--
			}
			for k, v := range f {
				grad[k] += weight[i] * d * v
			}
		}
		for k := range grad {
			d := grad[k]/float64(len(facts)) + 1e-4*g.Weights[k]
			grad2[k] += d * d
			g.Weights[k] -= 0.3 * d / (1e-8 + math.Sqrt(grad2[k]))
		}
	}
}

func logit(p float64) float64 {
	p = min(max(p, 0.002), 0.998)
	return math.Log(p / (1 - p))
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func entropy(cs []Chance) float64 {
	var h float64
	for _, c := range cs {
		if c.P > 1e-6 {
			h -= float64(c.P) * math.Log(float64(c.P))
		}
	}
	return h
}
