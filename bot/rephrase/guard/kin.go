package guard

import "strings"

// kin are concepts, a line each, that stand for each other at one place of a sentence that is otherwise the same: « vos messages restent chez
// Meta », « Meta garde vos messages ». They are no synonyms, and anywhere else each is only itself. None of two on a line says the opposite of the
// other, or more of how sure, how much, how long or who.
var kin = strings.Split(strings.TrimSpace(`
linked attach belong bring_closer matter_to depend
gesture switch put_in happen putback gointo navigate
remain continue saved save stay_same in_place held own possess
see show appear_first find indicating figure_in writtenin mark announce
prevent barrier keepfrom
use serve take nourish trainingrun work
train trainingrun nourish machine_learning
message write send contact letter
write contact turn_to request speak
delete remove clear
collect crawl take
exist available offer get supply provide_for setup in_place find
change vary become different effect influence
long lasting moment times
setting mode choose measure switch
prompt request question
privacy confidential security protect
know understand discover find
tell announce statement speak specify report note_thing
read review_of watch see
person user
company organisation
service platform product tool
concerned apply concernment effect inforce matter_to include
decision choose
answer proper_answer
search discover
again redone relaunch
important serious strong heavy big
work job project
reason cause point
example case sample situation
start start_off rollout
end finish final closed
quit outside escape_rule excluded
include contain count figure_in
help accompany improve
giveout offer entrust
send transmit transfer giveout
ordinary normal common general regular
true exact fact really
limit reduce
hide hidden_from
model ai machine_learning
menu space passage place_of portal tidy
create write draft
undone putback
good useful better
`), "\n")

// related says whether two words have concepts of one such line.
func related(a, b *token) bool {
	v := words()
	for _, k := range a.list() {
		for _, l := range b.list() {
			if v.kin[k]&v.kin[l] != 0 {
				return true
			}
		}
	}
	return false
}
