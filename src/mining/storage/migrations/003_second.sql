-- What is computed beside the main work. An older version leaves both tables alone, and what it drops of the rest is
-- dropped here at the next opening or pruning.
CREATE TABLE second_samples (
    miner_id INTEGER NOT NULL,
    ts INTEGER NOT NULL,      -- s since 1970
    algorithm TEXT NOT NULL,
    hashrate INTEGER,         -- mH/s
    accepted INTEGER,
    rejected INTEGER,
    invalid INTEGER,
    pool TEXT,                -- host:port
    PRIMARY KEY (miner_id, ts, algorithm)
) WITHOUT ROWID;

CREATE TABLE second_rates (   -- the measured minutes and hours, of one algorithm each
    miner_id INTEGER NOT NULL,
    length INTEGER NOT NULL,  -- s: 60 or 3600
    ts INTEGER NOT NULL,
    algorithm TEXT NOT NULL,
    measured INTEGER NOT NULL, -- samples that hold a hashrate
    total REAL NOT NULL,      -- mH/s
    accepted INTEGER,         -- counters: the highest
    rejected INTEGER,
    invalid INTEGER,
    PRIMARY KEY (miner_id, length, ts, algorithm)
) WITHOUT ROWID;
