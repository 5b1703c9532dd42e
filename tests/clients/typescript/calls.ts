// Twelve calls and more with the generated types; it prints one line a call, and ends with 1 at the first surprise.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.d.ts";

type Config = components["schemas"]["Config"];
type Miner = components["schemas"]["Miner"];

const api = createClient<paths>({ baseUrl: process.argv[2] ?? "" });
const config: Config = { pool: "pool.example:3333", wallet: "anybody", opencl: { devices: [] } };

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
  console.log(what);
}

const info = await api.GET("/info");
expect((info.data?.data.totalMemory ?? 0) > 0, "getInfo");

const available = await api.GET("/miners/available", { params: { query: { limit: 100 } } });
expect(available.data?.data.items.some((each) => each.type === "simulated") === true, "listAvailableMiners");

const begun = await api.POST("/miners/{miner}", {
  params: { path: { miner: "simulated" }, query: { name: "typed" } },
  body: config,
});
expect(begun.response.status === 201 && begun.data?.data.name === "typed", "startMiner");

const listed = await api.GET("/miners", { params: { query: { status: ["running", "starting"], sort: "hashrate" } } });
expect(listed.data?.data.pagination.total === 1, "listMiners");

const one = await api.GET("/miners/{miner}", { params: { path: { miner: "typed" } } });
const miner: Miner | undefined = one.data?.data;
expect(miner?.config.pool === "pool.example:3333" && miner.reason?.code !== "", "getMiner");

const stats = await api.GET("/miners/{miner}/stats", { params: { path: { miner: "typed" } } });
expect(stats.data !== undefined && "hashrate" in stats.data.data, "getMinerStats");

const history = await api.GET("/miners/{miner}/hashrate-history", {
  params: { path: { miner: "typed" }, query: { resolution: "10s", duration: "5m" } },
});
expect(history.data?.data.resolution === "10s", "getHashrateHistory");

const paused = await api.POST("/miners/{miner}/pause", { params: { path: { miner: "typed" } } });
expect(paused.data?.data.wanted === "paused", "pauseMiner");

const saved = await api.POST("/profiles", { body: { name: "Typed", minerType: "simulated", config } });
expect(saved.response.status === 201 && saved.data?.data.config.wallet === "anybody", "createProfile");

const settings = await api.PUT("/settings", { body: { pollInterval: 5 } });
expect(settings.data?.data.values.pollInterval === 5, "changeSettings");

const lost = await api.GET("/miners/{miner}", { params: { path: { miner: "nobody" } } });
expect(lost.data === undefined && lost.error?.error.code === "MINER_NOT_FOUND", "getMiner of nobody");

const wrong = await api.POST("/miners/{miner}", {
  params: { path: { miner: "simulated" } },
  body: { ...config, threads: -1 },
});
expect(wrong.error?.error.details.fields?.[0]?.field === "threads", "startMiner with a wrong field");

const stopped = await api.DELETE("/miners/{miner}", { params: { path: { miner: "typed" } } });
expect(stopped.data?.data.status === "stopped" && stopped.data.data.message !== "", "stopMiner");

const health = await api.GET("/healthz");
expect(health.data?.data.status === "ok", "getHealth");
