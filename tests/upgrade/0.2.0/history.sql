PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    miner TEXT,
    text TEXT NOT NULL,
    who TEXT,
    details TEXT NOT NULL
, exact_kind TEXT);
INSERT INTO "events" VALUES(1,1796083200,'daemon.start',NULL,'The daemon has started.',NULL,'{}','daemon.start');
INSERT INTO "events" VALUES(2,1796083200,'config',NULL,'Profile ''x'' was made by me.','me','{"profileId": "p1"}','profile');
CREATE TABLE format (
    schema INTEGER NOT NULL,
    written_by TEXT NOT NULL,
    step INTEGER NOT NULL
);
INSERT INTO "format" VALUES(1,'0.2.0.dev0',2);
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
INSERT INTO "hours" VALUES(1,1796083200,4,2047000.0,7000,1010000,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE intervals (
    id INTEGER PRIMARY KEY,
    miner_id INTEGER NOT NULL,
    start INTEGER NOT NULL,   -- s since 1970, of its first sample
    until INTEGER NOT NULL,   -- of its last
    algorithm TEXT,           -- NULL: the program did not tell
    pool TEXT                 -- host:port
);
INSERT INTO "intervals" VALUES(1,1,1796083200,1796083260,'rx/0','pool.example:3333');
INSERT INTO "intervals" VALUES(2,1,1796083320,1796083320,'cn/r','pool.example:3333');
INSERT INTO "intervals" VALUES(3,1,1796083380,1796083380,NULL,'pool.example:3333');
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
INSERT INTO "minutes" VALUES(1,1796083200,1,1000000.0,1000000,1000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "minutes" VALUES(1,1796083260,1,1010000.0,1010000,1010000,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "minutes" VALUES(1,1796083320,1,30000.0,30000,30000,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "minutes" VALUES(1,1796083380,1,7000.0,7000,7000,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE rates (          -- the measured minutes and hours, of one algorithm each
    miner_id INTEGER NOT NULL,
    length INTEGER NOT NULL,  -- s: 60 or 3600
    ts INTEGER NOT NULL,
    algorithm TEXT NOT NULL,
    measured INTEGER NOT NULL,
    total REAL NOT NULL,      -- mH/s
    PRIMARY KEY (miner_id, length, ts, algorithm)
) WITHOUT ROWID;
INSERT INTO "rates" VALUES(1,60,1796083200,'rx/0',1,1000000.0);
INSERT INTO "rates" VALUES(1,60,1796083260,'rx/0',1,1010000.0);
INSERT INTO "rates" VALUES(1,60,1796083320,'cn/r',1,30000.0);
INSERT INTO "rates" VALUES(1,3600,1796083200,'cn/r',1,30000.0);
INSERT INTO "rates" VALUES(1,3600,1796083200,'rx/0',2,2010000.0);
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
    difficulty INTEGER, interval_id INTEGER,       -- 0.001
    PRIMARY KEY (miner_id, ts)
) WITHOUT ROWID;
INSERT INTO "samples" VALUES(1,1796083200,1000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "samples" VALUES(1,1796083260,1010000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "samples" VALUES(1,1796083320,30000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2);
INSERT INTO "samples" VALUES(1,1796083380,7000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,3);
CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
INSERT INTO "series" VALUES(1,'one');
CREATE INDEX events_of_miner ON events (miner, seq);
CREATE INDEX intervals_of_miner ON intervals (miner_id, id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('events',2);
COMMIT;
