// Package live brings what a store holds to readers: the shared base as one immutable snapshot, and what each community makes of it as an
// immutable Overlay, both made anew when the store says that something was done.
//
// Seed puts the base of a release into a store, and never over what somebody here has written. Open reads the shared base; Run follows the
// log of the store, so that what is saved on any instance is seen on this one within a second, and Refresh at once. When the store cannot be
// reached, what was read last is served on.
//
// It knows the store by the few methods of Reader, and no database.
package live
