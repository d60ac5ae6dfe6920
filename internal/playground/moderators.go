package playground

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// What moderators and members type for the pictures of the desk.
const (
	deskQuestion = "comment refuser l’IA de Boursorama ?" // of a service that the base does not know
	deskProposal = "Il manque une fiche sur l’application de ma banque."
	deskFound    = "linkedin mineurs"
	deskShort    = "Non : chez LinkedIn, les comptes de mineurs ne servent pas à entraîner l’IA. Si vous avez un doute, demandez-nous ici."
)

// Captions of the pictures of the desk, on both platforms.
const (
	captionHome  = "L’accueil des modérateurs"
	captionForm  = "Modifier une fiche"
	captionDraft = "Le brouillon, avant de publier"
	captionGuide = "Le guide, dans le salon"
)

// moderators are the pictures of what a moderator sees on each platform: the home screen, an entry being edited, its draft, and the guide.
func (p *Playground) moderators(ctx context.Context) ([]Picture, error) {
	var out []Picture
	for _, ph := range phones {
		desk := p.discord.desk
		if ph.Name == "telegram" {
			desk = p.telegram.desk
		}
		list, err := desk(ctx)
		if err != nil {
			return nil, fmt.Errorf("screens of moderators on %s: %w", ph.Title, err)
		}
		png, err := picture(ctx, ph, list, asScreens)
		if err != nil {
			return nil, fmt.Errorf("picture of moderators on %s: %w", ph.Title, err)
		}
		out = append(out, Picture{"moderators-" + ph.Name, png})
	}
	return out, nil
}

// gapsWritten is how long the program takes to write questions that it could not answer, and a little more.
const gapsWritten = 6 * time.Second

func rest(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// begins says whether a label begins with words, whatever kind its spaces are.
func begins(label, words string) bool {
	spaces := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
	return strings.HasPrefix(spaces.Replace(label), words)
}

// still are messages as a picture shows them, the same tomorrow.
func still(all ...message) []message {
	for i := range all {
		all[i].Time, all[i].Menu = noon, nil
	}
	return all
}
