import java.util.List;
import mining.ApiClient;
import mining.ApiException;
import mining.api.EventsApi;
import mining.api.MinersApi;
import mining.api.MonitoringApi;
import mining.api.ProfilesApi;
import mining.api.SettingsApi;
import mining.api.SystemApi;
import mining.model.Config;
import mining.model.Devices;
import mining.model.ErrorBody;
import mining.model.ErrorObject;
import mining.model.MinerSort;
import mining.model.MinerStatusChoice;
import mining.model.Profile;
import mining.model.ResolutionChoice;
import mining.model.SomeSettings;

/** Twelve calls and more with the generated client; it prints one line a call, and fails at the first surprise. */
class Calls {
    interface Call {
        void run() throws ApiException;
    }

    public static void main(String[] arguments) throws Exception {
        var client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        var miners = new MinersApi(client);
        var config = new Config().pool("pool.example:3333").wallet("anybody").opencl(new Devices().devices(List.of()));

        expect(new SystemApi(client).getInfo().getData().getTotalMemory() > 0, "getInfo");
        var available = miners.listAvailableMiners(null, 100, null, null, null, null).getData().getItems();
        expect(available.stream().anyMatch(each -> each.getType().equals("simulated")), "listAvailableMiners");
        var begun = miners.startMinerWithHttpInfo("simulated", config, "typed", null, null);
        expect(begun.getStatusCode() == 201 && begun.getData().getData().getName().equals("typed"), "startMiner");
        var chosen = List.of(MinerStatusChoice.RUNNING, MinerStatusChoice.STARTING);
        var listed = miners.listMiners(null, null, chosen, null, MinerSort.HASHRATE, null).getData();
        expect(listed.getPagination().getTotal() == 1, "listMiners");
        var one = miners.getMiner("typed").getData();
        expect(one.getConfig().getPool().equals("pool.example:3333") && one.getStartedAt() != null, "getMiner");
        expect(miners.getMinerStats("typed").getData().getUptime() >= 0, "getMinerStats");
        var history = miners.getHashrateHistory("typed", ResolutionChoice._10S, "5m", null).getData();
        expect(history.getFrom().isBefore(history.getTo()), "getHashrateHistory");
        expect(!miners.getMinerLogs("typed", null, null).getData().getCursor().isEmpty(), "getMinerLogs");
        expect(miners.pauseMiner("typed").getData().getWanted().equals("paused"), "pauseMiner");
        var draft = new Profile().name("Typed").minerType("simulated").config(config);
        var saved = new ProfilesApi(client).createProfile(draft, null).getData();
        expect(saved.getConfig().getWallet().equals("anybody"), "createProfile");
        var changed = new SettingsApi(client).changeSettings(new SomeSettings().pollInterval(5.0)).getData();
        expect(changed.getValues().getPollInterval() == 5.0, "changeSettings");
        var events = new EventsApi(client).listEvents(null, null, null, "typed", null, null, null).getData();
        expect(events.getItems().get(0).getDetails().getVia().equals("local"), "listEvents");
        var lost = refusal(client, () -> miners.getMiner("nobody"));
        expect(lost.getCode().equals("MINER_NOT_FOUND"), "getMiner of nobody");
        var wrong = refusal(client, () -> miners.startMiner("simulated", config.threads(-1), null, null, null));
        expect(wrong.getDetails().getFields().get(0).getField().equals("threads"), "startMiner with a wrong field");
        expect(miners.stopMiner("typed", null).getData().getStatus().equals("stopped"), "stopMiner");
        expect(new MonitoringApi(client).getHealth().getData().getStatus().equals("ok"), "getHealth");
    }

    private static ErrorObject refusal(ApiClient client, Call call) throws Exception {
        try {
            call.run();
        } catch (ApiException error) {
            return client.getObjectMapper().readValue(error.getResponseBody(), ErrorBody.class).getError();
        }
        throw new AssertionError("it was not refused");
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
        System.out.println(what);
    }
}
