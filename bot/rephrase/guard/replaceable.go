package guard

import "strings"

// replaceable are concepts that carry a sentence more than they decide what it says: another word may stand in their place (see stand.go). None
// of them says who, what, when, where, how much, how sure, allowed or not, on or off, kept or gone.
var replaceable = strings.Fields(`
	navigate open follow next_to see path tool moment change vary depend search help carry case situation basis source entry useful concerned
	rest_on exist general example statement point suffice try take subject inforce space feed guide mode system face act chain ranking deduced
	start_off excerpt figure_in number_of phrase position offer remind rumour title barrier circle centre become available expression interface
	house measure origin controversy caution especially technology held job waiting side load circulate entrust detail experience exercise
	foundation opinion think character portal principle event adopt appear_first belong category skill compare understand contain description
	meant_for designate gesture influence intention intervention inside_of invent judge_view place_of normal ordinary get orientation passage
	practice practitioner prepare presence quality tell_story tidy reproach role solution structure watch latecomer track trip element sector
	pair hub expect situation_of self rewrite list in_place supply note_thing mark phase widely_available asfar turn_to way mean nourish
	dedicated specify tale fact possess proper_answer reachto lastplace atworst selfsame delicate mid gointo trainingrun indicating writtenin
	weigh cause concernment faced setup dueon mere happen let_be matter_to put_in shape show life interpretation bring_closer attach project
	work respect screenshot mot effect suggestion`)

// replaced says whether each thing that a token may mean is one of those.
func replaced(t *token) bool {
	if t.n == 0 || !t.known || t.flags&(proper|negative) != 0 {
		return false
	}
	for _, k := range t.list() {
		if !words().replaceable[k] {
			return false
		}
	}
	return true
}
