package discord

import (
	"context"
	"errors"
	"slices"
	"strings"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// What a custom_id of the desk begins with: the acts of buttons and forms are for one person, the menus of the guide for everybody.
const (
	customAct   = "d:"
	customPick  = "c:" // a menu: what was chosen is the last argument of the act
	customForm  = "m:"
	customGuide = "g:"
)

// follows does what an interaction asks of the desk; false says that it is not for the desk.
func (r *room) follows(ctx context.Context, k *ack) bool {
	switch {
	case k.in.kind == kindCommand:
		return r.command(ctx, k)
	case k.in.kind == kindModal:
		r.submitted(ctx, k)
	case k.in.kind == kindComponent && strings.HasPrefix(k.in.button, customAct):
		r.pressed(ctx, k, customAct)
	case k.in.kind == kindComponent && strings.HasPrefix(k.in.button, customPick):
		r.pressed(ctx, k, customPick)
	case k.in.kind == kindComponent && strings.HasPrefix(k.in.button, customGuide):
		r.chosen(ctx, k)
	default:
		return false
	}
	return true
}

// pressed does the act of a button or of a menu. One that is not ours, or somebody else's, is refused in private and changes nothing.
func (r *room) pressed(ctx context.Context, k *ack, kind string) {
	a, err := r.open(kind, k.in)
	switch w := deskWordsIn(k.in.Lang); {
	case errors.Is(err, seal.ErrOwner):
		k.aside(ctx, say(w.OthersButton))
	case err != nil:
		k.aside(ctx, say(w.OldButton))
	case kind == customPick:
		a.Args = append(a.Args, k.in.values...)
		fallthrough
	default:
		r.act(ctx, k, a)
	}
}

// submitted does the act of a form that was filled. What was typed into one that is not ours is given back.
func (r *room) submitted(ctx context.Context, k *ack) {
	a, err := r.open(customForm, k.in)
	if err != nil {
		k.apart(ctx, r.givenBack(k.in))
		return
	}
	a.Fields = k.in.fields
	r.act(ctx, k, a)
}

// open reads the act in a custom_id that was made for whoever uses it.
func (r *room) open(kind string, in interaction) (desk.Act, error) {
	text, err := r.seal.Open(in.button, in.author)
	if err != nil {
		return desk.Act{}, err
	}
	text, ok := strings.CutPrefix(text, kind)
	if !ok {
		return desk.Act{}, seal.ErrSeal
	}
	text, _, _ = strings.Cut(text, ":") // after it stands what makes the custom_id unique in its message
	return desk.Parse(text)
}

// givenBack are the texts of a form that nothing can be done with.
func (r *room) givenBack(in interaction) drawn {
	blocks := []bot.Block{sentence(deskWordsIn(in.Lang).OldForm)}
	var keys []string
	for key := range in.fields {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		if strings.TrimSpace(in.fields[key]) != "" {
			blocks = append(blocks, sentence(in.fields[key]))
		}
	}
	return drawn{parts: screenParts("", blocks, in.mayEmbed)}
}

func sentence(text string) bot.Block {
	return bot.Block{Kind: bot.Paragraph, Spans: []bot.Span{{Text: text}}}
}

// act does an act and shows its screen.
func (r *room) act(ctx context.Context, k *ack, a desk.Act) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	s, err := r.desk.Do(ctx, r.caller(k.in), a)
	r.failed(err)
	r.show(ctx, k, s)
}
