-- +goose Up
-- « edition »: of the shared base that was seeded last. « backup »: when a copy of the database was last made, in milliseconds since 1970.
CREATE TABLE marks (
  name   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  number BIGINT           NOT NULL
);

-- The id of a community that was erased, '' in all other events: those of a community go with it, and this one must be followed.
ALTER TABLE events ADD COLUMN erased TEXT COLLATE "C" NOT NULL DEFAULT '';

CREATE TABLE invitations (
  platform TEXT COLLATE "C" NOT NULL,
  chat     TEXT COLLATE "C" NOT NULL,
  digest   TEXT COLLATE "C" NOT NULL UNIQUE, -- of a code, which is not kept
  until_ms BIGINT           NOT NULL,
  PRIMARY KEY (platform, chat),
  FOREIGN KEY (platform, chat) REFERENCES places ON UPDATE CASCADE ON DELETE CASCADE
);

-- Times are the database's own.
CREATE TABLE leases (
  name     TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  holder   TEXT COLLATE "C" NOT NULL,
  since_ms BIGINT           NOT NULL,
  until_ms BIGINT           NOT NULL
);

CREATE INDEX leases_until ON leases (until_ms);
