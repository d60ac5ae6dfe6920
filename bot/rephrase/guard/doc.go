// Package guard says whether a text that a language model wrote still says what an entry says, and nothing else.
//
// It is made to refuse. A refusal costs nothing but the model's wording: the curated text is shown instead. A pass that is wrong sends
// somebody to a menu that does not exist. So everything in a candidate must be accounted for by the entry: each sentence is laid against
// one sentence of the entry, its steps in their order; labels, addresses, numbers, dates and names must be the same; words that turn a
// sentence (not, can, must, if, only, all …) must be as many and stand by the same things; every other word must be one of the entry's, a
// form or a near synonym of one, or one of those that say nothing. What cannot be accounted for is a reason to refuse.
//
// Words are compared by what they mean in this one domain, over seven languages (the files under words), so that a translation is judged
// as a rephrasing is. Nothing is learnt, asked or guessed: the same texts give the same verdict. The word lists are read when they are
// first needed, once for the whole program; a bot that rephrases nothing never reads them.
//
// # How it is used
//
// An answer is given to a model as lines, one sentence or item each. Every line that comes back is checked against its own, and the whole
// against the whole, so that nothing may move from one line to another:
//
//	guard.Check(guard.NewSource(line, entryLanguage), reply, wantedLanguage)
//	guard.Check(guard.NewSource(answer, entryLanguage), replies, wantedLanguage)
//
// Give the language of the entry with a line: a short one tells little of it. A step may be given with its number (« 1. Ouvrez … »), and its
// reply as well; then words of navigation and « d’abord » may be added to it. Names of the screen are in bold, and stay in bold and in
// their own language in a translation, where another name may stand beside them in brackets only when the entry has it.
//
// A sentence before the answer says nothing of its own; Opening checks it against the whole entry, which it may give back the goal of:
//
//	guard.Opening(guard.NewSource(answer, entryLanguage), sentence, wantedLanguage)
//
// Where even a checked wording is too much, Assemble takes a text in which the facts are only numbered, {1}, {2}, and puts them back as they
// stand in the entry; the words between them are judged as an opening is.
package guard
