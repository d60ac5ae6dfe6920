package guard

// op is what an operator does to its sentence; the names are those of words/operators.txt.
type op uint8

const (
	none op = iota
	opNot
	opCan
	opMust
	opShould
	opIf
	opUnless
	opEvenIf
	opOnly
	opAll
	opSome
	opMost
	opOr
	opBecause
	opBefore
	opAfter
	opSince
	opUntil
	opThan
	opMore
	opLess
	opAtLeast
	opAtMost
	opAbout
	opAlmost
	opToCheck
	opPerhaps
	opSeems
	opReported
	opMemory
	opAccording
	opAlready
	opStill
	opFuture
	opPast
	opYes
	opEver
	opNoMore
	opAnything
	opAnyone
	opFirst
	opNo     // « no », as an answer
	opForbid // « must not », which is not « need not »
	opNor    // « nor », « ni », « and no »: what is denied as well
	ops      // how many there are
)

var opNames = [ops]string{
	"", "not", "can", "must", "should", "if", "unless", "evenif", "only", "all", "some", "most", "or", "because", "before", "after", "since",
	"until", "than", "more", "less", "atleast", "atmost", "about", "almost", "tocheck", "perhaps", "seems", "reported", "memory", "according",
	"already", "still", "future", "past", "yes", "ever", "nomore", "anything", "anyone", "first", "no", "forbid", "nor",
}

// rule is what is broken when an operator is lost, added or moved.
func (o op) rule() Rule {
	switch o {
	case opNot, opEver, opNoMore, opAnything, opAnyone, opYes, opNo, opNor:
		return Negation
	case opCan, opMust, opShould, opForbid:
		return Modality
	case opIf, opUnless, opEvenIf, opBecause, opOr, opThan:
		return Condition
	case opOnly, opAll, opSome, opMost, opMore, opLess, opAtLeast, opAtMost, opAbout, opAlmost:
		return Scope
	case opToCheck, opPerhaps, opSeems, opReported, opMemory, opAccording:
		return Attribution
	}
	return Time
}

// opByName finds an operator by its name in the word lists.
func opByName(name string) op {
	for o := op(1); o < ops; o++ {
		if opNames[o] == name {
			return o
		}
	}
	return none
}
