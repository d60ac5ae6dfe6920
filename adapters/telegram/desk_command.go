package telegram

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-telegram/bot/models"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// refusedEvery is how often one person is told in a group that something is not for them; in between there is silence.
const refusedEvery = time.Minute

// maxLook is how many characters are searched for.
const maxLook = 200

// answers says whether a message is for the desk, and answers it. done is false when it was cut off.
func (r *room) answers(ctx context.Context, w *window, j *job, q *question) (mine, done bool) {
	switch {
	case r.hands(q):
		return true, r.handedIn(ctx, w, j, q)
	case q.aim == aimMute:
		return true, true // nothing waits for text
	case q.aim == aimLink && !q.at.group:
		return true, r.follows(ctx, w, j, q)
	case q.aim == aimPrivacy:
		return true, r.privacy(ctx, w, j, q)
	case q.aim != aimDesk:
		return false, true
	}
	name, words, _ := strings.Cut(q.text, " ")
	if r.cares(ctx, w, j, q, words) {
		return true, ctx.Err() == nil
	}
	if q.at.group {
		return true, r.inGroup(ctx, w, j, q, name, strings.TrimSpace(words))
	}
	return true, r.inPrivate(ctx, w, j, q, name, strings.TrimSpace(words))
}

// follows does what a deep link leads to.
func (r *room) follows(ctx context.Context, w *window, j *job, q *question) bool {
	s, now := seatFor(q), time.Now()
	words := deskWordsIn(s.lang)
	l, err := openLink(r.seal, q.text, uint64(s.who)) //nolint:gosec // ids of people are positive
	switch {
	case errors.Is(err, errLinkOwner):
		return r.say(ctx, w, j, s, words.OthersLink)
	case err != nil || !r.usable(l, now):
		return r.say(ctx, w, j, s, words.OldLink)
	}
	s.spot = l.spot
	if l.kind == linkGuide {
		return r.menu(ctx, w, j, s, tap{chat: l.spot.chat, key: l.page})
	}
	if l.kind == linkOnce {
		st, err := r.standing(ctx, l.spot.chat, s.who)
		switch {
		case err != nil:
			r.failed(err)
			return r.say(ctx, w, j, s, words.CannotTell)
		case st.rights < desk.Moderator:
			return r.say(ctx, w, j, s, words.OthersLink)
		case !r.used.Add(l.nonce, now):
			return r.say(ctx, w, j, s, words.OldLink)
		}
		s.spot.hidden = st.hidden
	}
	return r.act(ctx, w, j, s, l.act)
}

// inPrivate answers a command in private: about the group that its author last came from.
func (r *room) inPrivate(ctx context.Context, w *window, j *job, q *question, name, words string) bool {
	s := seatFor(q)
	if name == "guide" {
		if at, ok := r.last.get(s.who, time.Now()); ok {
			s.spot = at
		}
		return r.menu(ctx, w, j, s, tap{chat: s.spot.chat})
	}
	act := desk.NewAct(map[string]string{"kb": "home", "suggest": "suggest", "digest": "digest", "test": "test"}[name])
	var known bool
	if s.spot, known = r.last.get(s.who, time.Now()); !known {
		if name != "kb" && name != "test" || !r.curators[s.who] {
			return r.say(ctx, w, j, s, with(deskWordsIn(s.lang).FromGroup, "command", name))
		}
		act.Verb = "b-" + act.Verb
	}
	if name == "kb" && words != "" {
		act.Verb, act.Fields = strings.Replace(act.Verb, "home", "found", 1), map[string]string{"q": words}
	}
	if name == "test" && words != "" {
		act.Verb, act.Fields = act.Verb+"ed", map[string]string{"question": words}
	}
	if name == "suggest" && words != "" {
		act.Verb, act.Fields = "suggested", map[string]string{"text": words}
	}
	return r.act(ctx, w, j, s, act)
}

