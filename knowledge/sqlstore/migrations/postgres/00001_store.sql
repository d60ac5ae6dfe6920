-- +goose Up
-- Times (…_ms) are milliseconds since 1970, days are YYYY-MM-DD; settings, content, langs and the text of alerts are JSON.
-- TEXT and not JSONB: a text may hold what JSONB refuses. COLLATE "C" where an order is promised: the order of bytes, as everywhere else.

CREATE TABLE communities (
  id        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  settings  TEXT             NOT NULL,
  joined_ms BIGINT           NOT NULL,
  left_ms   BIGINT
);

CREATE INDEX communities_left ON communities (left_ms) WHERE left_ms IS NOT NULL;

-- The shared base, so that what belongs to it belongs to something.
INSERT INTO communities (id, settings, joined_ms) VALUES ('', '{}', 0);

CREATE TABLE places (
  platform  TEXT COLLATE "C" NOT NULL,
  chat      TEXT COLLATE "C" NOT NULL,
  community TEXT COLLATE "C" NOT NULL REFERENCES communities ON DELETE CASCADE,
  left_ms   BIGINT,
  PRIMARY KEY (platform, chat)
);

CREATE INDEX places_community ON places (community);

CREATE TABLE records (
  community TEXT COLLATE "C" NOT NULL REFERENCES communities ON DELETE CASCADE,
  entry     TEXT COLLATE "C" NOT NULL,
  latest    BIGINT           NOT NULL,
  published BIGINT,
  draft     BIGINT,
  seeded    BIGINT           NOT NULL,
  PRIMARY KEY (community, entry)
);

CREATE TABLE revisions (
  community TEXT COLLATE "C" NOT NULL,
  entry     TEXT COLLATE "C" NOT NULL,
  number    BIGINT           NOT NULL,
  at_ms     BIGINT           NOT NULL,
  actor     TEXT             NOT NULL,
  origin    TEXT             NOT NULL,
  summary   TEXT             NOT NULL,
  content   TEXT             NOT NULL,
  PRIMARY KEY (community, entry, number),
  FOREIGN KEY (community, entry) REFERENCES records ON DELETE CASCADE
);

CREATE INDEX revisions_actor ON revisions (actor);

CREATE TABLE events (
  seq       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at_ms     BIGINT           NOT NULL,
  community TEXT COLLATE "C" NOT NULL REFERENCES communities ON DELETE CASCADE,
  entry     TEXT COLLATE "C" NOT NULL,
  action    TEXT             NOT NULL,
  actor     TEXT             NOT NULL,
  revision  BIGINT           NOT NULL
);

CREATE INDEX events_community ON events (community, seq);
CREATE INDEX events_actor ON events (actor);

CREATE TABLE gaps (
  id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  community TEXT COLLATE "C" NOT NULL REFERENCES communities ON DELETE CASCADE,
  lang      TEXT             NOT NULL,
  alike     TEXT             NOT NULL,
  digest    TEXT COLLATE "C" NOT NULL, -- of alike, which can be too long for an index
  text      TEXT             NOT NULL,
  asked     BIGINT           NOT NULL,
  first_ms  BIGINT           NOT NULL,
  last_ms   BIGINT           NOT NULL,
  state     TEXT             NOT NULL,
  entry     TEXT COLLATE "C" NOT NULL,
  UNIQUE (community, digest)
);

CREATE INDEX gaps_state ON gaps (community, state, asked DESC, id);
CREATE INDEX gaps_last ON gaps (last_ms);

CREATE TABLE suggestions (
  id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  community TEXT COLLATE "C" NOT NULL REFERENCES communities ON DELETE CASCADE,
  entry     TEXT COLLATE "C" NOT NULL,
  lang      TEXT             NOT NULL,
  text      TEXT             NOT NULL,
  actor     TEXT             NOT NULL,
  at_ms     BIGINT           NOT NULL,
  state     TEXT             NOT NULL,
  reply     TEXT             NOT NULL,
  told      BOOLEAN          NOT NULL
);

CREATE INDEX suggestions_state ON suggestions (community, state, at_ms, id);
CREATE INDEX suggestions_untold ON suggestions (at_ms, id) WHERE state <> 'open' AND NOT told;
CREATE INDEX suggestions_actor ON suggestions (actor);

CREATE TABLE counts (
  community TEXT COLLATE "C" NOT NULL REFERENCES communities ON DELETE CASCADE,
  day       TEXT COLLATE "C" NOT NULL,
  name      TEXT COLLATE "C" NOT NULL,
  entry     TEXT COLLATE "C" NOT NULL,
  revision  BIGINT           NOT NULL,
  total     BIGINT           NOT NULL,
  PRIMARY KEY (community, day, name, entry, revision)
);

CREATE INDEX counts_day ON counts (day);

CREATE TABLE guides (
  platform TEXT COLLATE "C" NOT NULL,
  chat     TEXT COLLATE "C" NOT NULL,
  channel  TEXT             NOT NULL,
  message  TEXT             NOT NULL,
  langs    TEXT             NOT NULL,
  shown    TEXT             NOT NULL,
  at_ms    BIGINT           NOT NULL,
  PRIMARY KEY (platform, chat),
  FOREIGN KEY (platform, chat) REFERENCES places ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TABLE alerts (
  id    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  text  TEXT   NOT NULL,
  actor TEXT   NOT NULL,
  at_ms BIGINT NOT NULL
);

CREATE TABLE subscriptions (
  platform TEXT COLLATE "C" NOT NULL,
  chat     TEXT COLLATE "C" NOT NULL,
  channel  TEXT             NOT NULL,
  seen     BIGINT           NOT NULL,
  PRIMARY KEY (platform, chat),
  FOREIGN KEY (platform, chat) REFERENCES places ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE INDEX subscriptions_seen ON subscriptions (seen);

-- A token of each transaction of the last hour: there when it took place, whatever became of the connection.
CREATE TABLE transactions (
  token TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  began TIMESTAMPTZ      NOT NULL DEFAULT now()
);

CREATE INDEX transactions_began ON transactions (began);
