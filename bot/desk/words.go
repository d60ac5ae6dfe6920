package desk

import (
	"strings"

	"nonmerci/knowledge"
)

// words are the sentences of one language. Each language has its own file, so that a native speaker can review it whole. What stands in
// braces is filled in. Whoever edits may write in more languages than they can read the screens in: French or English.
type words struct {
	Code         string // « fr », « en »
	Colon        string // with the space that the language puts before it
	Months       []string
	Day          string // {day} {month} {year}
	DayAndHour   string // {day} {hour} {minute}
	Yes, No      string
	Langs        map[string]string // by code
	Kinds        map[knowledge.Kind]string
	Difficulties map[knowledge.Difficulty]string
	Devices      map[knowledge.Device]string // headings
	DeviceLine   map[knowledge.Device]string // the line before the steps of a device, in a form
	LinkKind     map[knowledge.LinkKind]string
	Intents      map[string]string // by slug, for the guide
	Field        map[string]string // labels of fields by key: 45 characters at most
	Hint         map[string]string // by key: 100 characters at most
	Actions      map[string]string // by the name of an event
	Traces       map[string]string // what names somebody, by the store's word for it

	// Parts of an entry.
	Links, Changes, Keeps, Notes string
	Nothing                      string
	SectionName, SectionTitle    map[section]string

	// Where an entry stands.
	State, BaseState                                                                map[state]string
	OwnPublished, RevisionLine, DraftLine, ReleaseLine, SharedChanged               string
	WrittenIn, VerifiedOn, ReviewWas, ReviewBy, NoteIn, PhrasesIn                   string
	MarkDraft, MarkHidden, MarkArchived, MarkGone, MarkOwn, MarkLocal               string
	You, AModerator, ACurator, ByRelease, ByCommandLine, BySomebody                 string
	ReadersSay                                                                      string
	UsefulTold, NotUsefulTold, OutdatedTold                                         plural
	DraftsTold, ReleaseTold, GapsTold, SuggestionsTold, StaleTold, RecheckTold      plural
	Asked, EntriesTold, PlacesTold, LinkedWith                                      plural
	GapsOff, SuggestionsOff                                                         string
	HomeTitle, BaseTitle, BaseWarning, BaseList, Home, ToBase, ToCommunity, ToEntry string
	Filter                                                                          map[string]string
	ListEmpty, Find, FindAgain, FoundFor, FoundNothing, Before, After               string

	// Buttons of an entry.
	EditIn, WriteIn, OtherLang, MoreFields, AddPhrase, EditPhrases, NoteButton, Hide, Unhide, CompareShared, TakeBack string
	Preview, History, Archive, Unarchive, SeeDraft, NewEntry, OpenForm, WhichPart, WhichLang, NewTitle                string
	SubjectInFiles, UnknownSubject, IDTaken                                                                           string

	// Drafts, publishing, undoing.
	ReleaseFirst, DraftOf, DraftSaved, WaitsAsDraft, DraftNotSeen, NoDraft, NotTheDraft, Warnings, ReleaseWaits, SecondPerson, SaysNothing string
	Publish, Discard, TakeRelease, KeepOurs, SeeDiff, OnPlatforms, PreviewOf, PreviewLine, PreviewFits                                     string
	PublishedDone, Discarded, Undo, Undone, RolledBack, NothingChanged                                                                     string
	PhraseTitle, PhraseAdded, PhrasesSet, NoteTitle, NoteSet, NoteOnlyShared, HideOnlyShared, ArchiveOnlyOwn                               string
	HiddenDone, UnhiddenDone, ArchivedDone, UnarchivedDone, TakenBack, KeptOurs, TooManyPhrases                                            string
	SummaryNew, SummaryEdit, SummaryPhrase, SummaryHide, SummaryUnhide, SummaryArchive, SummaryUnarchive                                   string
	SummaryKeep, SummaryTakeBack, SummaryUndo, SummaryRollback                                                                             string

	// Overrides, differences, history, log.
	NoOverride, SharedDiff, SharedSame, OursDiff, TakeShared                                             string
	NoDifference, BeforeWas, AfterIs, Removed, Added                                                     string
	HistoryOf, HistoryLine, IsPublished, IsDraft, NoHistory, RevisionButton, RevisionOf, Older, Rollback string
	LogTitle, LogEmpty, Log                                                                              string

	// What was refused or lost.
	Refused, Gone, GoneText, Changed, ChangedText, NotNow, ReadOnly, StoreDown, CannotTell, TooOld, TooOldText          string
	NotYours, NeedsMember, NeedsModerator, NeedsCurator, NotHere, NotHereText, YourText, YourFile, TextFile, RestInFile string
	ToCorrect, NothingSaved, KeptHalfHour, Correct, DropText, TextDropped, Expired, BothTexts, Theirs, Yours            string
	MineCounts, NotText, Missing, TooLong, TooLongHere, NoDay, NoHTML, FactUnfit, Done, Thanks, Cancel                  string

	// Gaps.
	Gaps, GapsOffMeans, GapsMeans, GapsNone, GapLine, GapTitle, GapFacts, GapNear, GapOther, GapWrite, GapDrop string
	GapDropped, GapSettled, GapUnfit, SwitchOn, GapsKept                                                       string

	// Suggestions and promotion.
	SuggestTitle, SuggestOff, SuggestFull, SuggestTwice, SuggestEnough, SuggestKept, Suggestions, SuggestOffMeans, SuggestNone string
	SuggestLine, SuggestAbout, SuggestionTitle, ANewEntry, Accept, AcceptMeans, Decline, DeclinedDone, SuggestDecided          string
	Accepted, Declined, Reason, DecisionPrivate                                                                                string
	PromoteEmpty, PromoteTitle, PromoteMeans, PromoteScrubbed                                                                  string

	// Staleness and figures.
	Stale, StaleMeans, LowRated, Stats, StatsMeans, StatsNone, TopEntries string
	StaleName, StaleShort                                                 map[string]string
	KindName                                                              map[string]string

	// A question that is tested.
	TestTitle, TestAnother, TestAgain, TestUnderstood, TestWhy, TestReply, TestOthers, TestOpen, TestAdd, TestIsAnswer, TestByWords string
	TestNone, TestGuessed, TestUnlisted, TestGeneral, TestService, TestIntent, TestDevice, TestLang, TestOurs, TestEntry, TestSure  string
	TestWhose, TestShared, TestOwn, TestOverride, TestNoted, TestWhich, TestCannot                                                  string
	TestReasons                                                                                                                     map[string]string // by reason

	// An address that is replaced, a file that is imported.
	Replace, ReplaceMeans, ReplaceNone, ReplaceAsk, ReplaceDrafts, ReplaceYes, ReplaceDone, ReplaceNoLink, ReplaceSame, ReplaceMany         string
	AddressesTold                                                                                                                           plural
	Import, ImportMeans, ImportHow, ImportTitle, ImportAdded, ImportChanged, ImportRefused, ImportLine, ImportStop, ImportNothing           string
	ImportAsk, ImportDrafts, ImportYes, ImportDone, ImportKind, ImportRead, ImportArchive, ImportLarge, ImportEmpty, ImportGone, ImportMany string
	ImportTemplate, ImportFile, ImportExample, ImportExampleAsk, ImportExampleShort, ImportExampleStep                                      string
	ImportNew, ImportDiffer, ImportSame, ImportNot, RevisionsTold                                                                           plural
	ByAnother                                                                                                                               string

	// Settings, links, alerts, digest.
	Settings, FollowsReader, TurnOn, TurnOff, SetLang, SetLangMeans, SetTwo, SetTwoMeans, SetGaps, SetSuggest, SetSuggestMeans string
	SetDigest, SetDigestMeans, SetAlerts, SetAlertsMeans, AlertsHere, AlertsOff, AlertsAreOn, AlertsAreOff, ChannelUnknown     string
	SetRole, SetRoleMeans, NoRoles, RoleOfAll, ChooseRole, DropRole                                                            string
	Linking, LinkMeans, MakeCode, TypeCode, CodeMade, CodeUnknown, CodeOurs, TooManyGuesses, JoinMeans, JoinAsk, JoinYes       string
	LinkedDone, Unlink, UnlinkAsk, UnlinkedDone, NotLinked                                                                     string
	WriteAlert, AlertMeans, AlertAsk, AlertYes, AlertSent, AlertTitle                                                          string
	Digest, DigestTitle, DigestGaps, DigestEnd                                                                                 string

	// The model that may put answers into other words.
	SetRephrase, SetRephraseMeans, SetAskModel, SetAskModelMeans string
	ModelTitle, ModelTokens, ModelBudget, ModelSpent             string
	AllowQuestion, ForbidQuestion, AlwaysOriginal, AllowRephrase string // buttons

	// Privacy, export, leaving.
	PrivacyTitle, PrivacyIntro, PrivacyNone, PrivacyHas, PrivacyWhy, InMemory, ForgetMe, ForgetAsk, ForgetYes, Forgotten string
	Export, ExportMeans, ExportNone, Exported, Leave, LeaveMeans, Erase, EraseMeans, EraseLinked, EraseLabel, EraseWord  string
	EraseUnsure, Erased                                                                                                  string

	// The guide.
	GuideTitle, GuideIntro, GuideHow, GuideUpdated, GuideOwn, GuideGeneral, GuideBack, GuideMore string
	ChooseService, ChooseQuestion, ChooseEntry                                                   string
}

