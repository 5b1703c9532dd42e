// Twelve calls and more with the generated client; it prints one line a call, and ends with 1 at the first surprise.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
)

func must[T any](answer T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return answer
}

func expect(holds bool, what string) {
	if !holds {
		log.Fatal(what)
	}
	fmt.Println(what)
}

func of[T any](value T) *T { return &value }

func main() {
	log.SetFlags(0)
	api := must(NewClientWithResponses(os.Args[1]))
	all := context.Background()
	config := Config{Pool: "pool.example:3333", Wallet: "anybody", Opencl: &Devices{Devices: &[]int32{}}}

	info := must(api.GetInfoWithResponse(all)).JSON200
	expect(info.Data.TotalMemory > 0, "getInfo")

	simulated := false
	for _, each := range must(api.ListAvailableMinersWithResponse(all, &ListAvailableMinersParams{Limit: of(int32(100))})).JSON200.Data.Items {
		simulated = simulated || each.Type == "simulated"
	}
	expect(simulated, "listAvailableMiners")

	begun := must(api.StartMinerWithResponse(all, "simulated", &StartMinerParams{Name: of("typed")}, config))
	expect(begun.JSON201 != nil && begun.JSON201.Data.Name == "typed", "startMiner")

	chosen := ListMinersParams{
		Status: &[]MinerStatusChoice{MinerStatusChoiceRunning, MinerStatusChoiceStarting},
		Sort:   of(MinerSortHashrate),
	}
	listed := must(api.ListMinersWithResponse(all, &chosen)).JSON200
	expect(listed.Data.Pagination.Total == 1, "listMiners")

	one := must(api.GetMinerWithResponse(all, "typed")).JSON200
	expect(one.Data.Config.Pool == "pool.example:3333" && !one.Data.StartedAt.IsZero(), "getMiner")

	stats := must(api.GetMinerStatsWithResponse(all, "typed")).JSON200
	expect(stats.Data.Uptime >= 0, "getMinerStats")

	of5m := GetHashrateHistoryParams{Resolution: of(ResolutionChoice("10s")), Duration: of("5m")}
	history := must(api.GetHashrateHistoryWithResponse(all, "typed", &of5m)).JSON200
	expect(history.Data.Resolution == "10s" && history.Data.From.Before(history.Data.To), "getHashrateHistory")

	logs := must(api.GetMinerLogsWithResponse(all, "typed", &GetMinerLogsParams{})).JSON200
	expect(logs.Data.Cursor != "", "getMinerLogs")

	paused := must(api.PauseMinerWithResponse(all, "typed")).JSON200
	expect(paused.Data.Wanted == "paused", "pauseMiner")

	saved := must(api.CreateProfileWithResponse(all, nil, Profile{Name: "Typed", MinerType: "simulated", Config: config})).JSON201
	expect(saved.Data.Config.Wallet == "anybody", "createProfile")

	changed := must(api.ChangeSettingsWithResponse(all, SomeSettings{PollInterval: of(5.0)})).JSON200
	expect(*changed.Data.Values.PollInterval == 5.0, "changeSettings")

	events := must(api.ListEventsWithResponse(all, &ListEventsParams{Miner: of("typed")})).JSON200
	expect(*events.Data.Items[0].Details.Via == "local", "listEvents")

	lost := must(api.GetMinerWithResponse(all, "nobody"))
	expect(lost.JSON200 == nil && lost.JSON404.Error.Code == "MINER_NOT_FOUND", "getMiner of nobody")

	config.Threads = of(int32(-1))
	wrong := must(api.StartMinerWithResponse(all, "simulated", &StartMinerParams{}, config)).JSON400
	expect((*wrong.Error.Details.Fields)[0].Field == "threads", "startMiner with a wrong field")

	stopped := must(api.StopMinerWithResponse(all, "typed", &StopMinerParams{})).JSON200
	expect(stopped.Data.Status == "stopped" && stopped.Data.Message != "", "stopMiner")

	health := must(api.GetHealthWithResponse(all)).JSON200
	expect(health.Data.Status == "ok", "getHealth")
}
