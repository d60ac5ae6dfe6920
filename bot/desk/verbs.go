package desk

// basePrefix stands before a verb that acts on the shared base.
const basePrefix = "b-"

// A verb is what an act does, and what it needs.
type verb struct {
	right Rights
	place bool // it is about a community
	base  bool // it is about the shared base
	run   func(*turn) (Screen, error)
}

// verbs are all verbs by name.
func verbs() map[string]verb {
	out := map[string]verb{
		"privacy": {run: (*turn).privacy}, "forget": {run: (*turn).forget}, "forgetyes": {run: (*turn).forgetYes},
		"model":   {run: (*turn).modelChoice},
		"suggest": {right: Member, place: true, run: (*turn).suggest}, "suggested": {right: Member, place: true, run: (*turn).suggested},
		// What was kept is its writer's alone, and asks for the rights of what it is for when it is sent.
		"resume": {run: (*turn).resume}, "drop": {run: (*turn).dropText}, "resend": {run: (*turn).resend},
		"alert": {right: CuratorOnly, run: (*turn).alert}, "alerted": {right: CuratorOnly, run: (*turn).alerted},
		"alertagain": {right: CuratorOnly, run: (*turn).alertAgain}, "alertyes": {right: CuratorOnly, run: (*turn).alertYes},
	}
	for name, run := range map[string]func(*turn) (Screen, error){ // of a community alone
		"new": (*turn).newEntry, "create": (*turn).create, "promote": (*turn).promote,
		"note": (*turn).note, "setnote": (*turn).setNote, "phrases": (*turn).phrases, "setphrases": (*turn).setPhrases,
		"hide": (*turn).hide, "unhide": (*turn).unhide, "changed": (*turn).changed, "keep": (*turn).keep, "unoverride": (*turn).unoverride,
		"gaps": (*turn).gaps, "gap": (*turn).gap, "gaplink": (*turn).gapLink, "gapwrite": (*turn).gapWrite, "gapdrop": (*turn).gapDrop,
		"gapfind": (*turn).gapFind, "gapfound": (*turn).gapFound,
		"suggestions": (*turn).suggestions, "suggestion": (*turn).suggestion, "accept": (*turn).accept, "decline": (*turn).decline, "declined": (*turn).declined,
		"settings": (*turn).settings, "set": (*turn).set, "setlang": (*turn).setLang, "role": (*turn).role, "setrole": (*turn).setRole, "alerts": (*turn).alerts,
		"links": (*turn).linking, "invite": (*turn).invite, "join": (*turn).join, "joined": (*turn).joined, "joinyes": (*turn).joinYes,
		"unlink": (*turn).unlink, "unlinkyes": (*turn).unlinkYes,
		"testwrite": (*turn).testWrite,
		"digest":    (*turn).digest, "exports": (*turn).exports, "export": (*turn).export, "leave": (*turn).leave, "erase": (*turn).erase, "eraseyes": (*turn).eraseYes,
	} {
		out[name] = verb{right: Moderator, place: true, run: run}
	}
	for name, run := range map[string]func(*turn) (Screen, error){ // of a community, and of the shared base for curators
		"home": (*turn).homeScreen, "list": (*turn).list, "find": (*turn).ask, "found": (*turn).found, "show": (*turn).show,
		"edit": (*turn).edit, "part": (*turn).part, "parts": (*turn).parts, "lang": (*turn).langs, "save": (*turn).saveSection,
		"phrase": (*turn).phrase, "addphrase": (*turn).addPhrase, "preview": (*turn).preview, "draft": (*turn).draftScreen,
		"publish": (*turn).publish, "discard": (*turn).discard, "archive": (*turn).archive, "unarchive": (*turn).unarchive,
		"history": (*turn).history, "diff": (*turn).diff, "rollback": (*turn).rollback, "undo": (*turn).undo,
		"stale": (*turn).stale, "stats": (*turn).stats, "log": (*turn).log,
		"replace": (*turn).replace, "replaced": (*turn).replaced, "replaceyes": (*turn).replaceYes,
		"import": (*turn).importFile, "importyes": (*turn).importYes,
		"test": (*turn).test, "tested": (*turn).tested, "testadd": (*turn).testAdd, "testfind": (*turn).testFind, "testfound": (*turn).testFound,
	} {
		out[name] = verb{right: Moderator, place: true, run: run}
		out[basePrefix+name] = verb{right: CuratorOnly, base: true, run: run}
	}
	out[basePrefix+"new"] = verb{right: CuratorOnly, base: true, run: (*turn).newBase}
	out[basePrefix+"create"] = verb{right: CuratorOnly, base: true, run: (*turn).createBase}
	return out
}
