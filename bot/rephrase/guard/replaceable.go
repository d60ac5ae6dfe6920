package guard

import "strings"

// replaceable are concepts that carry a sentence more than they decide what it says: another word may stand in their place (see stand.go). None
// of them says who, what, when, where, how much, how sure, allowed or not, on or off, kept or gone.
var replaceable = strings.Fields(`
	navigate open next_to moment vary depend carry case situation basis useful concerned rest_on exist general example statement point
	suffice try take subject space act deduced start_off figure_in position offer become held waiting circulate entrust detail
	think character event adopt appear_first belong compare understand contain meant_for designate gesture influence intention inside_of invent
	judge_view place_of normal ordinary get orientation passage practice prepare presence solution structure tell_story tidy expect situation_of
	self in_place supply note_thing mark widely_available asfar turn_to way mean nourish dedicated specify fact possess proper_answer reachto
	lastplace atworst selfsame mid gointo indicating writtenin weigh cause concernment setup dueon mere happen let_be matter_to put_in shape
	show see life interpretation bring_closer attach respect effect caution especially`)

// spareable are those of them that may be missing where nothing stands in their place.
var spareable = strings.Fields(`
	show appear_first situation situation_of get exist available happen setup put_in let_be matter_to mere way mean in_place indicating selfsame point life
	shape see concernment cause become held presence figure_in writtenin`)

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
