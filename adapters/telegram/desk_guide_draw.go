package telegram

import (
	"strconv"

	"github.com/go-telegram/bot/models"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// The guide is one message for everybody, so no press may change it: each of its buttons is a link into the private chat of whoever taps it,
// where menus are theirs alone. Such links need no answer, work for people without a name, and outlive a restart.

const (
	maxServices  = 12 // buttons for services; beyond, they are shared out among a few buttons by their first letters
	ranges       = 6
	maxQuestions = 16 // buttons for questions in the guide itself; beyond, and in two languages, they have one button
)

// guideDraft draws the guide of a group. link makes the address of a menu.
func guideDraft(page desk.GuidePage, link func(key string) string) draft {
	var paras []para
	for i, p := range page.Parts {
		blocks := append([]bot.Block{{Kind: bot.Heading, Spans: []bot.Span{{Text: p.Title}}}}, p.Intro...)
		if p.Updated != "" {
			blocks = append(blocks, small(p.Updated))
		}
		part := layout(blocks)
		if i > 0 && len(part) > 0 {
			part[0].begins = true
		}
		paras = append(paras, part...)
	}
	d := draft{buttons: guideButtons(page, link)}
	if pages := pagesOf(paras); len(pages) > 0 {
		d.pages = pages[:1] // it is far shorter than a message
	}
	return d
}

func guideButtons(page desk.GuidePage, link func(key string) string) *models.InlineKeyboardMarkup {
	if len(page.Parts) == 0 {
		return nil
	}
	button := func(text, key string) models.InlineKeyboardButton {
		return models.InlineKeyboardButton{Text: label(text), URL: link(key)}
	}
	first := page.Parts[0]
	var out [][]models.InlineKeyboardButton
	var services []models.InlineKeyboardButton
	for _, g := range first.Services {
		if g.Key == ownKey {
			out = append(out, []models.InlineKeyboardButton{button(g.Label, g.Key)})
		}
	}
	for _, g := range firstMenu(first.Services) {
		services = append(services, button(g.Label, g.Key))
	}
	out = append(out, arrange(services, maxInRow)...)
	for _, p := range page.Parts {
		var questions []models.InlineKeyboardButton
		if len(page.Parts) == 1 && len(p.Questions) <= maxQuestions {
			for _, g := range p.Questions {
				questions = append(questions, button(g.Label, g.Key))
			}
		} else if len(p.Questions) > 0 {
			questions = append(questions, button(p.ChooseQuestion, questionsKey))
		}
		out = append(out, arrange(questions, 2)...)
	}
	return rows(out)
}

// Keys of menus that the desk has not: its own are « own », « s-… » and « q-… ».
const (
	ownKey       = "own"
	rootKey      = ""  // services by letter, and questions
	questionsKey = "q" // all questions
	letterKey    = "r-"
)

// A letterRange is the services whose names begin with some letters.
type letterRange struct {
	key, label string
	groups     []desk.GuideGroup
}

// guideLink makes the links of the guide of a group.
func (r *room) guideLink(chat int64) func(key string) string {
	return func(key string) string {
		return r.address(deepLink{kind: linkGuide, spot: spot{chat: chat}, page: key}, 0)
	}
}

func topic(thread int) string { return strconv.Itoa(thread) }
