-- What miners measured, and what happened. Rates, temperatures and watts are integers, scaled as the column says.
CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE samples (
    miner_id INTEGER NOT NULL,
    ts INTEGER NOT NULL,      -- s since 1970
    hashrate INTEGER,         -- mH/s
    accepted INTEGER,
    rejected INTEGER,
    invalid INTEGER,
    temperature INTEGER,      -- 0.1 °C
    power INTEGER,            -- 0.1 W
    ping INTEGER,             -- ms
    difficulty INTEGER,       -- 0.001
    PRIMARY KEY (miner_id, ts)
) WITHOUT ROWID;

CREATE TABLE minutes (
    miner_id INTEGER NOT NULL,
    ts INTEGER NOT NULL,      -- s since 1970, the beginning of the minute
    measured INTEGER NOT NULL, -- samples that hold a hashrate
    total REAL NOT NULL,      -- of their hashrates, mH/s
    least INTEGER,
    most INTEGER,
    accepted INTEGER,         -- counters: the highest
    rejected INTEGER,
    invalid INTEGER,
    temperature INTEGER,      -- the highest
    power REAL,               -- the others: the mean
    ping REAL,
    difficulty REAL,
    PRIMARY KEY (miner_id, ts)
) WITHOUT ROWID;

CREATE TABLE hours (
    miner_id INTEGER NOT NULL,
    ts INTEGER NOT NULL,
    measured INTEGER NOT NULL,
    total REAL NOT NULL,
    least INTEGER,
    most INTEGER,
    accepted INTEGER,
    rejected INTEGER,
    invalid INTEGER,
    temperature INTEGER,
    power REAL,
    ping REAL,
    difficulty REAL,
    PRIMARY KEY (miner_id, ts)
) WITHOUT ROWID;

CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    miner TEXT,
    text TEXT NOT NULL,
    who TEXT,
    details TEXT NOT NULL
);

CREATE INDEX events_of_miner ON events (miner, seq);
