// Package taxonomy lists what can be asked: the intents of a service and the general questions.
package taxonomy

// Intents are what a reader can ask of a service.
var Intents = []string{
	"opt-out",    // how to refuse, switch off, remove consent
	"status",     // does it train on my data? is it on by default? am I concerned?
	"data",       // which data is used or not used
	"since",      // since when, until when, deadlines
	"why",        // what for
	"legal",      // is it legal, on what legal basis, who decided what
	"regions",    // which countries or regions
	"minors",     // minors, children
	"effect",     // what refusing changes, data already used, can I lose something
	"delete",     // delete or download data, an account, an assistant's memory
	"object",     // formal objection: form, letter, whom to write to
	"enterprise", // work, school, company or paid accounts
}

// General are the questions that name no service.
var General = []string{
	"right-to-object",             // may I refuse that my data trains an AI?
	"complaint",                   // complain to the CNIL and others, group actions
	"legitimate-interest",         // what « intérêt légitime » means
	"objection-letter",            // what a good letter contains, an example
	"no-reply",                    // the company does not answer, or refuses
	"already-trained",             // can an AI forget, is it too late
	"minors-general",              // children and AI training in general
	"hoax",                        // chain posts, rumours, scams
	"artists",                     // protect one's art or site
	"scraping",                    // data already collected from the web
	"optin-optout",                // what opt-in and opt-out mean
	"gdpr-basics",                 // which rights there are
	"ai-act",                      // AI Act, Digital Omnibus
	"all-services",                // where to begin, everything at once, the list of services
	"authorities-other-countries", // BE, CH, LU, Québec, UK, IE…
	"employer",                    // professional data, one's employer
}

// Rights is the pseudo-subject of general questions.
const Rights = "rights"