// A plural is a sentence with a number in it, {n}.
type plural struct{ None, One, Many string }

var allWords = []*words{&wordsFrench, &wordsEnglish}

// wordsIn returns the words of a language: French for « fr » and its regions, else English.
func wordsIn(lang string) *words {
	if lang == "fr" || strings.HasPrefix(lang, "fr-") || strings.HasPrefix(lang, "fr_") {
		return &wordsFrench
	}
	return &wordsEnglish
}

// fill puts values into a sentence: fill(s, "n", "3") writes 3 for {n}. What is filled in is not looked at again.
func fill(s string, pairs ...string) string {
	all := make([]string, len(pairs))
	for i, p := range pairs {
		if all[i] = p; i%2 == 0 {
			all[i] = "{" + p + "}"
		}
	}
	return strings.NewReplacer(all...).Replace(s)
}

func (w *words) number(p plural, n int) string {
	text := p.Many
	switch n {
	case 0:
		text = p.None
	case 1:
		text = p.One
	}
	return fill(text, "n", itoa(n))
}

func (w *words) yesNo(yes bool) string {
	if yes {
		return w.Yes
	}
	return w.No
}

// langName is a language in words, its code when it has none here.
func (w *words) langName(code string) string { return or(w.Langs[code], code) }

func (w *words) langNames(codes []string) []string {
	var out []string
	for _, c := range codes {
		out = append(out, w.langName(c))
	}
	return out
}

func (w *words) field(key string) string          { return or(w.Field[key], key) }
func (w *words) hint(key string) string           { return w.Hint[key] }
func (w *words) device(d knowledge.Device) string { return or(w.Devices[d], string(d)) }
func (w *words) action(name string) string        { return or(w.Actions[name], name) }
func (w *words) trace(kind string) string         { return or(w.Traces[kind], kind) }

// previewLine says how a platform shows an entry, previewSize the same without its name.
func (w *words) previewLine(p Preview) string { return p.Platform + w.Colon + w.previewSize(p) }

func (w *words) previewSize(p Preview) string {
	if p.Problem != "" {
		return p.Problem
	}
	text := w.PreviewFits
	if p.Messages > 1 {
		text = w.PreviewLine
	}
	return fill(text, "messages", itoa(p.Messages), "size", itoa(p.Size), "limit", itoa(p.Limit))
}

func or(s, fallback string) string {
	if s != "" {
		return s
	}
	return fallback
}
