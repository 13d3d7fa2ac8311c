-- One row: where the world stands. state_hash is of that very tick, or NULL where it was not taken.
CREATE TABLE clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  place TEXT NOT NULL,
  tick INTEGER NOT NULL,
  state_hash INTEGER,
  sessions INTEGER NOT NULL
);

-- Every action in the order in which the world judged it; dropped once three snapshots are newer.
CREATE TABLE action (
  tick INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  session INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (tick, ordinal)
) WITHOUT ROWID;

-- An action that a session submitted is judged once.
CREATE UNIQUE INDEX action_once ON action (session, sequence) WHERE sequence > 0;

-- What happened and is worth remembering: words, gifts, trades, arrivals.
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tick INTEGER NOT NULL,
  kind TEXT NOT NULL,
  json TEXT NOT NULL
);

CREATE TABLE snapshot (
  tick INTEGER PRIMARY KEY,
  state_hash INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  json TEXT NOT NULL
);

-- Who came in before; the token itself is known to the visitor alone.
CREATE TABLE visitor (
  token_sha256 TEXT PRIMARY KEY,
  entity INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL
) WITHOUT ROWID;

-- The last lease given on each inhabitant: fencing tokens never fall, even over a restart.
CREATE TABLE lease (
  npc INTEGER PRIMARY KEY,
  host TEXT NOT NULL,
  fencing INTEGER NOT NULL
);
