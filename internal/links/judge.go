package links

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"
)

// changedFrom is the share of a text from which a page is said to have changed: one sentence of a long page. Fewer words come and go by
// themselves.
const changedFrom = 0.02

// refusals are the answers by which a site keeps robots out: a person may well see the page. 999 is what LinkedIn says.
var refusals = []int{http.StatusUnauthorized, http.StatusForbidden, http.StatusTooManyRequests, http.StatusUnavailableForLegalReasons, 999}

// judge says what the last answer means.
func (v *visit) judge(a *answer) {
	switch s := a.status; {
	case s == http.StatusNotFound || s == http.StatusGone:
		v.result(Gone, "")
	case slices.Contains(refusals, s):
		v.result(Refused, "")
	case a.failing():
		v.result(Failing, "")
	case s >= 200 && s < 300:
		v.read(a)
	default:
		v.result(Unexpected, "")
	}
	v.signIn()
}

// signIn overrules the result when redirects led to where people sign in, whatever that place answers to a robot.
func (v *visit) signIn() {
	if len(v.rec.Hops) > 0 && looksLikeLogin(v.at) && !looksLikeLogin(v.from) {
		v.result(Login, "")
	}
}

// read judges a page that answers: by where it is, by what it asks for, and by its text.
func (v *visit) read(a *answer) {
	p := readPage(a.body, a.kind)
	redirected := len(v.rec.Hops) > 0
	switch {
	case p.isForm() && !looksLikeLogin(v.from):
		v.result(Login, "")
		return
	case redirected && site(v.at) != site(v.from):
		v.result(Elsewhere, "another host")
		return
	case redirected && isHome(v.at) && !isHome(v.from):
		v.result(Elsewhere, "the home page")
		return
	case redirected && !v.passing && !samePage(v.from, v.at):
		v.result(Moved, "")
	default:
		v.result(Well, "")
	}
	now := time.Now().UTC().Truncate(time.Second)
	taken := p.print(now)
	if old := v.rec.Print; old != nil {
		v.rec.Change, v.rec.Compared = taken.change(old), old.Taken
		if v.rec.Change >= changedFrom && v.rec.Result == Well {
			v.result(Changed, "")
		}
	}
	v.rec.Print = taken
}

// fault says what it means that there is no answer.
func (v *visit) fault(err error) {
	if r, ok := errors.AsType[refusal](err); ok {
		v.rec.Status, v.rec.NotBefore = r.status, r.notBefore
		v.result(Robots, fmt.Sprintf("robots.txt answers %d", r.status))
		v.signIn()
		return
	}
	v.rec.Status = 0
	v.result(fault(err))
}
