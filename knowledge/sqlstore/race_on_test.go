//go:build race

package sqlstore

// raced says that the race detector runs, which slows the driver of SQLite down more than anything.
const raced = true
