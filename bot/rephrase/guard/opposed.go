package guard

import "strings"

// opposed are concepts, two a line, that never stand for each other, whatever else their words may mean: « font partie » is also said of who leaves.
var opposed = pairsOf(`
include excluded
belong excluded
contain excluded
part excluded
start end
start closed
open closed
remain remove
remain delete
saved delete
saved remove
see hide
accept refuse
allow forbidden
allow prevent
add remove
increase reduce
public private
free paid
on off`)

func pairsOf(list string) (out [][2]string) {
	for line := range strings.Lines(strings.TrimSpace(list)) {
		f := strings.Fields(line)
		out = append(out, [2]string{f[0], f[1]})
	}
	return out
}

// contrary says whether two words have concepts of one such line.
func contrary(a, b *token) bool {
	v := words().concepts
	for _, p := range opposed {
		if a.is(v[p[0]]) && b.is(v[p[1]]) || a.is(v[p[1]]) && b.is(v[p[0]]) {
			return true
		}
	}
	return false
}

// bidInstead refuses a run in which the reader is told to do what somebody does in the unit: « Google sends feedback », « send Google feedback ».
func bidInstead(u *unit, run *run, match []places, r *reasons) {
	for i := range run.tokens {
		t := &run.tokens[i]
		if !t.content() || t.kind != word || t.name || !tells(run.tokens, i) || participle(t.form) {
			continue
		}
		_, j, single := where(u, &match[i])
		if !single || j == 0 || !acts(&u.tokens[j-1]) || afterPreposition(u.tokens, j-1) || u.tokens[j].kind != word {
			continue
		}
		form := u.tokens[j].form
		french := strings.HasSuffix(t.form, "ez") && len(form) > 3 && strings.HasPrefix(t.form, form[:3]) && !strings.HasSuffix(form, "ez") && !participle(form) && !infinitive(form)
		english := form == t.form+"s" || form == t.form+"es"
		if french || english {
			r.add(Name, twoOf(run.tokens, i))
			return
		}
	}
}
