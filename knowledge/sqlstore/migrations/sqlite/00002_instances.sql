-- +goose Up
-- « edition »: of the shared base that was seeded last. « backup »: when a copy of the database was last made, in milliseconds since 1970.
CREATE TABLE marks (
  name   TEXT    NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The id of a community that was erased, '' in all other events: those of a community go with it, and this one must be followed.
ALTER TABLE events ADD COLUMN erased TEXT NOT NULL DEFAULT '';

CREATE TABLE invitations (
  platform TEXT    NOT NULL,
  chat     TEXT    NOT NULL,
  digest   TEXT    NOT NULL UNIQUE, -- of a code, which is not kept
  until_ms INTEGER NOT NULL,
  PRIMARY KEY (platform, chat),
  FOREIGN KEY (platform, chat) REFERENCES places ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Times are the database's own.
CREATE TABLE leases (
  name     TEXT    NOT NULL PRIMARY KEY,
  holder   TEXT    NOT NULL,
  since_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX leases_until ON leases (until_ms);
