-- +goose Up
-- Times (…_ms) are milliseconds since 1970, days are YYYY-MM-DD; settings, content, langs and the text of alerts are JSON.

-- Tells a file of ours from any other: « NMci ».
PRAGMA application_id = 1313694569;

CREATE TABLE communities (
  id        TEXT    NOT NULL PRIMARY KEY,
  settings  TEXT    NOT NULL,
  joined_ms INTEGER NOT NULL,
  left_ms   INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX communities_left ON communities (left_ms) WHERE left_ms IS NOT NULL;

-- The shared base, so that what belongs to it belongs to something.
INSERT INTO communities (id, settings, joined_ms) VALUES ('', '{}', 0);

CREATE TABLE places (
  platform  TEXT NOT NULL,
  chat      TEXT NOT NULL,
  community TEXT NOT NULL REFERENCES communities ON DELETE CASCADE,
  left_ms   INTEGER,
  PRIMARY KEY (platform, chat)
) STRICT, WITHOUT ROWID;

CREATE INDEX places_community ON places (community);

CREATE TABLE records (
  community TEXT    NOT NULL REFERENCES communities ON DELETE CASCADE,
  entry     TEXT    NOT NULL,
  latest    INTEGER NOT NULL,
  published INTEGER,
  draft     INTEGER,
  seeded    INTEGER NOT NULL,
  PRIMARY KEY (community, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
  community TEXT    NOT NULL,
  entry     TEXT    NOT NULL,
  number    INTEGER NOT NULL,
  at_ms     INTEGER NOT NULL,
  actor     TEXT    NOT NULL,
  origin    TEXT    NOT NULL,
  summary   TEXT    NOT NULL,
  content   TEXT    NOT NULL,
  PRIMARY KEY (community, entry, number),
  FOREIGN KEY (community, entry) REFERENCES records ON DELETE CASCADE
) STRICT;

CREATE INDEX revisions_actor ON revisions (actor);

-- AUTOINCREMENT here and below: a number that was given is never given again.
CREATE TABLE events (
  seq       INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms     INTEGER NOT NULL,
  community TEXT    NOT NULL REFERENCES communities ON DELETE CASCADE,
  entry     TEXT    NOT NULL,
  action    TEXT    NOT NULL,
  actor     TEXT    NOT NULL,
  revision  INTEGER NOT NULL
) STRICT;

CREATE INDEX events_community ON events (community, seq);
CREATE INDEX events_actor ON events (actor);

CREATE TABLE gaps (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  community TEXT    NOT NULL REFERENCES communities ON DELETE CASCADE,
  lang      TEXT    NOT NULL,
  alike     TEXT    NOT NULL,
  digest    TEXT    NOT NULL, -- of alike, which can be too long for an index
  text      TEXT    NOT NULL,
  asked     INTEGER NOT NULL,
  first_ms  INTEGER NOT NULL,
  last_ms   INTEGER NOT NULL,
  state     TEXT    NOT NULL,
  entry     TEXT    NOT NULL,
  UNIQUE (community, digest)
) STRICT;

CREATE INDEX gaps_state ON gaps (community, state, asked DESC, id);
CREATE INDEX gaps_last ON gaps (last_ms);

CREATE TABLE suggestions (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  community TEXT    NOT NULL REFERENCES communities ON DELETE CASCADE,
  entry     TEXT    NOT NULL,
  lang      TEXT    NOT NULL,
  text      TEXT    NOT NULL,
  actor     TEXT    NOT NULL,
  at_ms     INTEGER NOT NULL,
  state     TEXT    NOT NULL,
  reply     TEXT    NOT NULL,
  told      INTEGER NOT NULL
) STRICT;

CREATE INDEX suggestions_state ON suggestions (community, state, at_ms, id);
CREATE INDEX suggestions_untold ON suggestions (at_ms, id) WHERE state <> 'open' AND NOT told;
CREATE INDEX suggestions_actor ON suggestions (actor);

CREATE TABLE counts (
  community TEXT    NOT NULL REFERENCES communities ON DELETE CASCADE,
  day       TEXT    NOT NULL,
  name      TEXT    NOT NULL,
  entry     TEXT    NOT NULL,
  revision  INTEGER NOT NULL,
  total     INTEGER NOT NULL,
  PRIMARY KEY (community, day, name, entry, revision)
) STRICT, WITHOUT ROWID;

CREATE INDEX counts_day ON counts (day);

CREATE TABLE guides (
  platform TEXT    NOT NULL,
  chat     TEXT    NOT NULL,
  channel  TEXT    NOT NULL,
  message  TEXT    NOT NULL,
  langs    TEXT    NOT NULL,
  shown    TEXT    NOT NULL,
  at_ms    INTEGER NOT NULL,
  PRIMARY KEY (platform, chat),
  FOREIGN KEY (platform, chat) REFERENCES places ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE alerts (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  text  TEXT    NOT NULL,
  actor TEXT    NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE subscriptions (
  platform TEXT    NOT NULL,
  chat     TEXT    NOT NULL,
  channel  TEXT    NOT NULL,
  seen     INTEGER NOT NULL,
  PRIMARY KEY (platform, chat),
  FOREIGN KEY (platform, chat) REFERENCES places ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX subscriptions_seen ON subscriptions (seen);
