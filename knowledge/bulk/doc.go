// Package bulk plans changes of many entries at once: an import, and one address in the place of another. A plan says what would be changed and
// what is refused, before anything is; its saves are done all or none, and rest on the revisions that were read, so that what somebody changes in
// between is never overwritten.
package bulk
