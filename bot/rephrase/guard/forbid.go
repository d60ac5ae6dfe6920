package guard

// forbidding are the forms of « must » that, denied, forbid; « avoir à », « have to », « müssen » denied only free from something.
var forbidding = map[string]bool{
	"doit": true, "doivent": true, "devez": true, "dois": true, "devons": true, "devra": true, "devront": true, "devrez": true, "faut": true,
	"must": true, "debe": true, "deben": true, "debes": true, "deve": true, "devono": true, "devi": true, "dovete": true, "devem": true, "moet": true, "moeten": true,
}

// leave are the forms of « may » that, denied, forbid as well; « kan niet » only cannot.
var leave = map[string]bool{"mag": true, "mogen": true, "darf": true, "darfst": true, "dürfen": true, "dürft": true}

// forbid tells « must not » from « need not ».
func forbid(in []token, lang string) {
	for i := range in {
		t := &in[i]
		forbids := forbidding[t.form] || t.form == "il" && lastWord(t.text) == "faut"
		forbids = forbids && t.op == opMust || leave[t.form] && t.op == opCan && t.text != "" // « mag niet », « darf nicht »
		if forbids && denied(in, i, lang) {
			t.op = opForbid
		}
	}
}

// denied says whether the verb at i is denied: by a word just before it or, in languages where « not » comes after, soon after it.
func denied(in []token, i int, lang string) bool {
	before, after := 2, 0
	switch lang {
	case "en":
		before, after = 0, 2
	case "nl", "de":
		before, after = 0, 6
	case "fr":
		after = 1
	}
	for j := i - 1; j >= 0 && j >= i-before && in[j].kind == word; j-- {
		if in[j].op == opNot {
			return true
		}
		if in[j].content() {
			break
		}
	}
	for j := i + 1; j < len(in) && j <= i+after && in[j].kind == word; j++ {
		if in[j].op == opNot {
			return true
		}
	}
	return false
}
