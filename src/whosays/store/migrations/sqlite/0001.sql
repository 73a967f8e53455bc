-- The ledger of a case: documents, claims and decisions are entered and never changed.
-- Beside it what is derived from them: features, links, signatures, near copies.

CREATE TABLE revisions (number INTEGER NOT NULL);
INSERT INTO revisions (number) VALUES (0);

CREATE TABLE runs (
  number INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  model TEXT NOT NULL,
  options TEXT NOT NULL,
  started TEXT NOT NULL,
  ended TEXT,
  documents INTEGER NOT NULL,
  failed INTEGER NOT NULL
);

CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  published TEXT,
  dated TEXT NOT NULL,
  url TEXT,
  language TEXT,
  article TEXT NOT NULL,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  characters INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES runs (number),
  UNIQUE (article, version)
);
CREATE INDEX documents_by_key ON documents (key);
CREATE INDEX documents_by_sha256 ON documents (sha256);

CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
  text TEXT NOT NULL,
  source BLOB,
  mapping BLOB
);

CREATE TABLE issues (
  document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  issue TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
);

-- who speaks, acts or is acted upon, each as named once
CREATE TABLE parties (
  number INTEGER PRIMARY KEY,
  name TEXT,
  code TEXT,
  kind TEXT,
  text TEXT
);
CREATE INDEX parties_by_name ON parties (name, code, text);

CREATE TABLE places (
  number INTEGER PRIMARY KEY,
  name TEXT,
  country TEXT,
  adm1 TEXT,
  lat REAL,
  lon REAL,
  precision TEXT NOT NULL,
  geonameid INTEGER
);
CREATE INDEX places_by_name ON places (name, geonameid);

CREATE TABLE claims (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  text TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES parties (number),
  stance TEXT NOT NULL,
  certainty TEXT NOT NULL,
  polarity TEXT NOT NULL,
  event_type TEXT,
  event_mode TEXT,
  event_status TEXT,
  event_trigger TEXT,
  actor INTEGER REFERENCES parties (number),
  recipient INTEGER REFERENCES parties (number),
  place INTEGER REFERENCES places (number),
  time_start TEXT,
  time_end TEXT,
  time_precision TEXT,
  reported TEXT
);
CREATE UNIQUE INDEX claims_by_document ON claims (document, ordinal);
CREATE INDEX claims_by_source ON claims (source);
CREATE INDEX claims_by_actor ON claims (actor);
CREATE INDEX claims_by_recipient ON claims (recipient);
CREATE INDEX claims_by_place ON claims (place);

CREATE TABLE relays (
  claim INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  party INTEGER NOT NULL REFERENCES parties (number),
  PRIMARY KEY (claim, ordinal)
);
CREATE INDEX relays_by_party ON relays (party);

CREATE TABLE counts (
  claim INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  figure INTEGER NOT NULL,
  text TEXT NOT NULL,
  low REAL,
  best REAL,
  high REAL,
  unit TEXT,
  approximate INTEGER NOT NULL,
  counted TEXT,
  kinds TEXT NOT NULL,
  part_of INTEGER,
  side TEXT,
  PRIMARY KEY (claim, ordinal)
);

-- the claim as `whosays read --json` prints it, its spans among it
CREATE TABLE records (
  claim INTEGER PRIMARY KEY REFERENCES claims (number) ON DELETE CASCADE,
  json TEXT NOT NULL
);

CREATE TABLE features (
  claim INTEGER PRIMARY KEY REFERENCES claims (number) ON DELETE CASCADE,
  vector BLOB NOT NULL
);

CREATE TABLE blocks (
  block TEXT NOT NULL,
  claim INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (block, claim, ordinal)
) WITHOUT ROWID;
CREATE INDEX blocks_by_claim ON blocks (claim, ordinal, block);

CREATE TABLE links (
  left_claim INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
  right_claim INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
  score REAL NOT NULL,
  parts TEXT NOT NULL,
  PRIMARY KEY (left_claim, right_claim)
) WITHOUT ROWID;
CREATE INDEX links_by_right ON links (right_claim);

CREATE TABLE signatures (
  document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
  minhash BLOB NOT NULL
);

CREATE TABLE bands (
  band INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (band, document, ordinal)
) WITHOUT ROWID;
CREATE INDEX bands_by_document ON bands (document, ordinal, band);

CREATE TABLE near_copies (
  left_document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  right_document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  share REAL NOT NULL,
  PRIMARY KEY (left_document, right_document)
) WITHOUT ROWID;
CREATE INDEX near_copies_by_right ON near_copies (right_document);

-- append-only: a decision is taken back by another one
CREATE TABLE decisions (
  number INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  previous TEXT UNIQUE REFERENCES decisions (hash),
  made TEXT NOT NULL,
  who TEXT NOT NULL,
  verdict TEXT NOT NULL,
  subject TEXT NOT NULL,
  other TEXT,
  field TEXT,
  value TEXT,
  why TEXT,
  seal TEXT NOT NULL,
  salt TEXT
);
CREATE INDEX decisions_by_subject ON decisions (subject);

CREATE TABLE tombstones (
  number INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  article TEXT NOT NULL,
  version INTEGER NOT NULL,
  published TEXT,
  removed TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL
);
CREATE INDEX tombstones_by_article ON tombstones (article);

CREATE TRIGGER claims_stay BEFORE UPDATE ON claims
BEGIN SELECT RAISE (ABORT, 'a claim is never changed'); END;
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
BEGIN SELECT RAISE (ABORT, 'a decision is taken back by another one, never deleted'); END;
CREATE TRIGGER decisions_hold BEFORE UPDATE OF hash, previous, made, who, verdict, subject, other, field, seal ON decisions
BEGIN SELECT RAISE (ABORT, 'a decision is taken back by another one, never changed'); END;

-- one readable row a claim, for whoever opens the file with another program
CREATE VIEW who_says_what AS
SELECT
  claims.id AS claim,
  documents.key AS document,
  documents.publisher,
  documents.published,
  coalesce(source.name, source.text) AS source,
  source.code AS source_code,
  claims.stance,
  claims.certainty,
  claims.polarity,
  claims.text,
  claims.event_type,
  claims.event_status,
  coalesce(actor.name, actor.text) AS actor,
  actor.code AS actor_code,
  coalesce(recipient.name, recipient.text) AS recipient,
  recipient.code AS recipient_code,
  places.name AS place,
  places.country,
  claims.time_start,
  claims.time_end,
  claims.reported
FROM claims
JOIN documents ON documents.number = claims.document
JOIN parties AS source ON source.number = claims.source
LEFT JOIN parties AS actor ON actor.number = claims.actor
LEFT JOIN parties AS recipient ON recipient.number = claims.recipient
LEFT JOIN places ON places.number = claims.place;

CREATE VIEW claims_words AS
SELECT
  claims.number,
  claims.document,
  claims.text AS words,
  coalesce(parties.name, '') || ' ' || coalesce(parties.text, '') || ' ' || coalesce(parties.code, '') AS source,
  coalesce(documents.title, '') AS title
FROM claims
JOIN parties ON parties.number = claims.source
JOIN documents ON documents.number = claims.document;

CREATE VIRTUAL TABLE claims_search USING fts5 (
  words, source, title,
  content = 'claims_words', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);
