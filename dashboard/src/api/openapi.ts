/* Made from docs/reference/openapi.json by `npm run types`; do not edit. */

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where everything is
         * @description Where everything is.
         */
        get: operations["getIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This machine and what is installed on it
         * @description This machine and what is installed on it.
         */
        get: operations["getInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/daemon/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The daemon's own log, also of its earlier lives
         * @description Addresses, passwords and tokens are masked.
         */
        get: operations["getDaemonLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would make this machine mine better or more safely
         * @description Looks, and tries the pools of known miners for at most 3 s; it never changes anything.
         */
        post: operations["examine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every miner that was not forgotten
         * @description Every miner that was not forgotten.
         */
        get: operations["listMiners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/available": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every miner type, installed or not
         * @description Every miner type, installed or not.
         */
        get: operations["listAvailableMiners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{miner}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One miner with its figures
         * @description One miner with its figures.
         */
        get: operations["getMiner"];
        /**
         * This miner shall run so: it is started, restarted, resumed, or left as it is
         * @description The same request again changes nothing. 201 for a miner that was not there. Passwords that are not said are kept, as in an edit.
         */
        put: operations["putMiner"];
        /**
         * Start a miner
         * @description Start a miner.
         */
        post: operations["startMiner"];
        /**
         * Stop a miner; one that has stopped stays so
         * @description Stop a miner; one that has stopped stays so.
         */
        delete: operations["stopMiner"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{type}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A start without starting: everything that stands in its way, and what would be run
         * @description The answer is 200 whatever it says. The program is run for its version, and each pool is asked for a connection.
         */
        post: operations["checkStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{miner}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop and start again, perhaps with another configuration; starts a stopped miner
         * @description Stop and start again, perhaps with another configuration; starts a stopped miner.
         */
        post: operations["restartMiner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{miner}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let it rest without ending it; kept across crash and restart
         * @description Let it rest without ending it; kept across crash and restart.
         */
        post: operations["pauseMiner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{miner}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a pause
         * @description End a pause.
         */
        post: operations["resumeMiner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{miner}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its figures, as of the latest poll
         * @description Its figures, as of the latest poll.
         */
        get: operations["getMinerStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{miner}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the program printed, colour escapes only
         * @description What the program printed, colour escapes only.
         */
        get: operations["getMinerLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{miner}/stdin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Type keys that its adapter lists into the program's terminal
         * @description Type keys that its adapter lists into the program's terminal.
         */
        post: operations["typeKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What needs attention now: what, since when, and what to do next
         * @description The most severe first, and of what is equally severe the oldest first. A miner that a person stopped or paused needs none. The frame `attention` of the WebSocket tells each change of this list.
         */
        get: operations["listAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{miner}/hashrate-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its hashrate over a stretch of the past; null where nothing was measured
         * @description Only buckets that are over: the last one would still change.
         */
        get: operations["getHashrateHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{miner}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its figures over a stretch of the past
         * @description In the same form as `GET /history`, with this miner alone.
         */
        get: operations["getMinerHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures of several miners over a stretch of the past, all in the same buckets
         * @description Only buckets that are over, each of them; null where nothing was measured.
         */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{miner}/usual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How fast it is as a rule: the middle of its last seven days while it mined
         * @description Of the algorithm that it mines, by the hours that are over; in `cards` the same of each graphics card. Null where less than a day is known.
         */
        get: operations["getMinerUsual"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How fast several miners are as a rule, each by itself
         * @description How fast several miners are as a rule, each by itself.
         */
        get: operations["listUsual"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rig in a few figures, each algorithm apart
         * @description The rig in a few figures, each algorithm apart.
         */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/stop-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop every miner that is live or wanted
         * @description Stop every miner that is live or wanted.
         */
        post: operations["stopAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/restart-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restart every miner that is live
         * @description Restart every miner that is live.
         */
        post: operations["restartAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/pause-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let every miner rest that is live
         * @description Let every miner rest that is live.
         */
        post: operations["pauseAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/resume-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End every pause
         * @description End every pause.
         */
        post: operations["resumeAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{type}/install": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Install a program from its author's release, proven
         * @description Install a program from its author's release, proven.
         */
        post: operations["installProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is newer than the programs here; with `type` or `all` it is installed
         * @description Without `type` and `all` nothing is installed. One program that cannot be looked up or installed keeps no other from it: `error`, or the job's `error`, says why.
         */
        post: operations["updatePrograms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{type}/uninstall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a program; refused while a miner of the type is live
         * @description Remove a program; refused while a miner of the type is live.
         */
        delete: operations["uninstallProgram"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{type}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use the version before; a running miner keeps its own until restarted
         * @description Use the version before; a running miner keeps its own until restarted.
         */
        post: operations["rollbackProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The installations of this daemon's life, the newest first
         * @description The installations of this daemon's life, the newest first.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an installation has come
         * @description How far an installation has come.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/miners/{type}/benchmark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Measure how fast it computes an algorithm here
         * @description By the program's own benchmark where it has one, else it mines for that time with `config`, and pays whom that names. Refused while a miner uses the device; a miner that starts meanwhile ends it.
         */
        post: operations["beginBenchmark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/benchmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was measured here, the latest of each program, version, algorithm and hardware
         * @description What was measured here, the latest of each program, version, algorithm and hardware.
         */
        get: operations["listBenchmarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/benchmarks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a benchmark has come
         * @description How far a benchmark has come.
         */
        get: operations["getBenchmark"];
        put?: never;
        post?: never;
        /**
         * Cancel a benchmark that is running, or forget one that has ended
         * @description Cancel a benchmark that is running, or forget one that has ended.
         */
        delete: operations["dropBenchmark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every saved profile
         * @description Every saved profile.
         */
        get: operations["listProfiles"];
        put?: never;
        /**
         * Save a profile
         * @description What was read here may be sent as it is: `id` and times are given anew, masked wallets refused.
         */
        post: operations["createProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profiles/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All profiles, or those of some ids, for another machine
         * @description All profiles, or those of some ids, for another machine.
         */
        get: operations["exportProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profiles/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save what an export holds; each profile has a result of its own
         * @description Save what an export holds; each profile has a result of its own.
         */
        post: operations["importProfiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One profile
         * @description One profile.
         */
        get: operations["getProfile"];
        /**
         * Replace what a profile says; running miners keep their copy until they are restarted with it
         * @description Replace what a profile says; running miners keep their copy until they are restarted with it.
         */
        put: operations["changeProfile"];
        post?: never;
        /**
         * Delete a profile; miners that were started from it go on
         * @description Delete a profile; miners that were started from it go on.
         */
        delete: operations["deleteProfile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profiles/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a miner with a copy of a profile's configuration
         * @description Start a miner with a copy of a profile's configuration.
         */
        post: operations["startProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue's pools and your own, by name
         * @description Pages of a foreign origin see only the catalogue's.
         */
        get: operations["listPools"];
        put?: never;
        /**
         * Add a pool of your own
         * @description Add a pool of your own.
         */
        post: operations["addPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a pool of your own; miners that use it go on
         * @description Remove a pool of your own; miners that use it go on.
         */
        delete: operations["removePool"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pools/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect to a pool and see how that goes, within 5 s
         * @description With a wallet, also whether a login is answered. The answer is 200 whatever `result` is.
         */
        post: operations["testPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallets/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a wallet is, and whether it can be paid there
         * @description Asks nobody: the answer is 200 whatever it says.
         */
        post: operations["checkWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/coins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every coin that is known
         * @description Every coin that is known.
         */
        get: operations["listCoins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/algorithms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every algorithm that can be mined here
         * @description Every algorithm that can be mined here.
         */
        get: operations["listAlgorithms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every setting, its value and who said it
         * @description Pages of a foreign origin see neither paths nor secrets.
         */
        get: operations["getSettings"];
        /**
         * Change some settings; they count at once and are written into the settings file
         * @description All of `values` may be sent back. A duration is a number, or text such as `300s` or `5m`. A setting that a flag or variable says is refused with 409.
         */
        put: operations["changeSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, when, why and by whose word
         * @description Newest first. With `since`, what came after that `seq`, oldest first.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message to every target, within 15 s
         * @description The answer is 200 whatever became of the messages; 409 when no target is set.
         */
        post: operations["testNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every access key, by name
         * @description Every access key, by name.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an access key; its text is told this once
         * @description Make an access key; its text is told this once.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an access key, at once; WebSockets that it opened are closed
         * @description Revoke an access key, at once; WebSockets that it opened are closed.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who wanted to change what, from where, and what came of it; the newest first
         * @description Who wanted to change what, from where, and what came of it; the newest first.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the audit is whole: each entry holds the sum of the one before
         * @description Whether the audit is whole: each entry holds the sum of the one before.
         */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alive
         * @description Alive.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every figure in Prometheus' format
         * @description As OpenMetrics to those whose `Accept` prefers `application/openmetrics-text`.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live changes over a WebSocket
         * @description A WebSocket; nothing needs to be sent. Each frame is one JSON object `{"type", "seq", "timestamp", "data"}`, first `snapshot`, then each change; docs/reference/asyncapi.json describes them all. `{"subscribe": ["miner.stats"], "miners": ["xmrig"]}` narrows it, `{"every": 1}` brings the figures of all miners together once a second, and with `"delta": true` only what is different in them. `seq` counts events, and `GET /events?since=` fills gaps. A listener that is too slow is closed with 1013, one whose key is revoked with 1008. A browser says its key among the subprotocols: `mining.v1`, `mining.key.…`.
         */
        get: operations["listen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The next step: a request that one button makes, a command to paste, or both; with neither, a page to open. */
        Action: {
            /** @description What it does; `label` is the template `action.` and this code. */
            code: components["schemas"]["ActionCode"];
            /** @description A few words for a button. */
            label: string;
            /** @description Of the request; null: there is none. */
            method: string | null;
            /** @description Of the request, below the namespace; it needs no body. */
            path: string | null;
            /** @description To paste into a shell on the rig; null: there is none. */
            command: string | null;
        };
        /**
         * @description One of `restart_miner`, `start_miner`, `see_logs`, `see_timeline`, `edit_config`, `install_program`, `update_program`, `examine`, `settle_program`, `forget_miner`, `test_notifications`, `edit_settings`; later versions may say others.
         * @example restart_miner
         */
        ActionCode: string;
        /** @description What all miners of one algorithm do together. */
        AlgorithmTotal: {
            /** @description null: not known yet */
            algorithm: string | null;
            /** @description Whether they only pretend; such miners are summed apart. */
            simulated: boolean;
            /**
             * Format: int64
             * @description One that computes two algorithms at once is among the miners of both.
             */
            miners: number;
            /**
             * Format: double
             * @description H/s of those whose hashrate is known; null: of none
             */
            hashrate: number | null;
            /** Format: int64 */
            accepted: number;
            /** Format: int64 */
            rejected: number;
            /**
             * Format: int64
             * @description W, of those that mine this alone, and on graphics cards alone whose power is known, a card of two of them once; null: of none
             */
            power: number | null;
            /**
             * Format: int64
             * @description W, of those that compute another algorithm at the same time, or share a card with one of another, which cannot be told apart
             */
            sharedPower: number | null;
            /**
             * Format: double
             * @description H/W, of those whose hashrate and power are both known, also of whoever mines on the same card; null: of none
             */
            efficiency: number | null;
            reporting: components["schemas"]["Reporting"];
        };
        /** @description A Config, also one with wrong or missing fields. */
        AnyConfig: {
            [key: string]: components["schemas"]["JsonValue"];
        };
        /** @description The answer to the word that a miner shall run so. */
        Applied: {
            name: string;
            type: string;
            status: components["schemas"]["MinerStatus"];
            /** Format: int64 */
            pid: number | null;
            message: string;
            warnings: string[];
            /** @description The same sentences with what is needed to say them in another language, in the same order. */
            warningWordings: components["schemas"]["Wording"][];
            /** @description What changes about who is paid: `old wallet … → new wallet …`. */
            payout: string[];
            /** @description Those of `payout`, in the same order. */
            payoutWordings: components["schemas"]["Wording"][];
            /** @description What had to be done; `unchanged`: it ran so already. */
            outcome: components["schemas"]["Outcome"];
        };
        AppliedAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["Applied"];
        };
        /** @description Who asks, as far as the gate can tell. */
        Asker: {
            /** @description What it may do. */
            role: components["schemas"]["AskerRole"];
            /** @description By what it was let in: from this machine, by a key, as a page of that kind of site. */
            via: components["schemas"]["AskerVia"];
            /** @description Whether wallets, paths and secrets are hidden from it. */
            masked: boolean;
        };
        /**
         * @description One of `viewer`, `operator`, `admin`; later versions may say others.
         * @example viewer
         */
        AskerRole: string;
        /**
         * @description One of `local`, `public`, `open`, `key`, `origin:same`, `origin:trusted`, `origin:foreign`; later versions may say others.
         * @example local
         */
        AskerVia: string;
        /** @description One thing that a person should look at. */
        AttentionItem: {
            /** @description Those of `params` that are sentences themselves. */
            parts: {
                [key: string]: components["schemas"]["Wording"];
            };
            /** @description Sentences that follow; `text` ends with them. */
            more: components["schemas"]["Wording"][];
            /** @description The same for as long as it lasts, and when it comes back. */
            id: string;
            /** @description What it is, in a word: a reason of a miner, or one of the attention's own. */
            code: string;
            /** @description `error`: does not work; `warning`: works badly; `hint`: could be better. */
            severity: components["schemas"]["AttentionItemSeverity"];
            /** @description Whose it is; null: the rig's. */
            miner: string | null;
            /**
             * Format: date-time
             * @description When it began, as far as that is known; else when it was first seen.
             */
            since: string;
            /** @description A sentence for a person; never a full wallet, password or token. */
            text: string;
            /** @description The code of `text`; null where that is somebody else's words. */
            message: string | null;
            /** @description What `text` speaks of, by name; times in seconds. */
            params: {
                [key: string]: string | number;
            };
            /** @description What to do next; null: nothing but to wait, or to look. */
            action: components["schemas"]["Action"] | null;
        };
        AttentionItemPage: {
            items: components["schemas"]["AttentionItem"][];
            pagination: components["schemas"]["Pagination"];
        };
        AttentionItemPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["AttentionItemPage"];
        };
        /**
         * @description One of `error`, `warning`, `hint`; later versions may say others.
         * @example error
         */
        AttentionItemSeverity: string;
        /** @description One write, or one that was refused. `sum` is the SHA-256 of the rest; `previous` is that of the entry before. */
        AuditEntry: {
            /** Format: int64 */
            seq: number;
            /** Format: date-time */
            timestamp: string;
            /** @description The key or the address that asked. */
            who: string;
            role: string | null;
            /** @description From where, if over the network. */
            address: string | null;
            /** @description The operation, such as `startMiner`; `change` for what a setting or wallet became. */
            what: string;
            /** @description The path, or the miner. */
            target: string | null;
            /**
             * Format: int64
             * @description The status of the answer.
             */
            outcome: number | null;
            /** @description The code of the error, where there was one. */
            code: string | null;
            /** @description Old → new, wallets masked. */
            text: string | null;
            /** @description `text`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
            /**
             * Format: int64
             * @description Refusals before it that were too many to be written down.
             */
            omitted: number;
            previous: string;
            sum: string;
        };
        AuditEntryPage: {
            items: components["schemas"]["AuditEntry"][];
            pagination: components["schemas"]["Pagination"];
        };
        AuditEntryPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["AuditEntryPage"];
        };
        /** @description Whether the chain holds. */
        AuditReport: {
            ok: boolean;
            /** Format: int64 */
            entries: number;
            /**
             * Format: int64
             * @description The `seq` of the oldest entry that is kept.
             */
            first: number | null;
            /** Format: int64 */
            last: number | null;
            /** @description Where it is broken, in a sentence. */
            issue: string | null;
            /** @description `issue`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
        };
        AuditReportAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["AuditReport"];
        };
        /** @description A miner type, whether or not its program is here, and what its author published when that was last looked up. */
        Available: {
            type: string;
            title: string;
            homepage: string;
            licence: string;
            devFee: string;
            algorithms: string[];
            cpu: boolean;
            gpu: string[];
            /** @description Whose graphics cards it mines on: NVIDIA, AMD, Intel */
            makers: string[];
            installed: boolean;
            installedVersion: string | null;
            /** @description null until releases are looked up */
            latestVersion: string | null;
            /** Format: date-time */
            latestPublishedAt: string | null;
            /**
             * Format: int64
             * @description How much a download of that version is; null: not known
             */
            latestBytes: number | null;
            /**
             * Format: date-time
             * @description null: never
             */
            lookedUpAt: string | null;
            /** @description What a rollback goes back to; null: nothing */
            previousVersion: string | null;
            /** @description Whether its author publishes it for machines like this one */
            installable: boolean;
            /** @description How its releases are proven; null where there are none */
            verification: components["schemas"]["Verification"] | null;
            /** @description How the program here was proven; null: it was not installed */
            verified: components["schemas"]["Verification"] | null;
            /** @description What is known against the version that is here */
            advisories: string[];
            path: string | null;
            /** @description How the program came here; null when it is not here */
            origin: string | null;
            /** @description Whether it mines on NVIDIA cards through a library that does not come with it */
            takesCudaPlugin: boolean;
            /** @description That library, where it is here */
            cudaPlugin: components["schemas"]["CudaPluginHere"] | null;
            apiExposure: string;
            /** @description Where logins and passwords stand while it runs, and who can read them */
            secrets: string;
            /** @description How it gets onto this machine where it cannot be installed */
            getting: string;
            /** @description How far it was tried whether what stands here is so */
            tried: string;
            /** @description What of it nobody could confirm */
            unconfirmed: string[];
            /** @description Checksums of its files that others collected, to compare with; never proof */
            secondOpinions: components["schemas"]["SecondOpinion"][];
            /** @description The keys it obeys on stdin. */
            keys: {
                [key: string]: string;
            };
            simulated: boolean;
            /** @description Whether it only reads what mines already, elsewhere */
            watched: boolean;
            /** @description What `tried` rests on */
            evidence: components["schemas"]["AvailableEvidence"];
            /** @description Whether other machines may reach its API: nothing binds it to loopback */
            openApi: boolean;
            /** @description Whether logins and passwords stand in the command line */
            secretsExposed: boolean;
            /** @description What of a configuration it can do; null for an adapter that is skipped */
            supports: components["schemas"]["Capabilities"] | null;
            /** @description Why this adapter, of another package, is skipped and nothing of it can be used; null: it works */
            broken: string | null;
            /** @description Those of the texts above that are sentences of the platform, by field */
            wordings: components["schemas"]["ProgramWordings"];
        };
        /**
         * @description One of `driven`, `answer`, `none`; later versions may say others.
         * @example driven
         */
        AvailableEvidence: string;
        AvailablePage: {
            items: components["schemas"]["Available"][];
            pagination: components["schemas"]["Pagination"];
        };
        AvailablePageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["AvailablePage"];
        };
        /** @description One benchmark: how far it has come, or what came of it. */
        Benchmark: {
            id: string;
            type: string;
            algorithm: string;
            /**
             * Format: int64
             * @description For how long it was to be measured.
             */
            seconds: number;
            /**
             * Format: int64
             * @description null: the program decided
             */
            threads: number | null;
            /** @description `own`: the program's own benchmark; `timed`: it mined for that time. */
            method: components["schemas"]["BenchmarkMethod"];
            state: components["schemas"]["BenchmarkState"];
            /**
             * Format: double
             * @description From 0 to 1; 0 while it prepares.
             */
            progress: number;
            /**
             * Format: double
             * @description H/s, the mean while it was measured; null: not yet, or never
             */
            hashrate: number | null;
            /**
             * Format: int64
             * @description How many readings that is the mean of.
             */
            samples: number;
            /** @description Of the program. */
            version: string | null;
            /** @description What computed it. */
            hardware: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string | null;
            /** @description Why it failed, as an error's `code`; null where that has none. */
            code: string | null;
            /** @description How it stands, in words. */
            message: string;
            /** @description `message`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
        };
        BenchmarkAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["Benchmark"];
        };
        /**
         * @description One of `own`, `timed`; later versions may say others.
         * @example own
         */
        BenchmarkMethod: string;
        /** @description What is to be measured. */
        BenchmarkOrder: {
            /**
             * @description Absent: that of `config`, else the first of the type.
             * @example rx/0
             */
            algo?: string | null;
            /**
             * Format: int32
             * @description For how long, once it is up to speed. Absent: 60.
             */
            seconds?: number;
            /**
             * Format: int32
             * @description Without `config`: 0 or absent lets it decide.
             */
            threads?: number | null;
            /** @description Which devices, and how. A program without a benchmark of its own mines with it for that time, so it is then needed; for one that has it, pool and wallet may be left out. */
            config?: components["schemas"]["Config"] | null;
        };
        BenchmarkPage: {
            items: components["schemas"]["Benchmark"][];
            pagination: components["schemas"]["Pagination"];
        };
        BenchmarkPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["BenchmarkPage"];
        };
        /** @enum {string} */
        BenchmarkSort: "startedAt" | "hashrate";
        /**
         * @description One of `running`, `done`, `failed`, `cancelled`; later versions may say others.
         * @example running
         */
        BenchmarkState: string;
        /** @enum {string} */
        BenchmarkStateChoice: "running" | "done" | "failed" | "cancelled";
        /** @description Fields are spelled as in a configuration. One that stands neither in `fields` nor in `ignored` is refused. */
        Capabilities: {
            /** @description Those that change what the program does */
            fields: string[];
            /** @description Those that are taken and have no effect */
            ignored: string[];
            /** @description What the program takes of a field, where that is less */
            limits: {
                [key: string]: components["schemas"]["Limits"];
            };
            /** @description What may stand in `options` */
            options: {
                [key: string]: components["schemas"]["Option"];
            };
            /** @description Algorithms that it computes on graphics cards alone */
            gpuAlgorithms: string[];
            /** @description Where the algorithm decides what computes it: those of the processor; all others are of cards */
            cpuAlgorithms: string[];
            /** @description Where `second` is among `fields`: algorithms that it computes beside another one; none: any */
            secondAlgorithms: string[];
            /** @description Those of a pool that must be the same for all its pools */
            shared: string[];
            /** @description Whether it can mine for a node, without a pool */
            solo: boolean;
            /** @description Whether it can mine for a pool; false: for a node alone */
            pooled: boolean;
            /** @description What it does when it is told to while it runs */
            verbs: components["schemas"]["CapabilitiesVerbs"][];
        };
        /**
         * @description One of `pause`, `resume`; later versions may say others.
         * @example pause
         */
        CapabilitiesVerbs: string;
        /** @description How a graphics card does, as its driver said at `sampledAt`; null: the card or its driver does not tell. */
        CardReading: {
            /**
             * Format: double
             * @description °C
             */
            temperature: number | null;
            /**
             * Format: int64
             * @description W
             */
            powerUsage: number | null;
            /**
             * Format: int64
             * @description %; null: it has no fan of its own
             */
            fanSpeed: number | null;
            /**
             * Format: int64
             * @description % of the time in which it was busy
             */
            usage: number | null;
            /**
             * Format: int64
             * @description Bytes of its memory that are in use, the driver's included
             */
            memoryUsed: number | null;
            /** @description Whether its memory corrects errors */
            ecc: boolean | null;
            /** @description Whether it is divided into instances (MIG), which miners see instead */
            mig: boolean | null;
            /** Format: date-time */
            sampledAt: string;
        };
        /** @description What one graphics card is usually worth to its miner; null where less than a day is known. */
        CardUsual: {
            /** @description Its `busId` in `stats.gpu`, or its `id` where that is null. */
            card: string;
            /**
             * Format: double
             * @description H/s
             */
            median: number | null;
            /**
             * Format: double
             * @description H/s, below which a tenth of the samples is.
             */
            low: number | null;
            /**
             * Format: double
             * @description H/s, above which a tenth of the samples is.
             */
            high: number | null;
            /**
             * Format: date-time
             * @description When the first sample begins; null: there is none.
             */
            from: string | null;
            /**
             * Format: int64
             * @description Stretches of five minutes in which it mined, of the last seven days.
             */
            samples: number;
        };
        /** @description One thing that was looked at, in words for somebody who has never mined. */
        Check: {
            id: string;
            status: components["schemas"]["CheckStatus"];
            title: string;
            meaning: string;
            /** @description What mending it brings, where that is known */
            gain: string | null;
            /** @description One command that mends it; null: there is none, or nothing to mend */
            fix: string | null;
            /** @description `title`: What is needed to say it in another language; null where it is somebody else's words. */
            titleWording: components["schemas"]["Wording"] | null;
            /** @description `meaning`: What is needed to say it in another language; null where it is somebody else's words. */
            meaningWording: components["schemas"]["Wording"] | null;
            /** @description `gain`: What is needed to say it in another language; null where it is somebody else's words. */
            gainWording: components["schemas"]["Wording"] | null;
        };
        /**
         * @description One of `ok`, `info`, `warning`, `problem`, `unknown`; later versions may say others.
         * @example ok
         */
        CheckStatus: string;
        /** @description One pool of the configuration, and what it would be told. */
        CheckedPool: {
            /** @description host:port */
            pool: string;
            /** @description With the worker where the pool reads it; the address masked. */
            login: string;
            /** @description What is sent as rig id besides. */
            worker: string | null;
            /** @description Whether one is sent that says something. */
            password: boolean;
            tls: boolean;
            /** @description Why it takes no connection; null: it does, or it was not tried. */
            issue: string | null;
            /** @description `issue`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
            /** @description Whether it is the pool of the second work, which no other stands in for. */
            second: boolean;
        };
        /** @description The program that would be run. */
        CheckedProgram: {
            path: string;
            version: string | null;
            /** @description How it came here, as in `GET /miners/available`. */
            origin: string;
            /**
             * @description How an installed program was proven; null for the others.
             * @example pin
             */
            verified: string | null;
            /** @description Whether it is what was installed or registered, and told its version when it was run. */
            runs: boolean;
        };
        /** @description The seed's Config and what it leaves open; an absent field lets the program decide. */
        Config: {
            /**
             * @description Where to mine: host:port, perhaps with a scheme.
             * @example stratum+tcp://pool.supportxmr.com:3333
             */
            pool: string;
            /**
             * @description Your address, or the pool's account: the login.
             * @example YOUR_WALLET_ADDRESS
             */
            wallet: string;
            /**
             * @description Absent: from the coin, or as the pool says.
             * @example rx/0
             */
            algo?: string | null;
            /** @description The coin that is paid out, by ticker or name. */
            coin?: string | null;
            /** @description "x" when there is none; never returned. In a change, absent: as before; empty: none. */
            password?: string | null;
            /** @description What the pool calls this machine. */
            worker?: string | null;
            /**
             * Format: int32
             * @description 0 or absent: the program decides.
             */
            threads?: number | null;
            /**
             * Format: int32
             * @description 0 gives way to everything, 5 to nothing.
             */
            cpuPriority?: number | null;
            /** @description NVIDIA cards. */
            cuda?: components["schemas"]["Devices"] | null;
            /** @description Cards by OpenCL: AMD, Intel, NVIDIA. */
            opencl?: components["schemas"]["Devices"] | null;
            /** @description The processor. */
            cpu?: components["schemas"]["CpuBackend"] | null;
            /** @description Absent: as the pool's scheme says. */
            tls?: boolean | null;
            /** @description SHA-256 of the pool's certificate. Without it XMRig's TLS hides but does not authenticate. */
            tlsFingerprint?: string | null;
            /** @description Fail-over pools, tried in this order. */
            pools?: components["schemas"]["Pool"][];
            /** @description What is computed at the same time on the same devices, where the program can do that. */
            second?: components["schemas"]["SecondWork"] | null;
            /** @description Absent: use what is reserved, reserve nothing; as root none. */
            hugePages?: boolean | null;
            /**
             * @description Which logical CPUs, as a mask in hexadecimal.
             * @example 0xf
             */
            cpuAffinity?: string | null;
            /** @description Rest while the machine runs on its battery. */
            pauseOnBattery?: boolean | null;
            /**
             * Format: int32
             * @description Seconds of idleness to wait for.
             */
            pauseOnActive?: number | null;
            /**
             * Format: int32
             * @description % of the time for the program's authors.
             */
            donateLevel?: number | null;
            /** @description The pool is NiceHash, or speaks as it does. */
            nicehash?: boolean | null;
            /**
             * @description Reach the pools through this SOCKS5 proxy.
             * @example socks5://127.0.0.1:9050
             */
            proxy?: string | null;
            /**
             * Format: double
             * @description How hard a card works, in the program's unit.
             */
            intensity?: number | null;
            /** @description What only this type knows. */
            options?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
        };
        /** @description The way to the pool. */
        Connection: {
            /** @description host:port in use; the primary before the first connect. */
            pool: string | null;
            /**
             * Format: int64
             * @description Seconds connected; 0 = not connected.
             */
            uptime: number;
            /**
             * Format: int64
             * @description Share-submit latency in ms; null until measured.
             */
            ping: number | null;
            /**
             * Format: int64
             * @description Established connections that were lost.
             */
            failures: number | null;
            connected: boolean | null;
            lastError: string | null;
            tls: boolean | null;
        };
        /** @description The processor, as far as this miner uses it. */
        Cpu: {
            /**
             * Format: double
             * @description The miner's process tree as % of all logical CPUs.
             */
            usage: number | null;
            /**
             * Format: double
             * @description Hottest package sensor, °C.
             */
            temperature: number | null;
        };
        /** @description The CPU backend. */
        CpuBackend: {
            /** @description Whether it is used. Absent: true. */
            enabled?: boolean;
        };
        /**
         * @description The library through which a program mines on NVIDIA cards, as it was when it was registered or installed.
         *
         *     Nobody signs such libraries, so nothing but their owner's word proves one.
         */
        CudaPlugin: {
            path: string;
            sha256: string;
            origin: components["schemas"]["CudaPluginOrigin"];
            /** Format: date-time */
            installedAt: string | null;
        };
        /** @description A library through which a program mines on NVIDIA cards. Nobody signs such libraries. */
        CudaPluginHere: {
            /** @description null for those who see no paths */
            path: string | null;
            /** @description Checked at each start of a miner with `cuda` */
            sha256: string;
            /** @description yours: its owner registered it where it lies; installed: it was copied here */
            origin: string;
        };
        /**
         * @description One of `yours`, `installed`; later versions may say others.
         * @example yours
         */
        CudaPluginOrigin: string;
        /** @description One line. */
        DaemonLogLine: {
            /** Format: date-time */
            time: string | null;
            /**
             * @description null: the line was torn by a full disk.
             * @example debug
             */
            level: string | null;
            /** @description `event=… key=…`; addresses, passwords and tokens are masked. */
            text: string;
        };
        /** @description A stretch of the log; `cursor` asks for what comes after it. */
        DaemonLogPage: {
            items: components["schemas"]["DaemonLogLine"][];
            cursor: string;
        };
        DaemonLogPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["DaemonLogPage"];
        };
        /** @description The answer to a deletion: the profile that was, and what happened in words. */
        DeletedProfile: {
            /** @example XMR - SupportXMR */
            name: string;
            /** @example Monero mining on SupportXMR pool */
            description: string;
            /** @example xmrig */
            minerType: string;
            config: components["schemas"]["Config"];
            /** @description A UUID, given when it is made. */
            id: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            message: string;
        };
        DeletedProfileAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["DeletedProfile"];
        };
        /** @description The answer to a test: what became of it at each target, in the order of the setting. */
        Deliveries: {
            results: components["schemas"]["Delivery"][];
        };
        DeliveriesAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["Deliveries"];
        };
        /** @description Whether one target took a message. */
        Delivery: {
            /**
             * @description Masked, as in the settings.
             * @example tgram://…1a2b3c4d
             */
            target: string;
            ok: boolean;
            /** @description What went wrong, and what to do */
            issue: string | null;
            /** @description `issue`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
        };
        /** @description A GPU backend; enabled with no devices = all of them. */
        Devices: {
            /** @description Whether it is used. Absent: false. */
            enabled?: boolean;
            /** @description Which cards, by number; none: all of them. */
            devices?: number[];
        };
        /** @description What `install` would bring, since the program is not here. */
        Download: {
            /** @description null until releases are looked up. */
            version: string | null;
            /**
             * @description How its releases are proven.
             * @example pin
             */
            verification: string | null;
            /** @description The command that brings it. */
            command: string | null;
        };
        /** @description The envelope of every error. */
        ErrorBody: {
            /**
             * @description Always false.
             * @example false
             */
            success: boolean;
            error: components["schemas"]["ErrorObject"];
        };
        /** @description What is known of an error beside its sentence; more keys come with some codes. */
        ErrorDetails: {
            /** @description Of bad input: the first of `fields`. */
            field?: string | null;
            issue?: string | null;
            /** @description Of bad input: all that is wrong. */
            fields?: components["schemas"]["FieldError"][];
            /** @description The error's `message`: What is needed to say it in another language; null where it is somebody else's words. */
            wording?: components["schemas"]["Wording"] | null;
            /** @description Of 500: the log has it under this id. */
            requestId?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What went wrong, for programs, for people, and in particular. */
        ErrorObject: {
            /** @example MINER_NOT_FOUND */
            code: components["schemas"]["ErrorObjectCode"];
            /** @description A sentence for a person, with what to do next. */
            message: string;
            details: components["schemas"]["ErrorDetails"];
        };
        /**
         * @description One of `MINER_NOT_FOUND`, `MINER_ALREADY_RUNNING`, `MINER_NOT_INSTALLED`, `INVALID_CONFIG`, `INVALID_REQUEST`, `INVALID_WALLET`, `PAYEE_NOT_CONFIRMED`, `POOL_UNREACHABLE`, `INSUFFICIENT_RESOURCES`, `NOT_SUPPORTED`, `DOWNLOAD_FAILED`, `VERIFICATION_FAILED`, `JOB_NOT_FOUND`, `PROFILE_NOT_FOUND`, `PROFILE_ALREADY_EXISTS`, `POOL_NOT_FOUND`, `POOL_ALREADY_EXISTS`, `KEY_NOT_FOUND`, `KEY_ALREADY_EXISTS`, `STORAGE_FULL`, `UNAUTHORIZED`, `FORBIDDEN`, `ORIGIN_NOT_ALLOWED`, `HOST_NOT_ALLOWED`, `NOT_FOUND`, `METHOD_NOT_ALLOWED`, `PAYLOAD_TOO_LARGE`, `UNSUPPORTED_MEDIA_TYPE`, `UPGRADE_REQUIRED`, `RATE_LIMITED`, `INTERNAL_ERROR`; later versions may say others.
         * @example MINER_NOT_FOUND
         */
        ErrorObjectCode: string;
        /** @description One line of the timeline. `seq` orders events and is never used twice. */
        Event: {
            /** @description Those of `params` that are sentences themselves. */
            parts: {
                [key: string]: components["schemas"]["Wording"];
            };
            /** @description Sentences that follow; `text` ends with them. */
            more: components["schemas"]["Wording"][];
            /** Format: int64 */
            seq: number;
            /** Format: date-time */
            timestamp: string;
            /** @description `config` is what 0.1.0 called the kinds profile, settings and autostart. */
            event: components["schemas"]["EventKind"];
            miner: string | null;
            /** @description A sentence for a person; never a full wallet, password or token. */
            text: string;
            /** @description The code of `text`; null where that is somebody else's words. */
            message: string | null;
            /** @description What `text` speaks of, by name; times in seconds. */
            params: {
                [key: string]: string | number;
            };
            /** @description Who asked, as far as it is certain; null when the platform acted by a rule. */
            who: string | null;
            /** @description What else is known of it. */
            details: components["schemas"]["EventDetails"];
        };
        /** @description What an event says beside its sentence; more keys come with some kinds. */
        EventDetails: {
            /** @description By what the asker was let in. */
            via?: string | null;
            /** @description What the asker's client calls itself, without proof. */
            client?: string | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description One of `start`, `stop`, `restart`, `pause`, `resume`, `adopt`, `crash`, `exit`, `hang`, `error`, `forget`, `degraded`, `recovered`, `payout`, `profile`, `settings`, `autostart`, `algorithm`, `pool`, `log.gap`, `clock`, `storage`, `daemon.start`, `daemon.stop`, `install`, `update`, `rollback`, `uninstall`, `benchmark`, `key`, `certificate`, `config`; later versions may say others.
         * @example start
         */
        EventKind: string;
        /** @enum {string} */
        EventKindChoice: "start" | "stop" | "restart" | "pause" | "resume" | "adopt" | "crash" | "exit" | "hang" | "error" | "forget" | "degraded" | "recovered" | "payout" | "profile" | "settings" | "autostart" | "algorithm" | "pool" | "log.gap" | "clock" | "storage" | "daemon.start" | "daemon.stop" | "install" | "update" | "rollback" | "uninstall" | "benchmark" | "key" | "certificate" | "config";
        EventPage: {
            items: components["schemas"]["Event"][];
            pagination: components["schemas"]["Pagination"];
        };
        EventPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["EventPage"];
        };
        /** @description A registered mining program, and whether it can be started. */
        ExaminedProgram: {
            type: string;
            version: string | null;
            path: string | null;
            usable: boolean;
            issue: string | null;
            /** @description `issue`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
        };
        /**
         * @description One of `config`, `crash`, `exit`, `signal`, `oom`, `hang`, `unknown`; later versions may say others.
         * @example config
         */
        ExitCause: string;
        /** @description Profiles for another machine; what an import reads. */
        ExportedProfiles: {
            format: components["schemas"]["ExportedProfilesFormat"];
            /** Format: int64 */
            version: number;
            profiles: components["schemas"]["ProfileDraft"][];
        };
        ExportedProfilesAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["ExportedProfiles"];
        };
        /**
         * @description One of `mining-profiles`; later versions may say others.
         * @example mining-profiles
         */
        ExportedProfilesFormat: string;
        /** @description One thing that is wrong with one field, parameter or header. */
        FieldError: {
            /** @description As the asker spells it: `pools[1].tls`. */
            field: string;
            issue: string;
            /** @description `issue`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
        };
        /** @description Where the platform keeps things. Pages of foreign origins do not see it. */
        Folders: {
            data: string;
            logs: string;
            programs: string;
        };
        /** @description One device that this miner uses. */
        Gpu: {
            /** Format: int64 */
            id: number;
            /**
             * @description Whose number `id` is; null: not told
             * @example cuda
             */
            backend: string | null;
            /** @description Its place on the PCI bus, the `id` of that card in `gpus` of GET /info; null: not told */
            busId: string | null;
            name: string | null;
            /**
             * Format: double
             * @description H/s
             */
            hashrate: number | null;
            /**
             * Format: double
             * @description °C
             */
            temperature: number | null;
            /**
             * Format: int64
             * @description Fastest fan, %
             */
            fanSpeed: number | null;
            /**
             * Format: int64
             * @description W
             */
            powerUsage: number | null;
        };
        /** @description A graphics processor that could mine. */
        GraphicsCard: {
            /** @description Its place on the PCI bus: 0000:01:00.0 */
            id: string;
            vendor: components["schemas"]["GraphicsCardVendor"];
            name: string | null;
            backend: components["schemas"]["GraphicsCardBackend"];
            /**
             * Format: int64
             * @description bytes of its own; null: not known, or it has none
             */
            memory: number | null;
            /** @description Name and version; null: none is loaded */
            driver: string | null;
            /**
             * Format: int64
             * @description Its number in `cuda.devices` or `opencl.devices` of a Config, for a program that counts the cards of each backend by themselves; null: not known
             */
            device: number | null;
            /** @description How it does, as of the last look; null: not looked yet */
            reading: components["schemas"]["CardReading"] | null;
        };
        /**
         * @description One of `cuda`, `opencl`; later versions may say others.
         * @example cuda
         */
        GraphicsCardBackend: string;
        /**
         * @description One of `NVIDIA`, `AMD`, `Intel`; later versions may say others.
         * @example NVIDIA
         */
        GraphicsCardVendor: string;
        /** @description A stretch of the past, every bucket present, each of one algorithm. */
        HashrateHistory: {
            points: components["schemas"]["HashratePoint"][];
            resolution: components["schemas"]["Resolution"];
            /**
             * Format: int64
             * @description s
             */
            duration: number;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @description The one that was asked for, else the last that was mined; null: none is known */
            algorithm: string | null;
            /** @description All that were mined in this stretch, the latest first, then those beside */
            algorithms: string[];
            /** @description The graphics card whose hashrate it is; null: that of the whole miner */
            card: string | null;
        };
        HashrateHistoryAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["HashrateHistory"];
        };
        /** @description One bucket of the past; null where nothing was measured. */
        HashratePoint: {
            /** Format: date-time */
            timestamp: string;
            /**
             * Format: double
             * @description H/s
             */
            hashrate: number | null;
            resolution: components["schemas"]["Resolution"];
        };
        /**
         * @description One of `ok`, `degraded`, `unreachable`; later versions may say others.
         * @example ok
         */
        Health: string;
        /** @description Whether the daemon itself is well. */
        HealthReport: {
            status: components["schemas"]["HealthReportStatus"];
            version: string;
            /** @description Empty for foreign origins, who see only the status. */
            problems: components["schemas"]["Problem"][];
        };
        HealthReportAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["HealthReport"];
        };
        /**
         * @description One of `ok`, `degraded`; later versions may say others.
         * @example ok
         */
        HealthReportStatus: string;
        /** @description A stretch of the past in buckets that are all over; every bucket is there. */
        History: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @description The width of a bucket, the same for all of these miners. */
            resolution: components["schemas"]["Resolution"];
            /** @description When each bucket begins. */
            timestamps: string[];
            /** @description As asked for, each once. */
            miners: components["schemas"]["MinerHistory"][];
        };
        HistoryAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["History"];
        };
        /** @enum {string} */
        HistoryFormat: "json" | "csv";
        /** @description Memory in large pieces, which must be reserved before anybody can use it. */
        HugePages: {
            /**
             * Format: int64
             * @description bytes of one page
             */
            size: number;
            /**
             * Format: int64
             * @description Pages reserved
             */
            total: number;
            /**
             * Format: int64
             * @description Pages that nobody uses
             */
            free: number;
        };
        /** @description What became of one profile of an import. */
        Imported: {
            name: string;
            result: components["schemas"]["ImportedResult"];
            id: string | null;
            /** @description Why it was skipped. */
            reason: string | null;
            /** @description The sentences of `reason`, to be said in another language. */
            wordings: components["schemas"]["Wording"][];
            warnings: string[];
            /** @description The same sentences with what is needed to say them in another language, in the same order. */
            warningWordings: components["schemas"]["Wording"][];
            /** @description What changes about who is paid: `old wallet … → new wallet …`. */
            payout: string[];
            /** @description Those of `payout`, in the same order. */
            payoutWordings: components["schemas"]["Wording"][];
        };
        /** @description The answer to an import: a result for each profile, in their order. */
        ImportedProfiles: {
            results: components["schemas"]["Imported"][];
        };
        ImportedProfilesAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["ImportedProfiles"];
        };
        /**
         * @description One of `created`, `replaced`, `skipped`; later versions may say others.
         * @example created
         */
        ImportedResult: string;
        /** @description What stands where. */
        Index: {
            title: string;
            version: string;
            /** @description Where to go on, by name. */
            links: {
                [key: string]: string;
            };
            you: components["schemas"]["Asker"];
        };
        IndexAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["Index"];
        };
        /** @description One installation: how far it has come, and what came of it. */
        InstallJob: {
            id: string;
            type: string;
            state: components["schemas"]["JobState"];
            /** Format: date-time */
            startedAt: string;
            progress: components["schemas"]["InstallProgress"] | null;
            /** @description null until it is done */
            result: components["schemas"]["Installation"] | null;
            error: components["schemas"]["JobError"] | null;
            /** @description How it stands, in words; names the miners that still run the old program. */
            message: string;
            /** @description `message`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
        };
        InstallJobAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["InstallJob"];
        };
        InstallJobPage: {
            items: components["schemas"]["InstallJob"][];
            pagination: components["schemas"]["Pagination"];
        };
        InstallJobPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["InstallJobPage"];
        };
        /** @description How far an installation has come. */
        InstallProgress: {
            type: string;
            stage: components["schemas"]["InstallStage"];
            /**
             * Format: int64
             * @description Downloaded so far
             */
            bytes: number | null;
            /**
             * Format: int64
             * @description bytes; null where the vendor does not say
             */
            total: number | null;
        };
        /**
         * @description One of `download`, `verify`, `unpack`, `try`, `switch`, `done`; later versions may say others.
         * @example download
         */
        InstallStage: string;
        /** @description What an installation did. */
        Installation: {
            program: components["schemas"]["Program"];
            /** @description The version in use before */
            replaced: string | null;
            /** @description false: exactly this was in use already */
            changed: boolean;
            /** @description Ways to cards of this machine that this build does not have */
            unreached: string[];
        };
        /** @description A mining program that can be started here. */
        InstalledMiner: {
            type: string;
            version: string | null;
            installed: boolean;
            path: string | null;
        };
        /** @description A key that was just made. Its text is told this once. */
        IssuedKey: {
            /** @example 7f0c1f6e */
            id: string;
            name: string;
            role: components["schemas"]["IssuedKeyRole"];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description null: never.
             */
            expiresAt: string | null;
            expired: boolean;
            /** @description What is sent as `Authorization: Bearer …`. It is never told again. */
            key: string;
        };
        IssuedKeyAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["IssuedKey"];
        };
        /**
         * @description One of `viewer`, `operator`, `admin`; later versions may say others.
         * @example viewer
         */
        IssuedKeyRole: string;
        /** @description Why a job failed, as an error's answer would say it. */
        JobError: {
            code: string;
            message: string;
            details: components["schemas"]["ErrorDetails"];
        };
        /** @enum {string} */
        JobSort: "startedAt" | "type";
        /**
         * @description One of `running`, `done`, `failed`; later versions may say others.
         * @example running
         */
        JobState: string;
        /** @enum {string} */
        JobStateChoice: "running" | "done" | "failed";
        JsonValue: unknown;
        /** @description A key to be made. */
        KeyDraft: {
            /**
             * @description Whose it is; it stands in the timeline.
             * @example phone
             */
            name: string;
            /** @description `viewer` reads, `operator` starts and stops, `admin` may do everything. Absent: viewer. */
            role?: components["schemas"]["KeyDraftRoleChoice"];
            /**
             * Format: date-time
             * @description From when on it opens nothing; absent: never.
             */
            expiresAt?: string | null;
        };
        /** @enum {string} */
        KeyDraftRoleChoice: "viewer" | "operator" | "admin";
        /** @description Keys to type into the program's terminal. */
        Keys: {
            /** @example p */
            input: string;
        };
        /**
         * @description How the last process ended. `code` and `signal` are null where they are unknown: it was not our child.
         *
         *     The signal is known all the same where the program named it.
         */
        LastExit: {
            /** Format: int64 */
            code: number | null;
            /** Format: int64 */
            signal: number | null;
            cause: components["schemas"]["ExitCause"];
            /** Format: date-time */
            at: string;
        };
        /** @description The least and the most that a program takes of a field. */
        Limits: {
            /** Format: double */
            least: number;
            /** Format: double */
            most: number;
        };
        /** @description An algorithm that a miner type here can compute. */
        ListedAlgorithm: {
            name: string;
            /** @description What else it is called, and taken as. */
            aliases: string[];
            /** @description The miner types that compute it. */
            types: string[];
            /** @description Coins that are mined with it, by ticker. */
            coins: string[];
        };
        ListedAlgorithmPage: {
            items: components["schemas"]["ListedAlgorithm"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListedAlgorithmPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["ListedAlgorithmPage"];
        };
        /** @description A coin that can be a payout. */
        ListedCoin: {
            ticker: string;
            name: string;
            algorithms: string[];
            /** @description Whether its addresses are checked in full. */
            checked: boolean;
            /** @description Why it cannot be mined any more. */
            gone: string | null;
            /** @description `gone`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
            /** @description Whether machines built for its algorithm leave processors and cards no share. */
            asic: boolean;
        };
        ListedCoinPage: {
            items: components["schemas"]["ListedCoin"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListedCoinPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["ListedCoinPage"];
        };
        /** @description A key as it is shown: without its secret, which nobody knows any more. */
        ListedKey: {
            /** @example 7f0c1f6e */
            id: string;
            name: string;
            role: components["schemas"]["ListedKeyRole"];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description null: never.
             */
            expiresAt: string | null;
            expired: boolean;
        };
        ListedKeyPage: {
            items: components["schemas"]["ListedKey"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListedKeyPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["ListedKeyPage"];
        };
        /**
         * @description One of `viewer`, `operator`, `admin`; later versions may say others.
         * @example viewer
         */
        ListedKeyRole: string;
        /** @description A pool to choose; what is not known of it is null. */
        ListedPool: {
            /**
             * @description host:port
             * @example pool.supportxmr.com:3333
             */
            id: string;
            origin: components["schemas"]["ListedPoolOrigin"];
            /** @description As a configuration takes it. */
            pool: string;
            name: string;
            /** @description The coin it pays; null where it depends on the login or the port. */
            coin: string | null;
            host: string;
            /**
             * Format: int64
             * @description The usual one; it speaks plain stratum unless tlsPort is the same.
             */
            port: number;
            morePorts: number[];
            /** Format: int64 */
            tlsPort: number | null;
            region: string | null;
            /**
             * Format: double
             * @description %
             */
            fee: number | null;
            /**
             * @description Where the worker's name goes.
             * @example login
             */
            worker: string | null;
            /** @description Login and password in words. */
            usage: string | null;
            /**
             * @description One of `address`, `account`, `prefixed`; later versions may say others.
             * @example address
             */
            login: string | null;
            /** @description It pays its one coin, whatever is mined. */
            exchanges: boolean;
            /** @description Other coins whose addresses it takes for some payouts. */
            also: string[];
            /** @description Its own page of a wallet; {address} stands for the wallet. */
            page: string | null;
            source: string | null;
            /**
             * Format: date
             * @description When it was last looked up.
             */
            checkedAt: string | null;
            /**
             * Format: date-time
             * @description When you added it.
             */
            addedAt: string | null;
        };
        ListedPoolAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["ListedPool"];
        };
        /**
         * @description One of `catalogue`, `yours`; later versions may say others.
         * @example catalogue
         */
        ListedPoolOrigin: string;
        ListedPoolPage: {
            items: components["schemas"]["ListedPool"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListedPoolPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["ListedPoolPage"];
        };
        /** @enum {string} */
        LogLevelChoice: "debug" | "info" | "warning" | "error";
        /** @description One line of a miner's text, colour escapes only. */
        LogLine: {
            /** Format: date-time */
            time: string | null;
            text: string;
        };
        /** @description A stretch of a miner's text; `cursor` asks for what comes after it. */
        LogPage: {
            items: components["schemas"]["LogLine"][];
            cursor: string;
        };
        LogPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["LogPage"];
        };
        /** @description Main memory. */
        Memory: {
            /**
             * Format: int64
             * @description bytes
             */
            total: number;
            /**
             * Format: int64
             * @description Bytes that a new process can have
             */
            available: number | null;
            hugePages: components["schemas"]["HugePages"] | null;
            /** @description Huge pages of 1 GiB; null where there are none */
            gibPages: components["schemas"]["HugePages"] | null;
        };
        /**
         * @description One of `hashrate`, `accepted`, `rejected`, `invalid`, `temperature`, `power`, `ping`, `difficulty`; later versions may say others.
         * @example hashrate
         */
        Metric: string;
        /** @enum {string} */
        MetricChoice: "hashrate" | "accepted" | "rejected" | "invalid" | "temperature" | "power" | "ping" | "difficulty";
        /** @description One figure of one miner, a value for each of the history's `timestamps`. */
        MetricSeries: {
            metric: components["schemas"]["Metric"];
            /** @description null: a count, or the difficulty */
            unit: string | null;
            /** @description null where nothing was measured. */
            values: (number | null)[];
        };
        /** @description One instance of a miner type, known by name. */
        Miner: {
            name: string;
            type: string;
            status: components["schemas"]["MinerStatus"];
            health: components["schemas"]["Health"];
            reason: components["schemas"]["Reason"] | null;
            wanted: components["schemas"]["Wanted"];
            /** Format: int64 */
            pid: number | null;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            stoppedAt: string | null;
            /**
             * Format: int64
             * @description s
             */
            uptime: number;
            /**
             * Format: double
             * @description H/s
             */
            hashrate: number | null;
            version: string | null;
            /** @description The program that the next start will use, where it is another than the running one */
            nextVersion: string | null;
            /** @description What keeps the program of this live miner from being started again; null: nothing is known */
            programIssue: string | null;
            path: string | null;
            profileId: string | null;
            /** @description The pool's own page of this wallet; null: none is documented */
            poolPage: string | null;
            /** @description Who is paid at each of its pools, in their order. */
            payees: components["schemas"]["MinerPayee"][];
            /** @description The Config as it was said, without passwords. */
            config: components["schemas"]["Config"];
            /** @description Whether it pays whom it was started to pay; null: it does not run, or its program cannot tell */
            payoutLock: components["schemas"]["PayoutLock"] | null;
            /** Format: int64 */
            restarts: number;
            /** Format: date-time */
            nextRestartAt: string | null;
            lastExit: components["schemas"]["LastExit"] | null;
            stats: components["schemas"]["PerformanceMetrics"];
            simulated: boolean;
        };
        MinerAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["Miner"];
        };
        /** @description The figures of one miner. */
        MinerHistory: {
            name: string;
            /** @description Whose hashrate it is; null: none is known. */
            algorithm: string | null;
            /** @description All that were mined in this stretch, the latest first, then those of `second`. */
            algorithms: string[];
            /** @description As asked for. Counters are the highest of a bucket, of the process of that time; the temperature is the highest; the others are means. All but the hashrate are those of the main work, or of the whole miner. */
            series: components["schemas"]["MetricSeries"][];
            /** @description What was computed beside the main work, by algorithm. */
            second: components["schemas"]["SecondHistory"][];
        };
        MinerPage: {
            items: components["schemas"]["Miner"][];
            pagination: components["schemas"]["Pagination"];
        };
        MinerPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["MinerPage"];
        };
        /** @description Who is paid at one of a miner's pools. */
        MinerPayee: {
            /** @description host:port */
            pool: string;
            /** @description The address or account, masked; null: the login names none. */
            payee: string | null;
            /** @description What the pool calls this machine. */
            worker: string | null;
            /** @description The coin that is paid, by its ticker where that is known. */
            coin: string | null;
            /** @description The pool's own page of this payee; null: none is documented. */
            page: string | null;
            /** @description Whether it is the pool of the second work. */
            second: boolean;
        };
        /** @description What became of one miner. */
        MinerResult: {
            name: string;
            ok: boolean;
            /** @description As it is now. */
            status: components["schemas"]["MinerStatus"];
            /** @description What went wrong, as an error's `code`. */
            code: string | null;
            /** @description What went wrong, in words. */
            message: string | null;
            /** @description `message`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
        };
        /** @description What became of each miner that the verb concerned, by name; one that failed keeps no other from it. */
        MinerResults: {
            results: components["schemas"]["MinerResult"][];
        };
        MinerResultsAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["MinerResults"];
        };
        /** @enum {string} */
        MinerSort: "name" | "hashrate" | "uptime";
        /**
         * @description One of `starting`, `running`, `paused`, `stopping`, `stopped`, `error`; later versions may say others.
         * @example starting
         */
        MinerStatus: string;
        /** @enum {string} */
        MinerStatusChoice: "starting" | "running" | "paused" | "stopping" | "stopped" | "error";
        /** @description A saved mining configuration. */
        MiningProfile: {
            /** @example XMR - SupportXMR */
            name: string;
            /** @example Monero mining on SupportXMR pool */
            description: string;
            /** @example xmrig */
            minerType: string;
            config: components["schemas"]["Config"];
            /** @description A UUID, given when it is made. */
            id: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        MiningProfileAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["MiningProfile"];
        };
        MiningProfilePage: {
            items: components["schemas"]["MiningProfile"][];
            pagination: components["schemas"]["Pagination"];
        };
        MiningProfilePageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["MiningProfilePage"];
        };
        /** @description Memory in bytes. */
        NeededMemory: {
            /**
             * Format: int64
             * @description What it cannot do without.
             */
            least: number;
            /**
             * Format: int64
             * @description What it likes to have.
             */
            full: number;
            /**
             * Format: int64
             * @description What this machine has to give now.
             */
            available: number;
        };
        /** @description One thing that only this program knows, a key of a configuration's `options`. */
        Option: {
            /** @description What it does, in a sentence */
            about: string;
            /** @description `about`: What is needed to say it in another language; null where it is somebody else's words. */
            aboutWording: components["schemas"]["Wording"] | null;
            type: components["schemas"]["OptionType"];
            /** @description null: the program decides */
            default: ((boolean | null) | (number | null) | (number | null) | (string | null)) | null;
            /** @description of a choice */
            choices: (boolean | string)[];
            /**
             * Format: double
             * @description of an integer or a number
             */
            least: number;
            /**
             * Format: double
             * @description of an integer or a number; null: no limit of its own
             */
            most: number | null;
            unit: string | null;
            /** @description That of `unit`; null where it is a sign, such as H/s. */
            unitWording: components["schemas"]["Wording"] | null;
        };
        /**
         * @description One of `boolean`, `choice`, `integer`, `number`, `path`; later versions may say others.
         * @example boolean
         */
        OptionType: string;
        /** @enum {string} */
        Order: "asc" | "desc";
        /**
         * @description One of `created`, `started`, `restarted`, `resumed`, `unchanged`; later versions may say others.
         * @example created
         */
        Outcome: string;
        /** @description Where in a list a page stands. */
        Pagination: {
            /** Format: int64 */
            page: number;
            /** Format: int64 */
            limit: number;
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            pages: number;
        };
        /** @description What is known of whom a running miner pays. */
        PayoutLock: {
            /** @description Those of `params` that are sentences themselves. */
            parts: {
                [key: string]: components["schemas"]["Wording"];
            };
            /** @description Sentences that follow; `text` ends with them. */
            more: components["schemas"]["Wording"][];
            state: components["schemas"]["PayoutLockState"];
            /**
             * Format: date-time
             * @description When it was last seen to pay whom its configuration names.
             */
            comparedAt: string | null;
            text: string;
            /** @description The code of `text`. */
            message: string;
            /** @description What `text` speaks of, by name. */
            params: {
                [key: string]: string | number;
            };
        };
        /**
         * @description One of `holds`, `differs`, `unchecked`; later versions may say others.
         * @example holds
         */
        PayoutLockState: string;
        /** @description The latest answer of a miner; every key is present from the first moment, and null means not known. */
        PerformanceMetrics: {
            /**
             * Format: double
             * @description H/s, the program's shortest window; 0.0 is a true zero.
             */
            hashrate: number | null;
            /**
             * Format: double
             * @description H/s, mean of this run's valid samples of the last 15 min.
             */
            hashrateAvg: number | null;
            shares: components["schemas"]["Shares"];
            sharesRecent: components["schemas"]["RecentShares"];
            /**
             * Format: int64
             * @description Seconds since the start of the process; 0 when not live.
             */
            uptime: number;
            connection: components["schemas"]["Connection"];
            cpu: components["schemas"]["Cpu"];
            gpu: components["schemas"]["Gpu"][];
            /** @description What it computes, the main work first, whose figures are those above; empty before any answer. */
            work: components["schemas"]["WorkMetrics"][];
            algorithm: string | null;
            /** Format: double */
            difficulty: number | null;
            paused: boolean;
            /** @description Whether it mines for the program's authors just now. */
            donating: boolean;
            /** Format: date-time */
            lastShareAt: string | null;
            /**
             * Format: double
             * @description Difficulty ÷ hashrate, s.
             */
            expectedShareSeconds: number | null;
            version: string | null;
            /** Format: date-time */
            sampledAt: string | null;
            quality: components["schemas"]["Quality"];
            simulated: boolean;
        };
        PerformanceMetricsAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["PerformanceMetrics"];
        };
        /** @description What the platform runs on. */
        PlatformVersions: {
            platform: string;
            python: string;
            kernel: string;
        };
        /** @description One pool to mine on. A wallet, worker, coin, algo or proxy that is absent is the top's; null says none. */
        Pool: {
            /**
             * @description host:port of this pool.
             * @example stratum+tcp://pool.supportxmr.com:3333
             */
            pool: string;
            /** @description The login there; absent: that of the top. */
            wallet?: string | null;
            /** @description "x" when there is none; never returned. "" takes it away. */
            password?: string | null;
            /** @description Absent: that of the top; null: none. */
            worker?: string | null;
            /** @description Absent: as the pool's scheme says. */
            tls?: boolean | null;
            /** @description SHA-256 of this pool's certificate. */
            tlsFingerprint?: string | null;
            /** @description Absent: that of the top; null: none. */
            coin?: string | null;
            /** @description Absent: that of the top; null: as the pool says. */
            algo?: string | null;
            /** @description Absent: that of the top; null: none. */
            proxy?: string | null;
        };
        /** @description A pool of one's own, as it is added. */
        PoolDraft: {
            /** @example stratum+tcp://pool.example:3333 */
            pool: string;
            tls?: boolean | null;
            /** @description Its host when absent. */
            name?: string | null;
            /** @description The coin it pays: ticker or name. */
            coin?: string | null;
        };
        /** @enum {string} */
        PoolOriginChoice: "catalogue" | "yours";
        /**
         * @description One of `reachable`, `refused`, `timeout`, `tls_error`, `forbidden`, `unresolved`; later versions may say others.
         * @example reachable
         */
        PoolReach: string;
        /** @enum {string} */
        PoolSort: "name" | "coin" | "fee";
        /** @description The result of a test; of what the other side sent it holds only the reason of a refused login. */
        PoolTest: {
            pool: string;
            result: components["schemas"]["PoolReach"];
            /** @description The result in words. */
            text: string;
            /** @description `text`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
            /** @description The address that was checked and connected to. */
            address: string | null;
            /**
             * Format: double
             * @description Median of three connections.
             */
            connectMs: number | null;
            tls: boolean;
            /**
             * Format: double
             * @description The TLS handshake.
             */
            tlsMs: number | null;
            /** @description SHA-256 of the certificate, as a configuration's tlsFingerprint takes it. */
            tlsFingerprint: string | null;
            /**
             * @description null: none was tried.
             * @example answered
             */
            login: string | null;
            /** @description Why the pool refused the login, in its words. */
            loginText: string | null;
            /** @description `loginText`: What is needed to say it in another language; null where it is somebody else's words. */
            loginWording: components["schemas"]["Wording"] | null;
        };
        PoolTestAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["PoolTest"];
        };
        /** @description What is to be tested. */
        PoolTrial: {
            /** @example pool.supportxmr.com:3333 */
            pool: string;
            /** @description Absent: as the scheme says, or else the catalogue. */
            tls?: boolean | null;
            tlsFingerprint?: string | null;
            coin?: string | null;
            /** @description Without one, no login is tried. */
            wallet?: string | null;
        };
        /** @description One file that the program would read, without secrets. */
        Preview: {
            name: string;
            /** @description Addresses masked, passwords left out, the token of its API replaced by zeros. */
            text: string;
        };
        /** @description Something that is wrong with the daemon itself. */
        Problem: {
            /** @description Those of `params` that are sentences themselves. */
            parts: {
                [key: string]: components["schemas"]["Wording"];
            };
            /** @description Sentences that follow; `text` ends with them. */
            more: components["schemas"]["Wording"][];
            /** @example STORAGE */
            code: string;
            text: string;
            /** @description Whose it is; null: everybody's. */
            miner: string | null;
            /** @description The code of `text`; null where it has none. */
            message: string | null;
            /** @description What `text` speaks of, by name. */
            params: {
                [key: string]: string | number;
            };
        };
        /** @description All processors of the machine, which are taken to be alike. */
        Processor: {
            model: string | null;
            /** @description AMD, Intel, ARM, or as the machine says it */
            vendor: string | null;
            /**
             * Format: int64
             * @description x86 only; 25 is AMD's Zen 3 and 4
             */
            family: number | null;
            /** Format: int64 */
            cores: number | null;
            /**
             * Format: int64
             * @description Logical processors
             */
            threads: number | null;
            /** Format: int64 */
            sockets: number | null;
            /**
             * Format: int64
             * @description bytes, all of them together
             */
            l2: number | null;
            /**
             * Format: int64
             * @description bytes, all of them together
             */
            l3: number | null;
            /** @description Whether it computes AES itself */
            aes: boolean | null;
            avx2: boolean | null;
            /** @description Those that matter to miners */
            features: string[];
            /** Format: int64 */
            numaNodes: number | null;
            /** @description Who sets the clock: performance, schedutil, powersave … */
            governor: string | null;
            /** @description What obeys the governor: acpi-cpufreq, intel_pstate … */
            scalingDriver: string | null;
        };
        /** @description A profile to save. What is ours to say may come with it and is ignored. */
        Profile: {
            /** @example XMR - SupportXMR */
            name: string;
            /** @example Monero mining on SupportXMR pool */
            description?: string;
            /** @example xmrig */
            minerType: string;
            config: components["schemas"]["Config"];
            id?: unknown;
            createdAt?: unknown;
            updatedAt?: unknown;
            warnings?: unknown;
            warningWordings?: unknown;
            message?: unknown;
            payout?: unknown;
            payoutWordings?: unknown;
        };
        /** @description A profile as its owner writes it. */
        ProfileDraft: {
            /** @example XMR - SupportXMR */
            name: string;
            /** @example Monero mining on SupportXMR pool */
            description: string;
            /** @example xmrig */
            minerType: string;
            config: components["schemas"]["Config"];
        };
        /** @enum {string} */
        ProfileSort: "name" | "createdAt" | "updatedAt";
        /** @description What an export answered; each of `profiles` is judged by itself. */
        ProfilesImport: {
            /** @description Each as an export tells it. */
            profiles: unknown[];
        };
        /** @description A mining program on disk, as it was when it was installed or registered. */
        Program: {
            type: string;
            path: string;
            sha256: string;
            version: string | null;
            /** @description How it came here: `yours` = registered by its owner; `own` = part of the platform; `installed` = from its author's release */
            origin: string;
            /**
             * @description How an installed program was proven; null for the others
             * @example pin
             */
            verified: string | null;
            /** Format: date-time */
            installedAt: string | null;
            /** @description Its library for NVIDIA cards, where its owner registered or installed one; unproven */
            cudaPlugin: components["schemas"]["CudaPlugin"] | null;
        };
        /** @description What a rollback or the removal of a program did. */
        ProgramChange: {
            /** @description What is in use now, or was removed */
            program: components["schemas"]["Program"];
            message: string;
            /** @description `message`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
        };
        ProgramChangeAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["ProgramChange"];
        };
        /** @description What is needed to say in another language what is told of a program; null where a text is somebody else's. */
        ProgramWordings: {
            licence: components["schemas"]["Wording"] | null;
            devFee: components["schemas"]["Wording"] | null;
            apiExposure: components["schemas"]["Wording"] | null;
            secrets: components["schemas"]["Wording"] | null;
            getting: components["schemas"]["Wording"] | null;
            tried: components["schemas"]["Wording"] | null;
            broken: components["schemas"]["Wording"] | null;
            /** @description One for each, in the same order */
            unconfirmed: components["schemas"]["Wording"][];
            /** @description One for each, in the same order */
            advisories: components["schemas"]["Wording"][];
        };
        /**
         * @description One of `pin`, `signature`, `digest`, `none`; later versions may say others.
         * @example pin
         */
        Proof: string;
        /**
         * @description One of `valid`, `zero`, `stale`, `unavailable`; later versions may say others.
         * @example valid
         */
        Quality: string;
        /** @description Why a miner is not simply fine, in one word for programs and one sentence for people. */
        Reason: {
            /** @description Those of `params` that are sentences themselves. */
            parts: {
                [key: string]: components["schemas"]["Wording"];
            };
            /** @description Sentences that follow; `text` ends with them. */
            more: components["schemas"]["Wording"][];
            code: components["schemas"]["ReasonCode"];
            text: string;
            /** @description The code of `text`; null where it has none. */
            message: string | null;
            /** @description What `text` speaks of, by name; times in seconds. */
            params: {
                [key: string]: string | number;
            };
        };
        /**
         * @description One of `preparing`, `pool_unreachable`, `login_refused`, `pool_silent`, `shares_rejected`, `paused_by_user`, `on_battery`, `user_active`, `no_work`, `donating`, `other_algorithm`, `no_job`, `too_hot`, `hung`, `crash_loop`, `bad_config`, `quarantined`, `program_missing`, `program_changed`, `api_unreachable`, `garbage`, `waiting_to_restart`, `no_hashrate`, `stopped_by_user`, `spawn_failed`, `not_adopted`, `autostart_off`, `autostart_delay`, `not_understood`, `foreign`, `payout_differs`, `gpu_unavailable`, `gpu_memory_full`; later versions may say others.
         * @example preparing
         */
        ReasonCode: string;
        /** @description Shares of the last ten minutes, also of those before a restart of the daemon. None: not known. */
        RecentShares: {
            /** Format: int64 */
            seconds: number;
            /** Format: int64 */
            accepted: number | null;
            /** Format: int64 */
            rejected: number | null;
        };
        /** @description The answer to a removal. */
        RemovedPool: {
            /**
             * @description host:port
             * @example pool.supportxmr.com:3333
             */
            id: string;
            origin: components["schemas"]["RemovedPoolOrigin"];
            /** @description As a configuration takes it. */
            pool: string;
            name: string;
            /** @description The coin it pays; null where it depends on the login or the port. */
            coin: string | null;
            host: string;
            /**
             * Format: int64
             * @description The usual one; it speaks plain stratum unless tlsPort is the same.
             */
            port: number;
            morePorts: number[];
            /** Format: int64 */
            tlsPort: number | null;
            region: string | null;
            /**
             * Format: double
             * @description %
             */
            fee: number | null;
            /**
             * @description Where the worker's name goes.
             * @example login
             */
            worker: string | null;
            /** @description Login and password in words. */
            usage: string | null;
            /**
             * @description One of `address`, `account`, `prefixed`; later versions may say others.
             * @example address
             */
            login: string | null;
            /** @description It pays its one coin, whatever is mined. */
            exchanges: boolean;
            /** @description Other coins whose addresses it takes for some payouts. */
            also: string[];
            /** @description Its own page of a wallet; {address} stands for the wallet. */
            page: string | null;
            source: string | null;
            /**
             * Format: date
             * @description When it was last looked up.
             */
            checkedAt: string | null;
            /**
             * Format: date-time
             * @description When you added it.
             */
            addedAt: string | null;
            message: string;
            /** @description `message`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
        };
        RemovedPoolAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["RemovedPool"];
        };
        /**
         * @description One of `catalogue`, `yours`; later versions may say others.
         * @example catalogue
         */
        RemovedPoolOrigin: string;
        /** @description What the doctor found. */
        Report: {
            miners: components["schemas"]["ExaminedProgram"][];
            gpu: components["schemas"]["GraphicsCard"][];
            /** @description The worst first */
            checks: components["schemas"]["Check"][];
            /** @description What to do, the most pressing first: title and fix of a check, or what it means */
            recommendations: string[];
        };
        ReportAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["Report"];
        };
        /** @description How many miners report each figure, so that a total of some is not taken for one of all. */
        Reporting: {
            /** Format: int64 */
            hashrate: number;
            /**
             * Format: int64
             * @description Those that count accepted shares.
             */
            shares: number;
            /**
             * Format: int64
             * @description Those whose whole power is known and is of this algorithm alone.
             */
            power: number;
            /**
             * Format: int64
             * @description Those of which both the hashrate and that power are known.
             */
            efficiency: number;
        };
        /**
         * @description One of `10s`, `1m`, `5m`, `1h`; later versions may say others.
         * @example 10s
         */
        Resolution: string;
        /** @enum {string} */
        ResolutionChoice: "10s" | "1m" | "5m" | "1h";
        /** @description A key that is no more. */
        RevokedKey: {
            /** @example 7f0c1f6e */
            id: string;
            name: string;
            role: components["schemas"]["RevokedKeyRole"];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description null: never.
             */
            expiresAt: string | null;
            expired: boolean;
            message: string;
        };
        RevokedKeyAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["RevokedKey"];
        };
        /**
         * @description One of `viewer`, `operator`, `admin`; later versions may say others.
         * @example viewer
         */
        RevokedKeyRole: string;
        /** @description The answer to a change: the profile, and what its owner should know. */
        SavedProfile: {
            /** @example XMR - SupportXMR */
            name: string;
            /** @example Monero mining on SupportXMR pool */
            description: string;
            /** @example xmrig */
            minerType: string;
            config: components["schemas"]["Config"];
            /** @description A UUID, given when it is made. */
            id: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            warnings: string[];
            /** @description The same sentences with what is needed to say them in another language, in the same order. */
            warningWordings: components["schemas"]["Wording"][];
            /** @description What changes about who is paid: `old wallet … → new wallet …`. */
            payout: string[];
            /** @description Those of `payout`, in the same order. */
            payoutWordings: components["schemas"]["Wording"][];
        };
        SavedProfileAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["SavedProfile"];
        };
        /** @description The figures of an algorithm that a miner computed beside its main one. */
        SecondHistory: {
            algorithm: string;
            /** @description Those asked for among hashrate, accepted, rejected and invalid. */
            series: components["schemas"]["MetricSeries"][];
        };
        /** @description A checksum that somebody else collected: never proof, since nobody knows where their file came from. */
        SecondOpinion: {
            file: string;
            sha256: string;
            source: string;
            /** @description `source`: What is needed to say it in another language; null where it is somebody else's words. */
            sourceWording: components["schemas"]["Wording"] | null;
        };
        /** @description What is computed beside the main work: another algorithm, on a pool of its own. It inherits nothing. */
        SecondWork: {
            /**
             * @description Where to mine it: host:port.
             * @example stratum+tcp://kas.example:5555
             */
            pool: string;
            /** @description The login there: the address or account that this work pays. */
            wallet: string;
            /** @description As the one at the top: never returned. */
            password?: string | null;
            /** @description What that pool calls this machine. */
            worker?: string | null;
            /** @description Another algorithm than the main one. */
            algo?: string | null;
            /** @description The coin that is paid out there, by ticker or name. */
            coin?: string | null;
            /** @description Absent: as the pool's scheme says. */
            tls?: boolean | null;
        };
        /** @description One setting before and after. */
        SettingChange: {
            name: string;
            old: components["schemas"]["JsonValue"];
            new: components["schemas"]["JsonValue"];
        };
        /**
         * @description One of `default`, `file`, `variable`, `flag`; later versions may say others.
         * @example default
         */
        SettingSource: string;
        /** @description How one daemon runs. */
        Settings: {
            /** Format: path */
            dataDir: string | null;
            /** @description Address to bind; absent: 127.0.0.1 and ::1 */
            host: string | null;
            /** Format: int32 */
            port: number | null;
            namespace: string | null;
            corsOrigin: string[] | null;
            allowedHost: string[] | null;
            publicUrl: string | null;
            /**
             * Format: path
             * @description The certificate, with those that signed it; absent: plain HTTP
             */
            tlsCert: string | null;
            /**
             * Format: path
             * @description Its key, without a password
             */
            tlsKey: string | null;
            /**
             * Format: path
             * @description Absent: daemon.sock in the data folder
             */
            unixSocket: string | null;
            /** @description When a key is needed: from other machines, by everybody, never */
            auth: components["schemas"]["SettingsAuth"] | null;
            /** @description Beside auth off: that other machines need no key either */
            iUnderstandNoAuth: boolean | null;
            logLevel: string | null;
            stopMinersOnExit: boolean | null;
            /**
             * Format: double
             * @description Seconds between polls while nobody watches
             */
            pollInterval: number | null;
            /**
             * Format: double
             * @description The same while a WebSocket listens
             */
            livePollInterval: number | null;
            /** @description Whether wanted miners start with the daemon */
            autostart: boolean | null;
            /**
             * Format: double
             * @description Seconds until they do
             */
            autostartDelay: number | null;
            /** @description Names of miners that only a person starts */
            autostartExcept: string[] | null;
            /** @description Whether a new payee must be confirmed; taken away again only in the file, by hand */
            walletLock: boolean | null;
            /**
             * Format: double
             * @description °C from which on a hot device needs attention
             */
            hotTemperature: number | null;
            /** Format: int32 */
            keepSamplesHours: number | null;
            /** Format: int32 */
            keepMinutesDays: number | null;
            /**
             * Format: int32
             * @description Absent: for ever
             */
            keepHoursDays: number | null;
            /** @description Apprise URLs; they hold secrets, so they are shown masked */
            notify: string[] | null;
            /** @description Where a sign of life goes, as Healthchecks.io takes it; shown masked */
            heartbeatUrl: string | null;
            /**
             * Format: double
             * @description Seconds between two of them
             */
            heartbeatInterval: number | null;
            notifyAbout: components["schemas"]["Topic"][] | null;
            /** @description Local time, such as 22:00-07:00 */
            quietHours: string | null;
        };
        /**
         * @description One of `auto`, `always`, `off`; later versions may say others.
         * @example auto
         */
        SettingsAuth: string;
        /** @enum {string} */
        SettingsAuthChoice: "auto" | "always" | "off";
        /** @description The answer to a change: all settings, what became of some, and what to know. */
        SettingsChanged: {
            /** @description What counts now; secrets are masked. */
            values: components["schemas"]["Settings"];
            /** @description Where each value comes from: a flag wins over a variable, that over the file. */
            sources: {
                [key: string]: components["schemas"]["SettingSource"];
            };
            /** @description Those that PUT may change; the others only in the file. */
            changeable: string[];
            /** @description Those that are masked; a masked value sent back stands for itself. */
            secret: string[];
            /** @description The file that PUT writes; null for foreign origins. */
            file: string | null;
            changes: components["schemas"]["SettingChange"][];
            message: string;
            warnings: string[];
            /** @description The same sentences with what is needed to say them in another language, in the same order. */
            warningWordings: components["schemas"]["Wording"][];
        };
        SettingsChangedAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["SettingsChanged"];
        };
        /** @description Every setting of a running daemon, and what may be done about it. */
        SettingsView: {
            /** @description What counts now; secrets are masked. */
            values: components["schemas"]["Settings"];
            /** @description Where each value comes from: a flag wins over a variable, that over the file. */
            sources: {
                [key: string]: components["schemas"]["SettingSource"];
            };
            /** @description Those that PUT may change; the others only in the file. */
            changeable: string[];
            /** @description Those that are masked; a masked value sent back stands for itself. */
            secret: string[];
            /** @description The file that PUT writes; null for foreign origins. */
            file: string | null;
        };
        SettingsViewAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["SettingsView"];
        };
        /** @description Counters of this process, across pool switches. None: the program does not tell. */
        Shares: {
            /** Format: int64 */
            accepted: number | null;
            /** Format: int64 */
            rejected: number | null;
            /**
             * Format: int64
             * @description Discarded by the program itself, not among `rejected`.
             */
            invalid: number | null;
        };
        /** @description Values by setting, as GET tells them; null: the default. What is absent stays as it is. */
        SomeSettings: {
            /** Format: path */
            dataDir?: string | null;
            /** @description Address to bind; absent: 127.0.0.1 and ::1 */
            host?: string | null;
            /**
             * Format: int32
             * @description Absent: 8080.
             */
            port?: number | null;
            /** @description Absent: /api/v1/mining. */
            namespace?: string | null;
            corsOrigin?: string[] | null;
            allowedHost?: string[] | null;
            publicUrl?: string | null;
            /**
             * Format: path
             * @description The certificate, with those that signed it; absent: plain HTTP
             */
            tlsCert?: string | null;
            /**
             * Format: path
             * @description Its key, without a password
             */
            tlsKey?: string | null;
            /**
             * Format: path
             * @description Absent: daemon.sock in the data folder
             */
            unixSocket?: string | null;
            /** @description When a key is needed: from other machines, by everybody, never. Absent: auto. */
            auth?: components["schemas"]["SettingsAuthChoice"] | null;
            /** @description Beside auth off: that other machines need no key either. Absent: false. */
            iUnderstandNoAuth?: boolean | null;
            /** @description Absent: info. */
            logLevel?: string | null;
            /** @description Absent: false. */
            stopMinersOnExit?: boolean | null;
            /**
             * Format: double
             * @description Seconds between polls while nobody watches. Absent: 10.0.
             */
            pollInterval?: number | null;
            /**
             * Format: double
             * @description The same while a WebSocket listens. Absent: 2.0.
             */
            livePollInterval?: number | null;
            /** @description Whether wanted miners start with the daemon. Absent: true. */
            autostart?: boolean | null;
            /**
             * Format: double
             * @description Seconds until they do. Absent: 5.0.
             */
            autostartDelay?: number | null;
            /** @description Names of miners that only a person starts */
            autostartExcept?: string[] | null;
            /** @description Whether a new payee must be confirmed; taken away again only in the file, by hand. Absent: false. */
            walletLock?: boolean | null;
            /**
             * Format: double
             * @description °C from which on a hot device needs attention. Absent: 85.0.
             */
            hotTemperature?: number | null;
            /**
             * Format: int32
             * @description Absent: 48.
             */
            keepSamplesHours?: number | null;
            /**
             * Format: int32
             * @description Absent: 30.
             */
            keepMinutesDays?: number | null;
            /**
             * Format: int32
             * @description Absent: for ever
             */
            keepHoursDays?: number | null;
            /** @description Apprise URLs; they hold secrets, so they are shown masked */
            notify?: string[] | null;
            /** @description Where a sign of life goes, as Healthchecks.io takes it; shown masked */
            heartbeatUrl?: string | null;
            /**
             * Format: double
             * @description Seconds between two of them. Absent: 300.0.
             */
            heartbeatInterval?: number | null;
            /** @description Absent: ['trouble', 'recovered', 'payout', 'access', 'program']. */
            notifyAbout?: components["schemas"]["TopicChoice"][] | null;
            /** @description Local time, such as 22:00-07:00 */
            quietHours?: string | null;
        };
        /** @description What a start would meet now. */
        StartCheck: {
            name: string;
            type: string;
            /** @description Whether a start would go ahead. */
            ok: boolean;
            /** @description All that it would be refused for. `force` goes over POOL_UNREACHABLE and INSUFFICIENT_RESOURCES. */
            errors: components["schemas"]["StartError"][];
            warnings: string[];
            /** @description The same sentences with what is needed to say them in another language, in the same order. */
            warningWordings: components["schemas"]["Wording"][];
            /** @description null: none is here. */
            program: components["schemas"]["CheckedProgram"] | null;
            /** @description null: the program is here, or nobody publishes it for this machine. */
            download: components["schemas"]["Download"] | null;
            /** @description In the order in which they are tried. */
            pools: components["schemas"]["CheckedPool"][];
            /** @description What would be written into the miner's run folder. */
            files: string[];
            /** @description null: the configuration cannot be read. */
            memory: components["schemas"]["NeededMemory"] | null;
            /** @description The program and its arguments, masked as in `previews`. */
            command: string[];
            /** @description What would stand in `files`; none without a configuration. */
            previews: components["schemas"]["Preview"][];
        };
        StartCheckAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["StartCheck"];
        };
        /** @description One thing that a start would be refused for. */
        StartError: {
            /**
             * @description The error's `code`, as a start would answer it.
             * @example POOL_UNREACHABLE
             */
            code: string;
            message: string;
            /** @description Of the configuration; null: it is none of its fields. */
            field: string | null;
            /** @description `message`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
        };
        /** @description The answer to a start. */
        Started: {
            name: string;
            type: string;
            status: components["schemas"]["MinerStatus"];
            /** Format: int64 */
            pid: number | null;
            message: string;
            warnings: string[];
            /** @description The same sentences with what is needed to say them in another language, in the same order. */
            warningWordings: components["schemas"]["Wording"][];
            /** @description What changes about who is paid: `old wallet … → new wallet …`. */
            payout: string[];
            /** @description Those of `payout`, in the same order. */
            payoutWordings: components["schemas"]["Wording"][];
        };
        StartedAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["Started"];
        };
        /** @description The answer to the start of a profile. */
        StartedProfile: {
            name: string;
            type: string;
            status: components["schemas"]["MinerStatus"];
            /** Format: int64 */
            pid: number | null;
            message: string;
            warnings: string[];
            /** @description The same sentences with what is needed to say them in another language, in the same order. */
            warningWordings: components["schemas"]["Wording"][];
            /** @description What changes about who is paid: `old wallet … → new wallet …`. */
            payout: string[];
            /** @description Those of `payout`, in the same order. */
            payoutWordings: components["schemas"]["Wording"][];
            minerName: string;
            profile: components["schemas"]["MiningProfile"];
        };
        StartedProfileAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["StartedProfile"];
        };
        /** @description The answer to a stop: the miner, and what happened in words. */
        Stopped: {
            name: string;
            type: string;
            status: components["schemas"]["MinerStatus"];
            health: components["schemas"]["Health"];
            reason: components["schemas"]["Reason"] | null;
            wanted: components["schemas"]["Wanted"];
            /** Format: int64 */
            pid: number | null;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            stoppedAt: string | null;
            /**
             * Format: int64
             * @description s
             */
            uptime: number;
            /**
             * Format: double
             * @description H/s
             */
            hashrate: number | null;
            version: string | null;
            /** @description The program that the next start will use, where it is another than the running one */
            nextVersion: string | null;
            /** @description What keeps the program of this live miner from being started again; null: nothing is known */
            programIssue: string | null;
            path: string | null;
            profileId: string | null;
            /** @description The pool's own page of this wallet; null: none is documented */
            poolPage: string | null;
            /** @description Who is paid at each of its pools, in their order. */
            payees: components["schemas"]["MinerPayee"][];
            /** @description The Config as it was said, without passwords. */
            config: components["schemas"]["Config"];
            /** @description Whether it pays whom it was started to pay; null: it does not run, or its program cannot tell */
            payoutLock: components["schemas"]["PayoutLock"] | null;
            /** Format: int64 */
            restarts: number;
            /** Format: date-time */
            nextRestartAt: string | null;
            lastExit: components["schemas"]["LastExit"] | null;
            stats: components["schemas"]["PerformanceMetrics"];
            simulated: boolean;
            message: string;
        };
        StoppedAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["Stopped"];
        };
        /** @description How the rig is, at a glance. */
        Summary: {
            /** Format: int64 */
            miners: number;
            /** @description How many miners are of each status. */
            statuses: {
                [key: string]: number;
            };
            /** @description How well those are that live. */
            healths: {
                [key: string]: number;
            };
            /** @description Of those that live, the most miners first. */
            algorithms: components["schemas"]["AlgorithmTotal"][];
        };
        SummaryAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["Summary"];
        };
        /** @description The seed's SystemInfo, and more of the hardware. */
        SystemInfo: {
            /** @description linux, darwin or windows */
            os: string;
            /** @description amd64 or arm64 */
            arch: string;
            /** @description Kept for the seed's clients; says the Python version, for there is no Go. */
            goVersion: string;
            pythonVersion: string;
            platformVersion: string;
            /**
             * Format: int64
             * @description KiB
             */
            totalMemory: number;
            /**
             * Format: int64
             * @description Logical processors
             */
            cpus: number;
            installedMiners: components["schemas"]["InstalledMiner"][];
            cpu: components["schemas"]["Processor"] | null;
            memory: components["schemas"]["Memory"] | null;
            gpus: components["schemas"]["GraphicsCard"][];
            /** @description Whether programs find OpenCL; null: not known */
            opencl: boolean | null;
            /** @description null for pages of foreign origins */
            folders: components["schemas"]["Folders"] | null;
            versions: components["schemas"]["PlatformVersions"] | null;
            /** @description How `miner-ctrl` is called for this daemon in a terminal of its machine, with its path and data folder where those are not the usual ones; null for pages of foreign origins. */
            commandLine: string | null;
        };
        SystemInfoAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["SystemInfo"];
        };
        /**
         * @description One of `trouble`, `recovered`, `payout`, `access`, `program`, `person`; later versions may say others.
         * @example trouble
         */
        Topic: string;
        /** @enum {string} */
        TopicChoice: "trouble" | "recovered" | "payout" | "access" | "program" | "person";
        /** @enum {string} */
        TypeSort: "name" | "title";
        /** @enum {string} */
        TypeStatusChoice: "installed" | "absent" | "broken";
        /** @description A program of this machine beside what its author has published. */
        Update: {
            type: string;
            title: string;
            installedVersion: string | null;
            /** @description null: not known, or nothing published suits this machine */
            latestVersion: string | null;
            /** Format: date-time */
            latestPublishedAt: string | null;
            /** @description Whether the newest one is newer than the one here */
            newer: boolean;
            /** @description How its releases are proven */
            verification: components["schemas"]["Verification"] | null;
            /** @description How it stands, in words. */
            message: string;
            /** @description `message`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
            /** @description Why its author's releases could not be looked up */
            error: components["schemas"]["JobError"] | null;
            /** @description The installation that was begun; null: none was */
            job: components["schemas"]["InstallJob"] | null;
        };
        UpdatePage: {
            items: components["schemas"]["Update"][];
            pagination: components["schemas"]["Pagination"];
        };
        UpdatePageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["UpdatePage"];
        };
        /** @description What one miner is usually worth; null where less than a day is known. */
        Usual: {
            name: string;
            /** @description Whose hashrates these are: the one that is mined; null: none is known. */
            algorithm: string | null;
            /**
             * Format: double
             * @description H/s
             */
            median: number | null;
            /**
             * Format: double
             * @description H/s, below which a tenth of the samples is.
             */
            low: number | null;
            /**
             * Format: double
             * @description H/s, above which a tenth of the samples is.
             */
            high: number | null;
            /**
             * Format: date-time
             * @description When the first sample begins; null: there is none.
             */
            from: string | null;
            /**
             * Format: int64
             * @description Stretches of five minutes in which it mined, of the last seven days.
             */
            samples: number;
            /** @description Each graphics card that mined it in the last seven days. */
            cards: components["schemas"]["CardUsual"][];
        };
        UsualAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["Usual"];
        };
        UsualPage: {
            items: components["schemas"]["Usual"][];
            pagination: components["schemas"]["Pagination"];
        };
        UsualPageAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["UsualPage"];
        };
        /** @description How a file was proven, and what that is worth. */
        Verification: {
            how: components["schemas"]["Proof"];
            text: string;
            /** @description `text`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
        };
        /** @description A login as a pool would get it, and what is known of where. */
        WalletQuestion: {
            /** @description Address and decoration, or an account. */
            wallet: string;
            /** @description The coin that is to be paid, by ticker or name. */
            coin?: string | null;
            /** @description The pool that is to pay it. */
            pool?: string | null;
        };
        /** @description What a login is, and whether it holds. */
        WalletVerdict: {
            valid: boolean;
            /** @description Whether an address in it was checked in full; false: nothing says which coin. */
            checked: boolean;
            /** @description The coin whose address it is, by ticker. */
            coin: string | null;
            /** @description What kind of address: primary, subaddress, segwit … */
            kind: string | null;
            /** @description Why it does not hold. */
            issue: string | null;
            warnings: string[];
            /** @description `issue`: What is needed to say it in another language; null where it is somebody else's words. */
            wording: components["schemas"]["Wording"] | null;
            /** @description The same sentences with what is needed to say them in another language, in the same order. */
            warningWordings: components["schemas"]["Wording"][];
        };
        WalletVerdictAnswer: {
            /**
             * @description Always true.
             * @example true
             */
            success: boolean;
            data: components["schemas"]["WalletVerdict"];
        };
        /**
         * @description One of `running`, `paused`, `stopped`; later versions may say others.
         * @example running
         */
        Wanted: string;
        /** @description How a miner shall run. */
        WantedMiner: {
            /** @example xmrig */
            type: string;
            config: components["schemas"]["Config"];
        };
        /** @description A sentence, and what is needed to say it in another language. */
        Wording: {
            /** @description Those of `params` that are sentences themselves. */
            parts: {
                [key: string]: components["schemas"]["Wording"];
            };
            /** @description Sentences that follow; `text` ends with them. */
            more: components["schemas"]["Wording"][];
            /** @description In English. */
            text: string;
            /** @description The code of `text`; null where it is somebody else's words. */
            message: string | null;
            /** @description What `text` speaks of, by name; times in seconds. */
            params: {
                [key: string]: string | number;
            };
        };
        /** @description One of the algorithms that a miner computes at once. */
        WorkMetrics: {
            algorithm: string | null;
            /**
             * Format: double
             * @description H/s
             */
            hashrate: number | null;
            shares: components["schemas"]["Shares"];
            /** @description host:port */
            pool: string | null;
        };
    };
    responses: {
        /** @description What went wrong. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description A field, parameter or the JSON is wrong; every fault is named. `INVALID_CONFIG`, `INVALID_REQUEST`, `INVALID_WALLET`. */
        Error400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "success": false,
                 *       "error": {
                 *         "code": "INVALID_CONFIG",
                 *         "message": "pool: is required",
                 *         "details": {
                 *           "field": "pool",
                 *           "issue": "is required",
                 *           "fields": [
                 *             {
                 *               "field": "pool",
                 *               "issue": "is required"
                 *             }
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description No key where one is needed, or one that opens nothing here. `UNAUTHORIZED`. */
        Error401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The key's role does not allow it, or a page of a foreign origin may not do it. `FORBIDDEN`, `ORIGIN_NOT_ALLOWED`. */
        Error403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description There is no such thing. `MINER_NOT_FOUND`, `JOB_NOT_FOUND`, `PROFILE_NOT_FOUND`, `POOL_NOT_FOUND`, `KEY_NOT_FOUND`, `NOT_FOUND`. */
        Error404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description In conflict with the present state. `MINER_ALREADY_RUNNING`, `MINER_NOT_INSTALLED`, `PAYEE_NOT_CONFIRMED`, `NOT_SUPPORTED`, `PROFILE_ALREADY_EXISTS`, `POOL_ALREADY_EXISTS`, `KEY_ALREADY_EXISTS`. */
        Error409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The body is larger than 1 MiB. `PAYLOAD_TOO_LARGE`. */
        Error413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The body is not plain JSON. `UNSUPPORTED_MEDIA_TYPE`. */
        Error415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description This server does not answer to that Host. `HOST_NOT_ALLOWED`. */
        Error421: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description That path is a WebSocket. `UPGRADE_REQUIRED`. */
        Error426: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too many at once, or too often. `RATE_LIMITED`. */
        Error429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description A defect; the log has it under details.requestId. `VERIFICATION_FAILED`, `INTERNAL_ERROR`. */
        Error500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Not possible at the moment. `POOL_UNREACHABLE`, `INSUFFICIENT_RESOURCES`, `DOWNLOAD_FAILED`. */
        Error503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The disk is full; nothing was changed. `STORAGE_FULL`. */
        Error507: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "title": "Mining Platform",
                     *         "version": "0.2.0",
                     *         "links": {
                     *           "miners": "/api/v1/mining/miners"
                     *         },
                     *         "you": {
                     *           "role": "admin",
                     *           "via": "local",
                     *           "masked": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["IndexAnswer"];
                };
            };
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "os": "linux",
                     *         "arch": "amd64",
                     *         "goVersion": "python3.11.7",
                     *         "pythonVersion": "3.11.7",
                     *         "platformVersion": "0.2.0",
                     *         "totalMemory": 16777216,
                     *         "cpus": 8,
                     *         "installedMiners": [
                     *           {
                     *             "type": "xmrig",
                     *             "version": "6.26.0",
                     *             "installed": true,
                     *             "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig"
                     *           }
                     *         ],
                     *         "cpu": {
                     *           "model": "A processor",
                     *           "vendor": null,
                     *           "family": null,
                     *           "cores": 4,
                     *           "threads": 8,
                     *           "sockets": null,
                     *           "l2": null,
                     *           "l3": null,
                     *           "aes": null,
                     *           "avx2": null,
                     *           "features": [],
                     *           "numaNodes": null,
                     *           "governor": null,
                     *           "scalingDriver": null
                     *         },
                     *         "memory": {
                     *           "total": 17179869184,
                     *           "available": 8589934592,
                     *           "hugePages": null,
                     *           "gibPages": null
                     *         },
                     *         "gpus": [],
                     *         "opencl": false,
                     *         "folders": {
                     *           "data": "/home/me/.local/share/lethean-desktop",
                     *           "logs": "/home/me/.local/share/lethean-desktop/logs",
                     *           "programs": "/home/me/.local/share/lethean-desktop/programs"
                     *         },
                     *         "versions": null,
                     *         "commandLine": "miner-ctrl"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SystemInfoAnswer"];
                };
            };
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getDaemonLogs: {
        parameters: {
            query?: {
                /** @description At most so many. */
                lines?: number;
                /** @description From an earlier answer: what came after it. */
                cursor?: string;
                /** @description Only lines of this level and above. Absent: debug. */
                level?: components["schemas"]["LogLevelChoice"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "time": "2025-12-31T23:59:50Z",
                     *             "level": "info",
                     *             "text": "event=start miner=xmrig"
                     *           }
                     *         ],
                     *         "cursor": "4096"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DaemonLogPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    examine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "miners": [
                     *           {
                     *             "type": "xmrig",
                     *             "version": "6.26.0",
                     *             "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *             "usable": true,
                     *             "issue": null,
                     *             "wording": null
                     *           }
                     *         ],
                     *         "gpu": [],
                     *         "checks": [
                     *           {
                     *             "id": "programs",
                     *             "status": "ok",
                     *             "title": "Mining programs",
                     *             "meaning": "XMRig can be started.",
                     *             "gain": null,
                     *             "fix": null,
                     *             "titleWording": null,
                     *             "meaningWording": null,
                     *             "gainWording": null
                     *           }
                     *         ],
                     *         "recommendations": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ReportAnswer"];
                };
            };
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    listMiners: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
                /** @description Only miners of these statuses, with commas between them. */
                status?: components["schemas"]["MinerStatusChoice"][];
                /** @description Only miners of this type; of an unknown type there are none. */
                type?: string;
                /** @description By what; unknown figures last. Absent: name. */
                sort?: components["schemas"]["MinerSort"];
                /** @description Which way. Absent: asc. */
                order?: components["schemas"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "name": "xmrig",
                     *             "type": "xmrig",
                     *             "status": "running",
                     *             "health": "ok",
                     *             "reason": null,
                     *             "wanted": "running",
                     *             "pid": 4242,
                     *             "startedAt": "2025-12-31T23:59:50Z",
                     *             "stoppedAt": null,
                     *             "uptime": 86400,
                     *             "hashrate": 4120.5,
                     *             "version": "6.26.0",
                     *             "nextVersion": null,
                     *             "programIssue": null,
                     *             "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *             "profileId": null,
                     *             "poolPage": null,
                     *             "payees": [
                     *               {
                     *                 "pool": "pool.supportxmr.com:3333",
                     *                 "payee": "44AF…EP3A",
                     *                 "worker": null,
                     *                 "coin": "XMR",
                     *                 "page": "https://supportxmr.com/#/dashboard?addr=44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *                 "second": false
                     *               }
                     *             ],
                     *             "config": {
                     *               "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *               "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *               "algo": "rx/0",
                     *               "threads": 4,
                     *               "cpuPriority": 3
                     *             },
                     *             "payoutLock": null,
                     *             "restarts": 0,
                     *             "nextRestartAt": null,
                     *             "lastExit": null,
                     *             "stats": {
                     *               "hashrate": 4120.5,
                     *               "hashrateAvg": 4105.25,
                     *               "shares": {
                     *                 "accepted": 274,
                     *                 "rejected": 0,
                     *                 "invalid": 0
                     *               },
                     *               "sharesRecent": {
                     *                 "seconds": 600,
                     *                 "accepted": null,
                     *                 "rejected": null
                     *               },
                     *               "uptime": 86400,
                     *               "connection": {
                     *                 "pool": "pool.supportxmr.com:3333",
                     *                 "uptime": 86390,
                     *                 "ping": 31,
                     *                 "failures": 0,
                     *                 "connected": true,
                     *                 "lastError": null,
                     *                 "tls": false
                     *               },
                     *               "cpu": {
                     *                 "usage": 48.5,
                     *                 "temperature": 67
                     *               },
                     *               "gpu": [],
                     *               "work": [
                     *                 {
                     *                   "algorithm": "rx/0",
                     *                   "hashrate": 4120.5,
                     *                   "shares": {
                     *                     "accepted": 274,
                     *                     "rejected": 0,
                     *                     "invalid": 0
                     *                   },
                     *                   "pool": "pool.supportxmr.com:3333"
                     *                 }
                     *               ],
                     *               "algorithm": "rx/0",
                     *               "difficulty": 300000,
                     *               "paused": false,
                     *               "donating": false,
                     *               "lastShareAt": "2025-12-31T23:59:50Z",
                     *               "expectedShareSeconds": 72.8,
                     *               "version": "6.26.0",
                     *               "sampledAt": "2025-12-31T23:59:50Z",
                     *               "quality": "valid",
                     *               "simulated": false
                     *             },
                     *             "simulated": false
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MinerPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    listAvailableMiners: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
                /** @description Only types in these states, with commas between them. */
                status?: components["schemas"]["TypeStatusChoice"][];
                /** @description Only miners of this type; of an unknown type there are none. */
                type?: string;
                /** @description By what; a type's name is its `type`. Absent: name. */
                sort?: components["schemas"]["TypeSort"];
                /** @description Which way. Absent: asc. */
                order?: components["schemas"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "type": "xmrig",
                     *             "title": "XMRig",
                     *             "homepage": "https://xmrig.com",
                     *             "licence": "GPL-3.0",
                     *             "devFee": "1 %",
                     *             "algorithms": [
                     *               "rx/0"
                     *             ],
                     *             "cpu": true,
                     *             "gpu": [
                     *               "cuda",
                     *               "opencl"
                     *             ],
                     *             "makers": [],
                     *             "installed": true,
                     *             "installedVersion": "6.26.0",
                     *             "latestVersion": "6.26.0",
                     *             "latestPublishedAt": null,
                     *             "latestBytes": null,
                     *             "lookedUpAt": null,
                     *             "previousVersion": null,
                     *             "installable": true,
                     *             "verification": {
                     *               "how": "signature",
                     *               "text": "The program's author signed the file's checksum, with the key that this platform knows.",
                     *               "wording": {
                     *                 "parts": {},
                     *                 "more": [],
                     *                 "text": "The program's author signed the file's checksum, with the key that this platform knows.",
                     *                 "message": "proof.signature",
                     *                 "params": {}
                     *               }
                     *             },
                     *             "verified": {
                     *               "how": "signature",
                     *               "text": "The program's author signed the file's checksum, with the key that this platform knows.",
                     *               "wording": {
                     *                 "parts": {},
                     *                 "more": [],
                     *                 "text": "The program's author signed the file's checksum, with the key that this platform knows.",
                     *                 "message": "proof.signature",
                     *                 "params": {}
                     *               }
                     *             },
                     *             "advisories": [],
                     *             "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *             "origin": "installed",
                     *             "takesCudaPlugin": false,
                     *             "cudaPlugin": null,
                     *             "apiExposure": "127.0.0.1 only, with a token",
                     *             "secrets": "",
                     *             "getting": "",
                     *             "tried": "",
                     *             "unconfirmed": [],
                     *             "secondOpinions": [],
                     *             "keys": {
                     *               "p": "pause",
                     *               "r": "resume"
                     *             },
                     *             "simulated": false,
                     *             "watched": false,
                     *             "evidence": "none",
                     *             "openApi": false,
                     *             "secretsExposed": false,
                     *             "supports": null,
                     *             "broken": null,
                     *             "wordings": {
                     *               "licence": null,
                     *               "devFee": null,
                     *               "apiExposure": null,
                     *               "secrets": null,
                     *               "getting": null,
                     *               "tried": null,
                     *               "broken": null,
                     *               "unconfirmed": [],
                     *               "advisories": []
                     *             }
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AvailablePageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getMiner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "xmrig",
                     *         "type": "xmrig",
                     *         "status": "running",
                     *         "health": "ok",
                     *         "reason": null,
                     *         "wanted": "running",
                     *         "pid": 4242,
                     *         "startedAt": "2025-12-31T23:59:50Z",
                     *         "stoppedAt": null,
                     *         "uptime": 86400,
                     *         "hashrate": 4120.5,
                     *         "version": "6.26.0",
                     *         "nextVersion": null,
                     *         "programIssue": null,
                     *         "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *         "profileId": null,
                     *         "poolPage": null,
                     *         "payees": [
                     *           {
                     *             "pool": "pool.supportxmr.com:3333",
                     *             "payee": "44AF…EP3A",
                     *             "worker": null,
                     *             "coin": "XMR",
                     *             "page": "https://supportxmr.com/#/dashboard?addr=44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *             "second": false
                     *           }
                     *         ],
                     *         "config": {
                     *           "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *           "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *           "algo": "rx/0",
                     *           "threads": 4,
                     *           "cpuPriority": 3
                     *         },
                     *         "payoutLock": null,
                     *         "restarts": 0,
                     *         "nextRestartAt": null,
                     *         "lastExit": null,
                     *         "stats": {
                     *           "hashrate": 4120.5,
                     *           "hashrateAvg": 4105.25,
                     *           "shares": {
                     *             "accepted": 274,
                     *             "rejected": 0,
                     *             "invalid": 0
                     *           },
                     *           "sharesRecent": {
                     *             "seconds": 600,
                     *             "accepted": null,
                     *             "rejected": null
                     *           },
                     *           "uptime": 86400,
                     *           "connection": {
                     *             "pool": "pool.supportxmr.com:3333",
                     *             "uptime": 86390,
                     *             "ping": 31,
                     *             "failures": 0,
                     *             "connected": true,
                     *             "lastError": null,
                     *             "tls": false
                     *           },
                     *           "cpu": {
                     *             "usage": 48.5,
                     *             "temperature": 67
                     *           },
                     *           "gpu": [],
                     *           "work": [
                     *             {
                     *               "algorithm": "rx/0",
                     *               "hashrate": 4120.5,
                     *               "shares": {
                     *                 "accepted": 274,
                     *                 "rejected": 0,
                     *                 "invalid": 0
                     *               },
                     *               "pool": "pool.supportxmr.com:3333"
                     *             }
                     *           ],
                     *           "algorithm": "rx/0",
                     *           "difficulty": 300000,
                     *           "paused": false,
                     *           "donating": false,
                     *           "lastShareAt": "2025-12-31T23:59:50Z",
                     *           "expectedShareSeconds": 72.8,
                     *           "version": "6.26.0",
                     *           "sampledAt": "2025-12-31T23:59:50Z",
                     *           "quality": "valid",
                     *           "simulated": false
                     *         },
                     *         "simulated": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MinerAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            404: components["responses"]["Error404"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    putMiner: {
        parameters: {
            query?: {
                /** @description Start although the pool is unreachable or resources are short. */
                force?: boolean;
                /** @description With `wallet_lock` on: the confirmation that the refusal of the same request has named. */
                confirm?: string;
            };
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "xmrig",
                 *       "config": {
                 *         "pool": "stratum+tcp://pool.supportxmr.com:3333",
                 *         "wallet": "YOUR_WALLET_ADDRESS",
                 *         "algo": "rx/0",
                 *         "threads": 4,
                 *         "cpuPriority": 3,
                 *         "cuda": {
                 *           "enabled": false,
                 *           "devices": []
                 *         },
                 *         "opencl": {
                 *           "enabled": false,
                 *           "devices": []
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WantedMiner"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "xmrig",
                     *         "type": "xmrig",
                     *         "status": "running",
                     *         "pid": 4242,
                     *         "message": "xmrig runs.",
                     *         "warnings": [],
                     *         "warningWordings": [],
                     *         "payout": [],
                     *         "payoutWordings": [],
                     *         "outcome": "started"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AppliedAnswer"];
                };
            };
            /** @description Done; it was not there before. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "xmrig",
                     *         "type": "xmrig",
                     *         "status": "running",
                     *         "pid": 4242,
                     *         "message": "xmrig runs.",
                     *         "warnings": [],
                     *         "warningWordings": [],
                     *         "payout": [],
                     *         "payoutWordings": [],
                     *         "outcome": "started"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AppliedAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    startMiner: {
        parameters: {
            query?: {
                /** @description What to call it; its type when absent. */
                name?: string;
                /** @description Start although the pool is unreachable or resources are short. */
                force?: boolean;
                /** @description With `wallet_lock` on: the confirmation that the refusal of the same request has named. */
                confirm?: string;
            };
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pool": "stratum+tcp://pool.supportxmr.com:3333",
                 *       "wallet": "YOUR_WALLET_ADDRESS",
                 *       "algo": "rx/0",
                 *       "threads": 4,
                 *       "cpuPriority": 3,
                 *       "cuda": {
                 *         "enabled": false,
                 *         "devices": []
                 *       },
                 *       "opencl": {
                 *         "enabled": false,
                 *         "devices": []
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Config"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "xmrig",
                     *         "type": "xmrig",
                     *         "status": "running",
                     *         "pid": 4242,
                     *         "message": "xmrig runs.",
                     *         "warnings": [],
                     *         "warningWordings": [],
                     *         "payout": [],
                     *         "payoutWordings": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StartedAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    stopMiner: {
        parameters: {
            query?: {
                /** @description Also drop its record, folder, logs and samples; its events stay. */
                forget?: boolean;
            };
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "xmrig",
                     *         "type": "xmrig",
                     *         "status": "stopped",
                     *         "health": "ok",
                     *         "reason": null,
                     *         "wanted": "stopped",
                     *         "pid": null,
                     *         "startedAt": "2025-12-31T23:59:50Z",
                     *         "stoppedAt": "2025-12-31T23:59:50Z",
                     *         "uptime": 0,
                     *         "hashrate": null,
                     *         "version": "6.26.0",
                     *         "nextVersion": null,
                     *         "programIssue": null,
                     *         "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *         "profileId": null,
                     *         "poolPage": null,
                     *         "payees": [
                     *           {
                     *             "pool": "pool.supportxmr.com:3333",
                     *             "payee": "44AF…EP3A",
                     *             "worker": null,
                     *             "coin": "XMR",
                     *             "page": "https://supportxmr.com/#/dashboard?addr=44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *             "second": false
                     *           }
                     *         ],
                     *         "config": {
                     *           "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *           "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *           "algo": "rx/0",
                     *           "threads": 4,
                     *           "cpuPriority": 3
                     *         },
                     *         "payoutLock": null,
                     *         "restarts": 0,
                     *         "nextRestartAt": null,
                     *         "lastExit": null,
                     *         "stats": {
                     *           "hashrate": 4120.5,
                     *           "hashrateAvg": 4105.25,
                     *           "shares": {
                     *             "accepted": 274,
                     *             "rejected": 0,
                     *             "invalid": 0
                     *           },
                     *           "sharesRecent": {
                     *             "seconds": 600,
                     *             "accepted": null,
                     *             "rejected": null
                     *           },
                     *           "uptime": 86400,
                     *           "connection": {
                     *             "pool": "pool.supportxmr.com:3333",
                     *             "uptime": 86390,
                     *             "ping": 31,
                     *             "failures": 0,
                     *             "connected": true,
                     *             "lastError": null,
                     *             "tls": false
                     *           },
                     *           "cpu": {
                     *             "usage": 48.5,
                     *             "temperature": 67
                     *           },
                     *           "gpu": [],
                     *           "work": [
                     *             {
                     *               "algorithm": "rx/0",
                     *               "hashrate": 4120.5,
                     *               "shares": {
                     *                 "accepted": 274,
                     *                 "rejected": 0,
                     *                 "invalid": 0
                     *               },
                     *               "pool": "pool.supportxmr.com:3333"
                     *             }
                     *           ],
                     *           "algorithm": "rx/0",
                     *           "difficulty": 300000,
                     *           "paused": false,
                     *           "donating": false,
                     *           "lastShareAt": "2025-12-31T23:59:50Z",
                     *           "expectedShareSeconds": 72.8,
                     *           "version": "6.26.0",
                     *           "sampledAt": "2025-12-31T23:59:50Z",
                     *           "quality": "valid",
                     *           "simulated": false
                     *         },
                     *         "simulated": false,
                     *         "message": "xmrig has stopped."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StoppedAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    checkStart: {
        parameters: {
            query?: {
                /** @description What to call it; its type when absent. */
                name?: string;
            };
            header?: never;
            path: {
                /** @description A miner type. */
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pool": "stratum+tcp://pool.supportxmr.com:3333",
                 *       "wallet": "YOUR_WALLET_ADDRESS",
                 *       "algo": "rx/0",
                 *       "threads": 4,
                 *       "cpuPriority": 3,
                 *       "cuda": {
                 *         "enabled": false,
                 *         "devices": []
                 *       },
                 *       "opencl": {
                 *         "enabled": false,
                 *         "devices": []
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AnyConfig"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "xmrig",
                     *         "type": "xmrig",
                     *         "ok": true,
                     *         "errors": [],
                     *         "warnings": [],
                     *         "warningWordings": [],
                     *         "program": {
                     *           "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *           "version": "6.26.0",
                     *           "origin": "installed",
                     *           "verified": "signature",
                     *           "runs": true
                     *         },
                     *         "download": null,
                     *         "pools": [
                     *           {
                     *             "pool": "pool.supportxmr.com:3333",
                     *             "login": "44AF…EP3A",
                     *             "worker": null,
                     *             "password": false,
                     *             "tls": false,
                     *             "issue": null,
                     *             "wording": null,
                     *             "second": false
                     *           }
                     *         ],
                     *         "files": [
                     *           "config.json"
                     *         ],
                     *         "memory": {
                     *           "least": 268435456,
                     *           "full": 2516582400,
                     *           "available": 8589934592
                     *         },
                     *         "command": [
                     *           "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *           "--config=/run/xmrig/config.json"
                     *         ],
                     *         "previews": [
                     *           {
                     *             "name": "config.json",
                     *             "text": "{\"pools\": [{\"user\": \"44AF…EP3A\"}]}"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StartCheckAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    restartMiner: {
        parameters: {
            query?: {
                /** @description The id of a profile whose configuration it gets, in place of a body. */
                profile?: string;
                /** @description Start although the pool is unreachable or resources are short. */
                force?: boolean;
                /** @description With `wallet_lock` on: the confirmation that the refusal of the same request has named. */
                confirm?: string;
            };
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "pool": "stratum+tcp://pool.supportxmr.com:3333",
                 *       "wallet": "YOUR_WALLET_ADDRESS",
                 *       "algo": "rx/0",
                 *       "threads": 4,
                 *       "cpuPriority": 3,
                 *       "cuda": {
                 *         "enabled": false,
                 *         "devices": []
                 *       },
                 *       "opencl": {
                 *         "enabled": false,
                 *         "devices": []
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Config"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "xmrig",
                     *         "type": "xmrig",
                     *         "status": "running",
                     *         "pid": 4242,
                     *         "message": "xmrig runs.",
                     *         "warnings": [],
                     *         "warningWordings": [],
                     *         "payout": [],
                     *         "payoutWordings": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StartedAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    pauseMiner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "xmrig",
                     *         "type": "xmrig",
                     *         "status": "paused",
                     *         "health": "ok",
                     *         "reason": null,
                     *         "wanted": "paused",
                     *         "pid": 4242,
                     *         "startedAt": "2025-12-31T23:59:50Z",
                     *         "stoppedAt": null,
                     *         "uptime": 86400,
                     *         "hashrate": 4120.5,
                     *         "version": "6.26.0",
                     *         "nextVersion": null,
                     *         "programIssue": null,
                     *         "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *         "profileId": null,
                     *         "poolPage": null,
                     *         "payees": [
                     *           {
                     *             "pool": "pool.supportxmr.com:3333",
                     *             "payee": "44AF…EP3A",
                     *             "worker": null,
                     *             "coin": "XMR",
                     *             "page": "https://supportxmr.com/#/dashboard?addr=44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *             "second": false
                     *           }
                     *         ],
                     *         "config": {
                     *           "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *           "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *           "algo": "rx/0",
                     *           "threads": 4,
                     *           "cpuPriority": 3
                     *         },
                     *         "payoutLock": null,
                     *         "restarts": 0,
                     *         "nextRestartAt": null,
                     *         "lastExit": null,
                     *         "stats": {
                     *           "hashrate": 4120.5,
                     *           "hashrateAvg": 4105.25,
                     *           "shares": {
                     *             "accepted": 274,
                     *             "rejected": 0,
                     *             "invalid": 0
                     *           },
                     *           "sharesRecent": {
                     *             "seconds": 600,
                     *             "accepted": null,
                     *             "rejected": null
                     *           },
                     *           "uptime": 86400,
                     *           "connection": {
                     *             "pool": "pool.supportxmr.com:3333",
                     *             "uptime": 86390,
                     *             "ping": 31,
                     *             "failures": 0,
                     *             "connected": true,
                     *             "lastError": null,
                     *             "tls": false
                     *           },
                     *           "cpu": {
                     *             "usage": 48.5,
                     *             "temperature": 67
                     *           },
                     *           "gpu": [],
                     *           "work": [
                     *             {
                     *               "algorithm": "rx/0",
                     *               "hashrate": 4120.5,
                     *               "shares": {
                     *                 "accepted": 274,
                     *                 "rejected": 0,
                     *                 "invalid": 0
                     *               },
                     *               "pool": "pool.supportxmr.com:3333"
                     *             }
                     *           ],
                     *           "algorithm": "rx/0",
                     *           "difficulty": 300000,
                     *           "paused": false,
                     *           "donating": false,
                     *           "lastShareAt": "2025-12-31T23:59:50Z",
                     *           "expectedShareSeconds": 72.8,
                     *           "version": "6.26.0",
                     *           "sampledAt": "2025-12-31T23:59:50Z",
                     *           "quality": "valid",
                     *           "simulated": false
                     *         },
                     *         "simulated": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MinerAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    resumeMiner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "xmrig",
                     *         "type": "xmrig",
                     *         "status": "running",
                     *         "health": "ok",
                     *         "reason": null,
                     *         "wanted": "running",
                     *         "pid": 4242,
                     *         "startedAt": "2025-12-31T23:59:50Z",
                     *         "stoppedAt": null,
                     *         "uptime": 86400,
                     *         "hashrate": 4120.5,
                     *         "version": "6.26.0",
                     *         "nextVersion": null,
                     *         "programIssue": null,
                     *         "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *         "profileId": null,
                     *         "poolPage": null,
                     *         "payees": [
                     *           {
                     *             "pool": "pool.supportxmr.com:3333",
                     *             "payee": "44AF…EP3A",
                     *             "worker": null,
                     *             "coin": "XMR",
                     *             "page": "https://supportxmr.com/#/dashboard?addr=44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *             "second": false
                     *           }
                     *         ],
                     *         "config": {
                     *           "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *           "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *           "algo": "rx/0",
                     *           "threads": 4,
                     *           "cpuPriority": 3
                     *         },
                     *         "payoutLock": null,
                     *         "restarts": 0,
                     *         "nextRestartAt": null,
                     *         "lastExit": null,
                     *         "stats": {
                     *           "hashrate": 4120.5,
                     *           "hashrateAvg": 4105.25,
                     *           "shares": {
                     *             "accepted": 274,
                     *             "rejected": 0,
                     *             "invalid": 0
                     *           },
                     *           "sharesRecent": {
                     *             "seconds": 600,
                     *             "accepted": null,
                     *             "rejected": null
                     *           },
                     *           "uptime": 86400,
                     *           "connection": {
                     *             "pool": "pool.supportxmr.com:3333",
                     *             "uptime": 86390,
                     *             "ping": 31,
                     *             "failures": 0,
                     *             "connected": true,
                     *             "lastError": null,
                     *             "tls": false
                     *           },
                     *           "cpu": {
                     *             "usage": 48.5,
                     *             "temperature": 67
                     *           },
                     *           "gpu": [],
                     *           "work": [
                     *             {
                     *               "algorithm": "rx/0",
                     *               "hashrate": 4120.5,
                     *               "shares": {
                     *                 "accepted": 274,
                     *                 "rejected": 0,
                     *                 "invalid": 0
                     *               },
                     *               "pool": "pool.supportxmr.com:3333"
                     *             }
                     *           ],
                     *           "algorithm": "rx/0",
                     *           "difficulty": 300000,
                     *           "paused": false,
                     *           "donating": false,
                     *           "lastShareAt": "2025-12-31T23:59:50Z",
                     *           "expectedShareSeconds": 72.8,
                     *           "version": "6.26.0",
                     *           "sampledAt": "2025-12-31T23:59:50Z",
                     *           "quality": "valid",
                     *           "simulated": false
                     *         },
                     *         "simulated": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MinerAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    getMinerStats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "hashrate": 4120.5,
                     *         "hashrateAvg": 4105.25,
                     *         "shares": {
                     *           "accepted": 274,
                     *           "rejected": 0,
                     *           "invalid": 0
                     *         },
                     *         "sharesRecent": {
                     *           "seconds": 600,
                     *           "accepted": null,
                     *           "rejected": null
                     *         },
                     *         "uptime": 86400,
                     *         "connection": {
                     *           "pool": "pool.supportxmr.com:3333",
                     *           "uptime": 86390,
                     *           "ping": 31,
                     *           "failures": 0,
                     *           "connected": true,
                     *           "lastError": null,
                     *           "tls": false
                     *         },
                     *         "cpu": {
                     *           "usage": 48.5,
                     *           "temperature": 67
                     *         },
                     *         "gpu": [],
                     *         "work": [
                     *           {
                     *             "algorithm": "rx/0",
                     *             "hashrate": 4120.5,
                     *             "shares": {
                     *               "accepted": 274,
                     *               "rejected": 0,
                     *               "invalid": 0
                     *             },
                     *             "pool": "pool.supportxmr.com:3333"
                     *           }
                     *         ],
                     *         "algorithm": "rx/0",
                     *         "difficulty": 300000,
                     *         "paused": false,
                     *         "donating": false,
                     *         "lastShareAt": "2025-12-31T23:59:50Z",
                     *         "expectedShareSeconds": 72.8,
                     *         "version": "6.26.0",
                     *         "sampledAt": "2025-12-31T23:59:50Z",
                     *         "quality": "valid",
                     *         "simulated": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PerformanceMetricsAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            404: components["responses"]["Error404"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getMinerLogs: {
        parameters: {
            query?: {
                /** @description At most so many. */
                lines?: number;
                /** @description From an earlier answer: what came after it. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "time": "2025-12-31T23:59:50Z",
                     *             "text": "[cpu] accepted (274/0)"
                     *           }
                     *         ],
                     *         "cursor": "1-4096"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["LogPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            404: components["responses"]["Error404"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    typeKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "input": "p"
                 *     }
                 */
                "application/json": components["schemas"]["Keys"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "xmrig",
                     *         "type": "xmrig",
                     *         "status": "running",
                     *         "health": "ok",
                     *         "reason": null,
                     *         "wanted": "running",
                     *         "pid": 4242,
                     *         "startedAt": "2025-12-31T23:59:50Z",
                     *         "stoppedAt": null,
                     *         "uptime": 86400,
                     *         "hashrate": 4120.5,
                     *         "version": "6.26.0",
                     *         "nextVersion": null,
                     *         "programIssue": null,
                     *         "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *         "profileId": null,
                     *         "poolPage": null,
                     *         "payees": [
                     *           {
                     *             "pool": "pool.supportxmr.com:3333",
                     *             "payee": "44AF…EP3A",
                     *             "worker": null,
                     *             "coin": "XMR",
                     *             "page": "https://supportxmr.com/#/dashboard?addr=44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *             "second": false
                     *           }
                     *         ],
                     *         "config": {
                     *           "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *           "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *           "algo": "rx/0",
                     *           "threads": 4,
                     *           "cpuPriority": 3
                     *         },
                     *         "payoutLock": null,
                     *         "restarts": 0,
                     *         "nextRestartAt": null,
                     *         "lastExit": null,
                     *         "stats": {
                     *           "hashrate": 4120.5,
                     *           "hashrateAvg": 4105.25,
                     *           "shares": {
                     *             "accepted": 274,
                     *             "rejected": 0,
                     *             "invalid": 0
                     *           },
                     *           "sharesRecent": {
                     *             "seconds": 600,
                     *             "accepted": null,
                     *             "rejected": null
                     *           },
                     *           "uptime": 86400,
                     *           "connection": {
                     *             "pool": "pool.supportxmr.com:3333",
                     *             "uptime": 86390,
                     *             "ping": 31,
                     *             "failures": 0,
                     *             "connected": true,
                     *             "lastError": null,
                     *             "tls": false
                     *           },
                     *           "cpu": {
                     *             "usage": 48.5,
                     *             "temperature": 67
                     *           },
                     *           "gpu": [],
                     *           "work": [
                     *             {
                     *               "algorithm": "rx/0",
                     *               "hashrate": 4120.5,
                     *               "shares": {
                     *                 "accepted": 274,
                     *                 "rejected": 0,
                     *                 "invalid": 0
                     *               },
                     *               "pool": "pool.supportxmr.com:3333"
                     *             }
                     *           ],
                     *           "algorithm": "rx/0",
                     *           "difficulty": 300000,
                     *           "paused": false,
                     *           "donating": false,
                     *           "lastShareAt": "2025-12-31T23:59:50Z",
                     *           "expectedShareSeconds": 72.8,
                     *           "version": "6.26.0",
                     *           "sampledAt": "2025-12-31T23:59:50Z",
                     *           "quality": "valid",
                     *           "simulated": false
                     *         },
                     *         "simulated": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MinerAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    listAttention: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "parts": {},
                     *             "more": [],
                     *             "id": "xmrig:low_hashrate",
                     *             "code": "low_hashrate",
                     *             "severity": "warning",
                     *             "miner": "xmrig",
                     *             "since": "2025-12-31T23:59:50Z",
                     *             "text": "It computes 62 % of what is usual for it.",
                     *             "message": "attention.low_hashrate",
                     *             "params": {
                     *               "percent": 62
                     *             },
                     *             "action": {
                     *               "code": "see_logs",
                     *               "label": "See the log",
                     *               "method": null,
                     *               "path": null,
                     *               "command": "miner-ctrl logs xmrig"
                     *             }
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AttentionItemPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getHashrateHistory: {
        parameters: {
            query?: {
                /** @description Width of a bucket; coarser where finer is not kept. */
                resolution?: components["schemas"]["ResolutionChoice"];
                /** @description How far back, from 5m to 90d: a number with s, m, h or d. */
                duration?: string;
                /** @description Buckets of this one alone; else of the last one mined, and of unknown ones of old. */
                algorithm?: string;
                /** @description Of this graphics card alone: its `busId` or `id` in `stats.gpu`. */
                card?: string;
            };
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "points": [
                     *           {
                     *             "timestamp": "2025-12-31T23:59:50Z",
                     *             "hashrate": 4120.5,
                     *             "resolution": "10s"
                     *           }
                     *         ],
                     *         "resolution": "10s",
                     *         "duration": 10,
                     *         "from": "2025-12-31T23:59:50Z",
                     *         "to": "2026-01-01T00:00:00Z",
                     *         "algorithm": "rx/0",
                     *         "algorithms": [
                     *           "rx/0"
                     *         ],
                     *         "card": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["HashrateHistoryAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            404: components["responses"]["Error404"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getMinerHistory: {
        parameters: {
            query?: {
                /** @description Which figures, with commas between them; hashrate when absent. */
                metrics?: components["schemas"]["MetricChoice"][];
                /** @description Width of a bucket; coarser where finer is not kept. */
                resolution?: components["schemas"]["ResolutionChoice"];
                /** @description How far back, from 5m to 90d: a number with s, m, h or d. */
                duration?: string;
                /** @description Where it begins, such as 2025-12-31T00:00:00Z; then `duration` does not count. */
                from?: string;
                /** @description Where it ends; now when absent. */
                to?: string;
                /** @description Buckets of this one alone; else of the last one mined, and of unknown ones of old. */
                algorithm?: string;
                /** @description How it is told: `csv` has a row for each bucket of each miner, and columns such as `hashrate (kawpow)` for what was computed beside the main work. Absent: json. */
                format?: components["schemas"]["HistoryFormat"];
            };
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "from": "2025-12-31T23:59:50Z",
                     *         "to": "2026-01-01T00:00:00Z",
                     *         "resolution": "10s",
                     *         "timestamps": [
                     *           "2025-12-31T23:59:50Z"
                     *         ],
                     *         "miners": [
                     *           {
                     *             "name": "xmrig",
                     *             "algorithm": "rx/0",
                     *             "algorithms": [
                     *               "rx/0"
                     *             ],
                     *             "series": [
                     *               {
                     *                 "metric": "hashrate",
                     *                 "unit": "H/s",
                     *                 "values": [
                     *                   4120.5
                     *                 ]
                     *               }
                     *             ],
                     *             "second": []
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["HistoryAnswer"];
                    /**
                     * @example timestamp,miner,hashrate
                     *     2025-12-31T23:59:50Z,xmrig,4120.5
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            404: components["responses"]["Error404"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getHistory: {
        parameters: {
            query?: {
                /** @description Only these miners, with commas between them; every one when absent. */
                miners?: string;
                /** @description Which figures, with commas between them; hashrate when absent. */
                metrics?: components["schemas"]["MetricChoice"][];
                /** @description Width of a bucket; coarser where finer is not kept. */
                resolution?: components["schemas"]["ResolutionChoice"];
                /** @description How far back, from 5m to 90d: a number with s, m, h or d. */
                duration?: string;
                /** @description Where it begins, such as 2025-12-31T00:00:00Z; then `duration` does not count. */
                from?: string;
                /** @description Where it ends; now when absent. */
                to?: string;
                /** @description Buckets of this one alone; else of the last one mined, and of unknown ones of old. */
                algorithm?: string;
                /** @description How it is told: `csv` has a row for each bucket of each miner, and columns such as `hashrate (kawpow)` for what was computed beside the main work. Absent: json. */
                format?: components["schemas"]["HistoryFormat"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "from": "2025-12-31T23:59:50Z",
                     *         "to": "2026-01-01T00:00:00Z",
                     *         "resolution": "10s",
                     *         "timestamps": [
                     *           "2025-12-31T23:59:50Z"
                     *         ],
                     *         "miners": [
                     *           {
                     *             "name": "xmrig",
                     *             "algorithm": "rx/0",
                     *             "algorithms": [
                     *               "rx/0"
                     *             ],
                     *             "series": [
                     *               {
                     *                 "metric": "hashrate",
                     *                 "unit": "H/s",
                     *                 "values": [
                     *                   4120.5
                     *                 ]
                     *               }
                     *             ],
                     *             "second": []
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["HistoryAnswer"];
                    /**
                     * @example timestamp,miner,hashrate
                     *     2025-12-31T23:59:50Z,xmrig,4120.5
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            404: components["responses"]["Error404"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getMinerUsual: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a miner; where one is started, its type. */
                miner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "xmrig",
                     *         "algorithm": "rx/0",
                     *         "median": 4120.5,
                     *         "low": 4035.25,
                     *         "high": 4150,
                     *         "from": "2025-12-24T23:59:50Z",
                     *         "samples": 2016,
                     *         "cards": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UsualAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            404: components["responses"]["Error404"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    listUsual: {
        parameters: {
            query?: {
                /** @description Only these miners, with commas between them; every one when absent. */
                miners?: string;
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "name": "xmrig",
                     *             "algorithm": "rx/0",
                     *             "median": 4120.5,
                     *             "low": 4035.25,
                     *             "high": 4150,
                     *             "from": "2025-12-24T23:59:50Z",
                     *             "samples": 2016,
                     *             "cards": []
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UsualPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            404: components["responses"]["Error404"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getSummary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "miners": 1,
                     *         "statuses": {
                     *           "running": 1
                     *         },
                     *         "healths": {
                     *           "ok": 1
                     *         },
                     *         "algorithms": [
                     *           {
                     *             "algorithm": "rx/0",
                     *             "simulated": false,
                     *             "miners": 1,
                     *             "hashrate": 4120.5,
                     *             "accepted": 274,
                     *             "rejected": 0,
                     *             "power": null,
                     *             "sharedPower": null,
                     *             "efficiency": null,
                     *             "reporting": {
                     *               "hashrate": 1,
                     *               "shares": 1,
                     *               "power": 0,
                     *               "efficiency": 0
                     *             }
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SummaryAnswer"];
                };
            };
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    stopAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "results": [
                     *           {
                     *             "name": "xmrig",
                     *             "ok": true,
                     *             "status": "running",
                     *             "code": null,
                     *             "message": null,
                     *             "wording": null
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MinerResultsAnswer"];
                };
            };
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    restartAll: {
        parameters: {
            query?: {
                /** @description Start although the pool is unreachable or resources are short. */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "results": [
                     *           {
                     *             "name": "xmrig",
                     *             "ok": true,
                     *             "status": "running",
                     *             "code": null,
                     *             "message": null,
                     *             "wording": null
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MinerResultsAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    pauseAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "results": [
                     *           {
                     *             "name": "xmrig",
                     *             "ok": true,
                     *             "status": "running",
                     *             "code": null,
                     *             "message": null,
                     *             "wording": null
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MinerResultsAnswer"];
                };
            };
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    resumeAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "results": [
                     *           {
                     *             "name": "xmrig",
                     *             "ok": true,
                     *             "status": "running",
                     *             "code": null,
                     *             "message": null,
                     *             "wording": null
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MinerResultsAnswer"];
                };
            };
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    installProgram: {
        parameters: {
            query?: {
                /** @description Even if exactly that version is in use. */
                force?: boolean;
                /** @description Which one; the latest when absent. */
                version?: string;
                /** @description false answers at once, with the job as it begins. */
                wait?: boolean;
            };
            header?: never;
            path: {
                /** @description A miner type. */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "id": "1f9a7c",
                     *         "type": "xmrig",
                     *         "state": "done",
                     *         "startedAt": "2025-12-31T23:59:50Z",
                     *         "progress": {
                     *           "type": "xmrig",
                     *           "stage": "done",
                     *           "bytes": 3145728,
                     *           "total": 3145728
                     *         },
                     *         "result": {
                     *           "program": {
                     *             "type": "xmrig",
                     *             "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *             "sha256": "4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *             "version": "6.26.0",
                     *             "origin": "installed",
                     *             "verified": "signature",
                     *             "installedAt": "2025-12-31T23:59:50Z",
                     *             "cudaPlugin": null
                     *           },
                     *           "replaced": null,
                     *           "changed": true,
                     *           "unreached": []
                     *         },
                     *         "error": null,
                     *         "message": "XMRig 6.26.0 is installed.",
                     *         "wording": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["InstallJobAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    updatePrograms: {
        parameters: {
            query?: {
                /** @description Only look. */
                checkOnly?: boolean;
                /** @description Every program; with checkOnly also those that are not here yet. */
                all?: boolean;
                /** @description This program alone. */
                type?: string;
                /** @description false answers at once, with the jobs as they begin. */
                wait?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "type": "xmrig",
                     *             "title": "XMRig",
                     *             "installedVersion": "6.26.0",
                     *             "latestVersion": "6.26.0",
                     *             "latestPublishedAt": "2025-12-31T23:59:50Z",
                     *             "newer": false,
                     *             "verification": {
                     *               "how": "signature",
                     *               "text": "The program's author signed the file's checksum, with the key that this platform knows.",
                     *               "wording": {
                     *                 "parts": {},
                     *                 "more": [],
                     *                 "text": "The program's author signed the file's checksum, with the key that this platform knows.",
                     *                 "message": "proof.signature",
                     *                 "params": {}
                     *               }
                     *             },
                     *             "message": "XMRig 6.26.0 is the newest.",
                     *             "wording": null,
                     *             "error": null,
                     *             "job": null
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UpdatePageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    uninstallProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A miner type. */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "program": {
                     *           "type": "xmrig",
                     *           "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *           "sha256": "4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "version": "6.26.0",
                     *           "origin": "installed",
                     *           "verified": "signature",
                     *           "installedAt": "2025-12-31T23:59:50Z",
                     *           "cudaPlugin": null
                     *         },
                     *         "message": "XMRig 6.26.0 is removed.",
                     *         "wording": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProgramChangeAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    rollbackProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A miner type. */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "program": {
                     *           "type": "xmrig",
                     *           "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *           "sha256": "4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "version": "6.26.0",
                     *           "origin": "installed",
                     *           "verified": "signature",
                     *           "installedAt": "2025-12-31T23:59:50Z",
                     *           "cudaPlugin": null
                     *         },
                     *         "message": "XMRig 6.26.0 is in use again.",
                     *         "wording": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProgramChangeAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
                /** @description This program alone. */
                type?: string;
                /** @description Only jobs of these states, with commas between them. */
                status?: components["schemas"]["JobStateChoice"][];
                /** @description By what. Absent: startedAt. */
                sort?: components["schemas"]["JobSort"];
                /** @description Which way. Absent: desc. */
                order?: components["schemas"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "id": "1f9a7c",
                     *             "type": "xmrig",
                     *             "state": "done",
                     *             "startedAt": "2025-12-31T23:59:50Z",
                     *             "progress": {
                     *               "type": "xmrig",
                     *               "stage": "done",
                     *               "bytes": 3145728,
                     *               "total": 3145728
                     *             },
                     *             "result": {
                     *               "program": {
                     *                 "type": "xmrig",
                     *                 "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *                 "sha256": "4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *                 "version": "6.26.0",
                     *                 "origin": "installed",
                     *                 "verified": "signature",
                     *                 "installedAt": "2025-12-31T23:59:50Z",
                     *                 "cudaPlugin": null
                     *               },
                     *               "replaced": null,
                     *               "changed": true,
                     *               "unreached": []
                     *             },
                     *             "error": null,
                     *             "message": "XMRig 6.26.0 is installed.",
                     *             "wording": null
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["InstallJobPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as a list tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "id": "1f9a7c",
                     *         "type": "xmrig",
                     *         "state": "done",
                     *         "startedAt": "2025-12-31T23:59:50Z",
                     *         "progress": {
                     *           "type": "xmrig",
                     *           "stage": "done",
                     *           "bytes": 3145728,
                     *           "total": 3145728
                     *         },
                     *         "result": {
                     *           "program": {
                     *             "type": "xmrig",
                     *             "path": "/home/me/.local/share/lethean-desktop/programs/xmrig/6.26.0/xmrig",
                     *             "sha256": "4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *             "version": "6.26.0",
                     *             "origin": "installed",
                     *             "verified": "signature",
                     *             "installedAt": "2025-12-31T23:59:50Z",
                     *             "cudaPlugin": null
                     *           },
                     *           "replaced": null,
                     *           "changed": true,
                     *           "unreached": []
                     *         },
                     *         "error": null,
                     *         "message": "XMRig 6.26.0 is installed.",
                     *         "wording": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["InstallJobAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            404: components["responses"]["Error404"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    beginBenchmark: {
        parameters: {
            query?: {
                /** @description true answers at its end. */
                wait?: boolean;
                /** @description With `wallet_lock` on: the confirmation that the refusal of the same request has named. */
                confirm?: string;
            };
            header?: never;
            path: {
                /** @description A miner type. */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "algo": "rx/0",
                 *       "seconds": 60
                 *     }
                 */
                "application/json": components["schemas"]["BenchmarkOrder"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "id": "9c1d",
                     *         "type": "xmrig",
                     *         "algorithm": "rx/0",
                     *         "seconds": 60,
                     *         "threads": null,
                     *         "method": "own",
                     *         "state": "running",
                     *         "progress": 0,
                     *         "hashrate": null,
                     *         "samples": 0,
                     *         "version": "6.26.0",
                     *         "hardware": "A processor, 8 threads",
                     *         "startedAt": "2025-12-31T23:59:50Z",
                     *         "endedAt": null,
                     *         "code": null,
                     *         "message": "XMRig computes rx/0 at 4,120.5 H/s here.",
                     *         "wording": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BenchmarkAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    listBenchmarks: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
                /** @description Only of this program. */
                type?: string;
                /** @description Only of this algorithm. */
                algorithm?: string;
                /** @description Only those of these states, with commas between them. */
                status?: components["schemas"]["BenchmarkStateChoice"][];
                /** @description By what; unknown figures last. Absent: startedAt. */
                sort?: components["schemas"]["BenchmarkSort"];
                /** @description Which way. Absent: desc. */
                order?: components["schemas"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "id": "9c1d",
                     *             "type": "xmrig",
                     *             "algorithm": "rx/0",
                     *             "seconds": 60,
                     *             "threads": null,
                     *             "method": "own",
                     *             "state": "done",
                     *             "progress": 1,
                     *             "hashrate": 4120.5,
                     *             "samples": 61,
                     *             "version": "6.26.0",
                     *             "hardware": "A processor, 8 threads",
                     *             "startedAt": "2025-12-31T23:59:50Z",
                     *             "endedAt": "2026-01-01T00:01:20Z",
                     *             "code": null,
                     *             "message": "XMRig computes rx/0 at 4,120.5 H/s here.",
                     *             "wording": null
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BenchmarkPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getBenchmark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as a list tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "id": "9c1d",
                     *         "type": "xmrig",
                     *         "algorithm": "rx/0",
                     *         "seconds": 60,
                     *         "threads": null,
                     *         "method": "own",
                     *         "state": "done",
                     *         "progress": 1,
                     *         "hashrate": 4120.5,
                     *         "samples": 61,
                     *         "version": "6.26.0",
                     *         "hardware": "A processor, 8 threads",
                     *         "startedAt": "2025-12-31T23:59:50Z",
                     *         "endedAt": "2026-01-01T00:01:20Z",
                     *         "code": null,
                     *         "message": "XMRig computes rx/0 at 4,120.5 H/s here.",
                     *         "wording": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BenchmarkAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            404: components["responses"]["Error404"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    dropBenchmark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as a list tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "id": "9c1d",
                     *         "type": "xmrig",
                     *         "algorithm": "rx/0",
                     *         "seconds": 60,
                     *         "threads": null,
                     *         "method": "own",
                     *         "state": "done",
                     *         "progress": 1,
                     *         "hashrate": 4120.5,
                     *         "samples": 61,
                     *         "version": "6.26.0",
                     *         "hardware": "A processor, 8 threads",
                     *         "startedAt": "2025-12-31T23:59:50Z",
                     *         "endedAt": "2026-01-01T00:01:20Z",
                     *         "code": null,
                     *         "message": "XMRig computes rx/0 at 4,120.5 H/s here.",
                     *         "wording": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BenchmarkAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    listProfiles: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
                /** @description Only profiles for this type; for an unknown type there are none. */
                type?: string;
                /** @description The same as `type`. */
                minerType?: string;
                /** @description By what; ties by name. Absent: name. */
                sort?: components["schemas"]["ProfileSort"];
                /** @description Which way. Absent: asc. */
                order?: components["schemas"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "name": "XMR - SupportXMR",
                     *             "description": "Monero mining on SupportXMR pool",
                     *             "minerType": "xmrig",
                     *             "id": "7f0c1f6e-3f0e-4c5e-9d53-0f3f3b8c1a55",
                     *             "createdAt": "2025-12-31T23:59:50Z",
                     *             "updatedAt": "2025-12-31T23:59:50Z",
                     *             "payout": [],
                     *             "payoutWordings": [],
                     *             "config": {
                     *               "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *               "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *               "algo": "rx/0",
                     *               "threads": 4,
                     *               "cpuPriority": 3
                     *             }
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MiningProfilePageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    createProfile: {
        parameters: {
            query?: {
                /** @description With `wallet_lock` on: the confirmation that the refusal of the same request has named. */
                confirm?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "XMR - SupportXMR",
                 *       "description": "Monero mining on SupportXMR pool",
                 *       "minerType": "xmrig",
                 *       "config": {
                 *         "pool": "stratum+tcp://pool.supportxmr.com:3333",
                 *         "wallet": "YOUR_WALLET_ADDRESS",
                 *         "algo": "rx/0",
                 *         "threads": 4,
                 *         "cpuPriority": 3,
                 *         "cuda": {
                 *           "enabled": false,
                 *           "devices": []
                 *         },
                 *         "opencl": {
                 *           "enabled": false,
                 *           "devices": []
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Profile"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "XMR - SupportXMR",
                     *         "description": "Monero mining on SupportXMR pool",
                     *         "minerType": "xmrig",
                     *         "id": "7f0c1f6e-3f0e-4c5e-9d53-0f3f3b8c1a55",
                     *         "createdAt": "2025-12-31T23:59:50Z",
                     *         "updatedAt": "2025-12-31T23:59:50Z",
                     *         "warnings": [],
                     *         "warningWordings": [],
                     *         "payout": [],
                     *         "payoutWordings": [],
                     *         "config": {
                     *           "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *           "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *           "algo": "rx/0",
                     *           "threads": 4,
                     *           "cpuPriority": 3
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SavedProfileAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    exportProfiles: {
        parameters: {
            query?: {
                /** @description With the pools' passwords; never for a page of another origin, trusted or not. */
                secrets?: boolean;
                /** @description Only these, with commas between them. */
                id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "format": "mining-profiles",
                     *         "version": 1,
                     *         "profiles": [
                     *           {
                     *             "name": "XMR - SupportXMR",
                     *             "description": "Monero mining on SupportXMR pool",
                     *             "minerType": "xmrig",
                     *             "config": {
                     *               "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *               "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *               "algo": "rx/0",
                     *               "threads": 4,
                     *               "cpuPriority": 3
                     *             }
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExportedProfilesAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    importProfiles: {
        parameters: {
            query?: {
                /** @description Replace profiles of the same name instead of skipping them; their passwords are kept. */
                replace?: boolean;
                /** @description With `wallet_lock` on: the confirmation that the refusal of the same request has named. */
                confirm?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "profiles": [
                 *         {
                 *           "name": "XMR - SupportXMR",
                 *           "description": "Monero mining on SupportXMR pool",
                 *           "minerType": "xmrig",
                 *           "config": {
                 *             "pool": "stratum+tcp://pool.supportxmr.com:3333",
                 *             "wallet": "YOUR_WALLET_ADDRESS",
                 *             "algo": "rx/0",
                 *             "threads": 4,
                 *             "cpuPriority": 3,
                 *             "cuda": {
                 *               "enabled": false,
                 *               "devices": []
                 *             },
                 *             "opencl": {
                 *               "enabled": false,
                 *               "devices": []
                 *             }
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ProfilesImport"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "results": [
                     *           {
                     *             "name": "XMR - SupportXMR",
                     *             "result": "created",
                     *             "id": "7f0c1f6e-3f0e-4c5e-9d53-0f3f3b8c1a55",
                     *             "reason": null,
                     *             "wordings": [],
                     *             "warnings": [],
                     *             "warningWordings": [],
                     *             "payout": [],
                     *             "payoutWordings": []
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ImportedProfilesAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as a list tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "XMR - SupportXMR",
                     *         "description": "Monero mining on SupportXMR pool",
                     *         "minerType": "xmrig",
                     *         "id": "7f0c1f6e-3f0e-4c5e-9d53-0f3f3b8c1a55",
                     *         "createdAt": "2025-12-31T23:59:50Z",
                     *         "updatedAt": "2025-12-31T23:59:50Z",
                     *         "payout": [],
                     *         "payoutWordings": [],
                     *         "config": {
                     *           "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *           "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *           "algo": "rx/0",
                     *           "threads": 4,
                     *           "cpuPriority": 3
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MiningProfileAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            404: components["responses"]["Error404"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    changeProfile: {
        parameters: {
            query?: {
                /** @description With `wallet_lock` on: the confirmation that the refusal of the same request has named. */
                confirm?: string;
            };
            header?: never;
            path: {
                /** @description The id, as a list tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "XMR - SupportXMR",
                 *       "description": "Monero mining on SupportXMR pool",
                 *       "minerType": "xmrig",
                 *       "config": {
                 *         "pool": "stratum+tcp://pool.supportxmr.com:3333",
                 *         "wallet": "YOUR_WALLET_ADDRESS",
                 *         "algo": "rx/0",
                 *         "threads": 4,
                 *         "cpuPriority": 3,
                 *         "cuda": {
                 *           "enabled": false,
                 *           "devices": []
                 *         },
                 *         "opencl": {
                 *           "enabled": false,
                 *           "devices": []
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Profile"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "XMR - SupportXMR",
                     *         "description": "Monero mining on SupportXMR pool",
                     *         "minerType": "xmrig",
                     *         "id": "7f0c1f6e-3f0e-4c5e-9d53-0f3f3b8c1a55",
                     *         "createdAt": "2025-12-31T23:59:50Z",
                     *         "updatedAt": "2025-12-31T23:59:50Z",
                     *         "warnings": [],
                     *         "warningWordings": [],
                     *         "payout": [],
                     *         "payoutWordings": [],
                     *         "config": {
                     *           "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *           "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *           "algo": "rx/0",
                     *           "threads": 4,
                     *           "cpuPriority": 3
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SavedProfileAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    deleteProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as a list tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "XMR - SupportXMR",
                     *         "description": "Monero mining on SupportXMR pool",
                     *         "minerType": "xmrig",
                     *         "id": "7f0c1f6e-3f0e-4c5e-9d53-0f3f3b8c1a55",
                     *         "createdAt": "2025-12-31T23:59:50Z",
                     *         "updatedAt": "2025-12-31T23:59:50Z",
                     *         "message": "The profile 'XMR - SupportXMR' is deleted.",
                     *         "config": {
                     *           "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *           "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *           "algo": "rx/0",
                     *           "threads": 4,
                     *           "cpuPriority": 3
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DeletedProfileAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    startProfile: {
        parameters: {
            query?: {
                /** @description What to call the miner; else after the profile: `xmr-supportxmr`. */
                name?: string;
                /** @description Start although the pool is unreachable or resources are short. */
                force?: boolean;
                /** @description If a miner of that name is live, restart it with this profile. */
                restart?: boolean;
                /** @description With `wallet_lock` on: the confirmation that the refusal of the same request has named. */
                confirm?: string;
            };
            header?: never;
            path: {
                /** @description The id, as a list tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "name": "xmrig",
                     *         "type": "xmrig",
                     *         "status": "running",
                     *         "pid": 4242,
                     *         "message": "xmrig runs.",
                     *         "warnings": [],
                     *         "warningWordings": [],
                     *         "payout": [],
                     *         "payoutWordings": [],
                     *         "minerName": "xmr-supportxmr",
                     *         "profile": {
                     *           "name": "XMR - SupportXMR",
                     *           "description": "Monero mining on SupportXMR pool",
                     *           "minerType": "xmrig",
                     *           "id": "7f0c1f6e-3f0e-4c5e-9d53-0f3f3b8c1a55",
                     *           "createdAt": "2025-12-31T23:59:50Z",
                     *           "updatedAt": "2025-12-31T23:59:50Z",
                     *           "payout": [],
                     *           "payoutWordings": [],
                     *           "config": {
                     *             "pool": "stratum+tcp://pool.supportxmr.com:3333",
                     *             "wallet": "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                     *             "algo": "rx/0",
                     *             "threads": 4,
                     *             "cpuPriority": 3
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StartedProfileAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    listPools: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
                /** @description Only pools that pay this coin: ticker or name. */
                coin?: string;
                /** @description Only pools of the catalogue, or only yours. */
                origin?: components["schemas"]["PoolOriginChoice"];
                /** @description By what; what is not known last, ties by name. Absent: name. */
                sort?: components["schemas"]["PoolSort"];
                /** @description Which way. Absent: asc. */
                order?: components["schemas"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "id": "pool.example:3333",
                     *             "origin": "yours",
                     *             "pool": "stratum+tcp://pool.example:3333",
                     *             "name": "Friends",
                     *             "coin": "XMR",
                     *             "host": "pool.example",
                     *             "port": 3333,
                     *             "morePorts": [],
                     *             "tlsPort": null,
                     *             "region": null,
                     *             "fee": null,
                     *             "worker": null,
                     *             "usage": null,
                     *             "login": null,
                     *             "exchanges": false,
                     *             "also": [],
                     *             "page": null,
                     *             "source": null,
                     *             "checkedAt": null,
                     *             "addedAt": "2025-12-31T23:59:50Z"
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ListedPoolPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    addPool: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pool": "stratum+tcp://pool.example:3333",
                 *       "name": "Friends",
                 *       "coin": "XMR"
                 *     }
                 */
                "application/json": components["schemas"]["PoolDraft"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "id": "pool.example:3333",
                     *         "origin": "yours",
                     *         "pool": "stratum+tcp://pool.example:3333",
                     *         "name": "Friends",
                     *         "coin": "XMR",
                     *         "host": "pool.example",
                     *         "port": 3333,
                     *         "morePorts": [],
                     *         "tlsPort": null,
                     *         "region": null,
                     *         "fee": null,
                     *         "worker": null,
                     *         "usage": null,
                     *         "login": null,
                     *         "exchanges": false,
                     *         "also": [],
                     *         "page": null,
                     *         "source": null,
                     *         "checkedAt": null,
                     *         "addedAt": "2025-12-31T23:59:50Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ListedPoolAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    removePool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as a list tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "id": "pool.example:3333",
                     *         "origin": "yours",
                     *         "pool": "stratum+tcp://pool.example:3333",
                     *         "name": "Friends",
                     *         "coin": "XMR",
                     *         "host": "pool.example",
                     *         "port": 3333,
                     *         "morePorts": [],
                     *         "tlsPort": null,
                     *         "region": null,
                     *         "fee": null,
                     *         "worker": null,
                     *         "usage": null,
                     *         "login": null,
                     *         "exchanges": false,
                     *         "also": [],
                     *         "page": null,
                     *         "source": null,
                     *         "checkedAt": null,
                     *         "addedAt": "2025-12-31T23:59:50Z",
                     *         "message": "Friends is removed.",
                     *         "wording": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RemovedPoolAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    testPool: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pool": "stratum+tcp://pool.example:3333"
                 *     }
                 */
                "application/json": components["schemas"]["PoolTrial"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "pool": "pool.supportxmr.com:3333",
                     *         "result": "reachable",
                     *         "text": "It answers in 12 ms.",
                     *         "wording": null,
                     *         "address": "203.0.113.7",
                     *         "connectMs": 12.4,
                     *         "tls": false,
                     *         "tlsMs": null,
                     *         "tlsFingerprint": null,
                     *         "login": "answered",
                     *         "loginText": null,
                     *         "loginWording": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PoolTestAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    checkWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "wallet": "YOUR_WALLET_ADDRESS",
                 *       "coin": "XMR"
                 *     }
                 */
                "application/json": components["schemas"]["WalletQuestion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "valid": true,
                     *         "checked": true,
                     *         "coin": "XMR",
                     *         "kind": "primary",
                     *         "issue": null,
                     *         "wording": null,
                     *         "warnings": [],
                     *         "warningWordings": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WalletVerdictAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    listCoins: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "ticker": "XMR",
                     *             "name": "Monero",
                     *             "algorithms": [
                     *               "rx/0"
                     *             ],
                     *             "checked": true,
                     *             "gone": null,
                     *             "asic": false,
                     *             "wording": null
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ListedCoinPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    listAlgorithms: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "name": "rx/0",
                     *             "aliases": [
                     *               "randomx"
                     *             ],
                     *             "types": [
                     *               "xmrig"
                     *             ],
                     *             "coins": [
                     *               "XMR"
                     *             ]
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ListedAlgorithmPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "values": {
                     *           "dataDir": "/home/me/.local/share/lethean-desktop",
                     *           "host": null,
                     *           "port": 8080,
                     *           "namespace": "/api/v1/mining",
                     *           "corsOrigin": [],
                     *           "allowedHost": [],
                     *           "publicUrl": null,
                     *           "tlsCert": null,
                     *           "tlsKey": null,
                     *           "unixSocket": null,
                     *           "auth": "auto",
                     *           "iUnderstandNoAuth": false,
                     *           "logLevel": "info",
                     *           "stopMinersOnExit": false,
                     *           "pollInterval": 10,
                     *           "livePollInterval": 2,
                     *           "autostart": true,
                     *           "autostartDelay": 5,
                     *           "autostartExcept": [],
                     *           "walletLock": false,
                     *           "hotTemperature": 85,
                     *           "keepSamplesHours": 48,
                     *           "keepMinutesDays": 30,
                     *           "keepHoursDays": null,
                     *           "notify": [],
                     *           "heartbeatUrl": null,
                     *           "heartbeatInterval": 300,
                     *           "notifyAbout": [
                     *             "trouble",
                     *             "recovered",
                     *             "payout",
                     *             "access",
                     *             "program"
                     *           ],
                     *           "quietHours": null
                     *         },
                     *         "sources": {
                     *           "port": "default"
                     *         },
                     *         "changeable": [
                     *           "pollInterval"
                     *         ],
                     *         "secret": [
                     *           "notify"
                     *         ],
                     *         "file": "/home/me/.config/lethean-desktop/settings.yaml"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SettingsViewAnswer"];
                };
            };
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    changeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pollInterval": 5
                 *     }
                 */
                "application/json": components["schemas"]["SomeSettings"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "values": {
                     *           "dataDir": "/home/me/.local/share/lethean-desktop",
                     *           "host": null,
                     *           "port": 8080,
                     *           "namespace": "/api/v1/mining",
                     *           "corsOrigin": [],
                     *           "allowedHost": [],
                     *           "publicUrl": null,
                     *           "tlsCert": null,
                     *           "tlsKey": null,
                     *           "unixSocket": null,
                     *           "auth": "auto",
                     *           "iUnderstandNoAuth": false,
                     *           "logLevel": "info",
                     *           "stopMinersOnExit": false,
                     *           "pollInterval": 10,
                     *           "livePollInterval": 2,
                     *           "autostart": true,
                     *           "autostartDelay": 5,
                     *           "autostartExcept": [],
                     *           "walletLock": false,
                     *           "hotTemperature": 85,
                     *           "keepSamplesHours": 48,
                     *           "keepMinutesDays": 30,
                     *           "keepHoursDays": null,
                     *           "notify": [],
                     *           "heartbeatUrl": null,
                     *           "heartbeatInterval": 300,
                     *           "notifyAbout": [
                     *             "trouble",
                     *             "recovered",
                     *             "payout",
                     *             "access",
                     *             "program"
                     *           ],
                     *           "quietHours": null
                     *         },
                     *         "sources": {
                     *           "port": "default"
                     *         },
                     *         "changeable": [
                     *           "pollInterval"
                     *         ],
                     *         "secret": [
                     *           "notify"
                     *         ],
                     *         "file": "/home/me/.config/lethean-desktop/settings.yaml",
                     *         "changes": [
                     *           {
                     *             "name": "pollInterval",
                     *             "old": 10,
                     *             "new": 5
                     *           }
                     *         ],
                     *         "message": "Written to /home/me/.config/lethean-desktop/settings.yaml; it counts from now on.",
                     *         "warnings": [],
                     *         "warningWordings": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SettingsChangedAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
                /** @description Only events with a greater seq, the oldest first. */
                since?: number;
                /** @description Only events of this miner. */
                miner?: string;
                /** @description Only of these kinds, with commas between them. */
                event?: components["schemas"]["EventKindChoice"][];
                /** @description Only events that are not older, such as 2025-12-31T23:59:59Z. */
                from?: string;
                /** @description Only events that are older. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "parts": {},
                     *             "more": [],
                     *             "seq": 17,
                     *             "timestamp": "2025-12-31T23:59:50Z",
                     *             "event": "start",
                     *             "miner": "xmrig",
                     *             "text": "xmrig was started by API 127.0.0.1.",
                     *             "message": null,
                     *             "params": {},
                     *             "who": "API",
                     *             "details": {}
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["EventPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    testNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "results": [
                     *           {
                     *             "target": "tgram://…9x",
                     *             "ok": true,
                     *             "issue": null,
                     *             "wording": null
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveriesAnswer"];
                };
            };
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "id": "7f0c1f6e",
                     *             "name": "phone",
                     *             "role": "viewer",
                     *             "createdAt": "2025-12-31T23:59:50Z",
                     *             "createdBy": "key admin",
                     *             "expiresAt": null,
                     *             "expired": false
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ListedKeyPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "phone",
                 *       "role": "viewer"
                 *     }
                 */
                "application/json": components["schemas"]["KeyDraft"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "id": "7f0c1f6e",
                     *         "name": "phone",
                     *         "role": "viewer",
                     *         "createdAt": "2025-12-31T23:59:50Z",
                     *         "createdBy": "key admin",
                     *         "expiresAt": null,
                     *         "expired": false,
                     *         "key": "mp_7f0c1f6e_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["IssuedKeyAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as a list tells it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "id": "7f0c1f6e",
                     *         "name": "phone",
                     *         "role": "viewer",
                     *         "createdAt": "2025-12-31T23:59:50Z",
                     *         "createdBy": "key admin",
                     *         "expiresAt": null,
                     *         "expired": false,
                     *         "message": "The key 'phone' is revoked; it opens nothing any more."
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RevokedKeyAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            503: components["responses"]["Error503"];
            507: components["responses"]["Error507"];
            default: components["responses"]["Error"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: number;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "items": [
                     *           {
                     *             "seq": 1,
                     *             "timestamp": "2025-12-31T23:59:50Z",
                     *             "who": "key admin",
                     *             "role": "admin",
                     *             "address": "192.0.2.7",
                     *             "what": "startMiner",
                     *             "target": "/api/v1/mining/miners/xmrig",
                     *             "outcome": 201,
                     *             "code": null,
                     *             "text": null,
                     *             "wording": null,
                     *             "omitted": 0,
                     *             "previous": "0000000000000000000000000000000000000000000000000000000000000000",
                     *             "sum": "4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f"
                     *           }
                     *         ],
                     *         "pagination": {
                     *           "page": 1,
                     *           "limit": 50,
                     *           "total": 1,
                     *           "pages": 1
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AuditEntryPageAnswer"];
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "ok": true,
                     *         "entries": 1,
                     *         "first": 1,
                     *         "last": 1,
                     *         "issue": null,
                     *         "wording": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AuditReportAnswer"];
                };
            };
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "data": {
                     *         "status": "ok",
                     *         "version": "0.2.0",
                     *         "problems": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["HealthReportAnswer"];
                };
            };
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example mining_problems 0.0 */
                    "text/plain": string;
                    /**
                     * @example mining_problems 0.0
                     *     # EOF
                     */
                    "application/openmetrics-text": string;
                };
            };
            401: components["responses"]["Error401"];
            421: components["responses"]["Error421"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
    listen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The WebSocket is open. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            421: components["responses"]["Error421"];
            426: components["responses"]["Error426"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
            default: components["responses"]["Error"];
        };
    };
}
