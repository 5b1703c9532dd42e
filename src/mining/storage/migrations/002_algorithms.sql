-- Which algorithm and pool each measurement belongs to, and events of newer kinds. 0.1.0 leaves new tables alone, and
-- columns of `samples` and `events` that may be NULL; what it writes is of an unknown algorithm. It would read no higher
-- `user_version`, so from here on `format` counts: `step` is the last of these files, `schema` is raised only for what an
-- older version would do harm to.
CREATE TABLE format (
    schema INTEGER NOT NULL,
    written_by TEXT NOT NULL,
    step INTEGER NOT NULL
);

CREATE TABLE intervals (
    id INTEGER PRIMARY KEY,
    miner_id INTEGER NOT NULL,
    start INTEGER NOT NULL,   -- s since 1970, of its first sample
    until INTEGER NOT NULL,   -- of its last
    algorithm TEXT,           -- NULL: the program did not tell
    pool TEXT                 -- host:port
);

CREATE INDEX intervals_of_miner ON intervals (miner_id, id);

CREATE TABLE rates (          -- the measured minutes and hours, of one algorithm each
    miner_id INTEGER NOT NULL,
    length INTEGER NOT NULL,  -- s: 60 or 3600
    ts INTEGER NOT NULL,
    algorithm TEXT NOT NULL,
    measured INTEGER NOT NULL,
    total REAL NOT NULL,      -- mH/s
    PRIMARY KEY (miner_id, length, ts, algorithm)
) WITHOUT ROWID;

ALTER TABLE samples ADD COLUMN interval_id INTEGER;
ALTER TABLE events ADD COLUMN exact_kind TEXT;  -- `kind` is the nearest that 0.1.0 knows
