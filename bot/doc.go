// Package bot decides what to say.
//
// The life of a question: an adapter turns what it heard into a Message; Respond recalls the conversation, reads the question
// (package understand), decides on a Verdict (answer, clarify, unknown or small talk), and renders it as a Reply from the entries it
// was given. It knows no platform and no database, keeps nothing but the last turns of a conversation in memory, for ten minutes, and
// says the same to the same question every time.
package bot
