// Package sqlstore is a knowledge.Store on SQLite, for one instance, or on PostgreSQL (13 or later), for several.
//
// Both are asked the same queries; dialect.go holds what differs, and migrations the tables. A schema is only ever migrated forward.
//
// Nothing is acknowledged before it is durable. SQLite writes its log ahead (WAL) and syncs it at each commit; there is one writing
// connection, so that writers wait for their turn in Go and not on a lock, and several that can only read. On PostgreSQL,
// synchronous_commit must be left as it is. When the connection breaks at a commit, the store asks the server what came of it, and tries
// again when nothing did; a server that does not answer for half a minute is the one case in which an error may stand for what was done.
//
// Events are followed in order. A number that rises is not enough for that: a transaction may get a lower number and commit later, after
// a reader has gone past it. So whatever adds an event takes a lock first (an advisory one on PostgreSQL, the only writer's on SQLite),
// gets its number under it, and the lock is let go of after the commit can be seen. Counters and gaps add no event, and no lock.
package sqlstore