// inGroup answers a command in a group by one short message, with a link into private where it goes on.
func (r *room) inGroup(ctx context.Context, w *window, j *job, q *question, name, words string) bool {
	t := deskWordsIn(q.lang)
	by, refusal, err := r.author(ctx, q)
	switch {
	case err != nil:
		r.failed(err)
		return r.refuse(ctx, w, j, q, t.CannotTell)
	case refusal != "":
		return r.refuse(ctx, w, j, q, refusal)
	case name == "suggest":
		return r.suggested(ctx, w, j, q, by, words)
	case by.rights < desk.Moderator:
		if name != "kb" || !r.curators[by.id] {
			return r.refuse(ctx, w, j, q, t.OnlyModerators)
		}
		return r.invite(ctx, w, j, q, by, t.KBHere, spot{}, desk.NewAct("b-home")) // their work is not this community's
	}
	here := spot{chat: r.chats.now(q.at.chat), thread: q.at.thread}
	switch name {
	case "guide":
		return r.guideCommand(ctx, w, j, q, strings.Fields(strings.ToLower(words)))
	case "digest":
		return r.invite(ctx, w, j, q, by, t.DigestHere, here, desk.NewAct("digest"))
	case "test":
		if words == "" {
			words = strings.TrimSpace(q.message.ReplyTo.words())
		}
		if words == "" {
			return r.invite(ctx, w, j, q, by, t.TestHere, here, desk.NewAct("test"))
		}
		return r.inviteWith(ctx, w, j, q, by, t.TestHere, here, "tested", "question", words)
	}
	first, _, _ := strings.Cut(strings.ToLower(words), " ")
	switch {
	case words == "":
		return r.invite(ctx, w, j, q, by, t.KBHere, here, desk.NewAct("home"))
	case slices.Contains([]string{"add", "ajouter"}, first):
		text := strings.TrimSpace(words[len(first):])
		if text == "" {
			text = q.message.ReplyTo.words()
		}
		if strings.TrimSpace(text) == "" {
			return r.refuse(ctx, w, j, q, t.PromoteHow)
		}
		return r.inviteWith(ctx, w, j, q, by, t.PromoteHere, here, "promote", "text", text)
	case len([]rune(words)) > maxLook:
		return r.refuse(ctx, w, j, q, t.TooLongToLook)
	}
	return r.inviteWith(ctx, w, j, q, by, t.FoundHere, here, "found", "q", words)
}

// An author is who wrote a command in a group.
type author struct {
	id     int64 // 0: an anonymous administrator
	rights desk.Rights
}

// author says who wrote a command. refusal is for those that nobody can hold to it; the error says that Telegram cannot tell.
func (r *room) author(ctx context.Context, q *question) (a author, refusal string, err error) {
	switch q.message.author() {
	case AnonymousAdmin:
		return author{rights: desk.Moderator}, "", nil
	case AskPlatform:
		st, err := r.standing(ctx, q.at.chat, q.message.From.ID)
		return author{q.message.From.ID, st.rights}, "", err
	}
	return a, deskWordsIn(q.lang).Nameless, nil
}

// refuse says something to the author of a command, the same at most once a minute.
func (r *room) refuse(ctx context.Context, w *window, j *job, q *question, text string) bool {
	if !r.told.Add(strconv.FormatInt(q.at.chat, 10)+" "+string(q.from)+" "+text, time.Now()) {
		return true
	}
	return r.deliver(ctx, w, j, q.at, q.id, draft{pages: screenPages("", []bot.Block{sentence(text)})})
}

// privacy shows people what is kept of them, in private; the conversation is forgotten at once, as it says.
func (r *room) privacy(ctx context.Context, w *window, j *job, q *question) bool {
	r.core.Forget(r.chats.name(q.at), q.from)
	if !q.at.group {
		return r.act(ctx, w, j, seatFor(q), desk.NewAct("privacy"))
	}
	text := bot.WordsIn(q.lang).Privacy
	if q.message.author() != AskPlatform {
		return r.deliver(ctx, w, j, q.at, q.id, draft{pages: screenPages("", []bot.Block{sentence(text)})})
	}
	id := q.message.From.ID
	l := deepLink{kind: linkBound, until: time.Now().Add(linkLife), act: desk.NewAct("privacy")}
	return r.deliver(ctx, w, j, q.at, q.id, draft{
		screenPages("", []bot.Block{sentence(text)}),
		rows([][]models.InlineKeyboardButton{{{Text: label(deskWordsIn(q.lang).Open), URL: r.address(l, uint64(id))}}}), //nolint:gosec // ids of people are positive
	})
}
