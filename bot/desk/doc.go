// Package desk is what moderators, curators and members do from inside a chat, whatever the platform.
//
// An adapter turns a command, a tap or a filled form into an Act and hands it to (*Desk).Do with the Caller. What comes back is a
// Screen: blocks to draw, buttons that each carry the next Act, perhaps a Form to fill. An adapter decides nothing about moderation: it
// draws screens and collects forms, so that every platform has the same abilities.
//
// Commands begin with one of few acts, the rest is buttons:
//
//	home                        the moderators' menu; b-home that of the shared base
//	show, edit, history CODE    an entry that was completed (Complete, Code)
//	found with the field q      a search
//	new LANG                    a new entry
//	promote LANG with text      an entry made of a message
//	gaps, suggestions, stale, stats, settings, exports, digest, log
//	suggest, suggest CODE       for members
//	privacy                     for anybody
//
// Acts are text of at most 40 bytes and say by themselves what they do: a button works after a restart, and one that was forged or has
// grown old gets a screen that says so. Rights are asked of the platform again at every act.
//
// What a person has typed is never lost: it becomes a draft in the store as soon as it can be one, and until then it is given back in the
// form, and in the words of the screen or in a file. The desk keeps it for half an hour in memory (pad.go), and nowhere else.
//
// Beside the screens, a program calls Count and Unknown for what readers do, Run to have it written, and Due for what is to be sent to
// others; Guide is what a community pins.
package desk
