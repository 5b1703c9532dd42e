-- What each graphics card measured. An older version leaves these tables alone, and what it drops of the rest is dropped
-- here at the next opening or pruning.
CREATE TABLE cards (          -- a card of a miner at one algorithm
    id INTEGER PRIMARY KEY,
    miner_id INTEGER NOT NULL,
    card TEXT NOT NULL,       -- its place on the PCI bus, else the program's number
    algorithm TEXT            -- NULL: the program did not tell
);

CREATE INDEX cards_of_miner ON cards (miner_id, card);

CREATE TABLE card_samples (
    card_id INTEGER NOT NULL,
    ts INTEGER NOT NULL,      -- s since 1970
    hashrate INTEGER NOT NULL, -- mH/s
    PRIMARY KEY (card_id, ts)
) WITHOUT ROWID;

CREATE TABLE card_rates (     -- the measured minutes and hours
    card_id INTEGER NOT NULL,
    length INTEGER NOT NULL,  -- s: 60 or 3600
    ts INTEGER NOT NULL,
    measured INTEGER NOT NULL, -- samples
    total REAL NOT NULL,      -- of their hashrates, mH/s
    PRIMARY KEY (card_id, length, ts)
) WITHOUT ROWID;
