"""What each operation may answer, for the document: real values, so that an example cannot lie about its form."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from mining.api.models import Asker, HealthReport, Index
from mining.domain.access_key import ListedKey
from mining.domain.alerts.notification import Deliveries, Delivery
from mining.domain.attention.item import AttentionItem, logs
from mining.domain.audit import AuditEntry, AuditReport
from mining.domain.available import Available
from mining.domain.benchmark import Benchmark
from mining.domain.daemon_log import DaemonLogLine, DaemonLogPage
from mining.domain.doctor.report import Check, ExaminedProgram, Report
from mining.domain.event import Event
from mining.domain.hardware import Folders, Memory, Processor
from mining.domain.history import History, MetricSeries, MinerHistory
from mining.domain.metrics import (
    Connection,
    Cpu,
    HashrateHistory,
    HashratePoint,
    PerformanceMetrics,
    Shares,
    WorkMetrics,
)
from mining.domain.miner import Miner, MinerPayee
from mining.domain.pools import ListedPool, PoolTest, RemovedPool
from mining.domain.profile import DeletedProfile, ExportedProfiles, Imported, ImportedProfiles, SavedProfile
from mining.domain.programs.jobs import InstallJob, ProgramChange, Update
from mining.domain.programs.program import Installation, InstalledMiner, Program
from mining.domain.programs.release import InstallProgress, verification
from mining.domain.rig import LogLine, LogPage, Started, Stopped
from mining.domain.settings import SettingChange
from mining.domain.start_check import CheckedPool, CheckedProgram, NeededMemory, Preview, StartCheck
from mining.domain.summary import summary
from mining.domain.system import SystemInfo
from mining.domain.usual import Usual
from mining.domain.value import Value

_AT = datetime(2025, 12, 31, 23, 59, 50, tzinfo=UTC)
_WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
_ENDPOINT = "pool.supportxmr.com:3333"
_CONFIG: dict[str, Any] = {
    "pool": f"stratum+tcp://{_ENDPOINT}", "wallet": _WALLET, "algo": "rx/0", "threads": 4, "cpuPriority": 3,
}  # fmt: skip
_HOME = "/home/me/.local/share/lethean-desktop"
_PATH = f"{_HOME}/programs/xmrig/6.26.0/xmrig"
_SHARES = Shares(accepted=274, rejected=0, invalid=0)
_STATS = PerformanceMetrics(
    hashrate=4120.5, hashrate_avg=4105.25, shares=_SHARES, uptime=86400,
    connection=Connection(pool=_ENDPOINT, uptime=86390, ping=31, failures=0, connected=True, tls=False),
    cpu=Cpu(usage=48.5, temperature=67.0), algorithm="rx/0", difficulty=300000.0, last_share_at=_AT,
    work=(WorkMetrics(algorithm="rx/0", hashrate=4120.5, shares=_SHARES, pool=_ENDPOINT),),
    expected_share_seconds=72.8, version="6.26.0", sampled_at=_AT, quality="valid",
)  # fmt: skip
_MINER: dict[str, Any] = {
    "name": "xmrig", "type": "xmrig", "status": "running", "health": "ok", "wanted": "running", "pid": 4242,
    "started_at": _AT, "uptime": 86400, "hashrate": 4120.5, "version": "6.26.0", "path": _PATH, "config": _CONFIG,
    "stats": _STATS, "payees": (
        MinerPayee(pool=_ENDPOINT, payee="44AF…EP3A", worker=None, coin="XMR", page=f"https://supportxmr.com/#/dashboard?addr={_WALLET}"),
    ),
}  # fmt: skip
_STOPPED = {"status": "stopped", "wanted": "stopped", "pid": None, "stopped_at": _AT, "uptime": 0, "hashrate": None}
_STARTED = Started(name="xmrig", type="xmrig", status="running", pid=4242, message="xmrig runs.")
_CHECK = StartCheck(
    name="xmrig", type="xmrig", ok=True, errors=(), warnings=(), download=None, files=("config.json",),
    program=CheckedProgram(path=_PATH, version="6.26.0", origin="installed", verified="signature", runs=True),
    pools=(CheckedPool(pool=_ENDPOINT, login="44AF…EP3A", worker=None, password=False, tls=False, issue=None),),
    memory=NeededMemory(least=268435456, full=2516582400, available=8589934592),
    command=(_PATH, "--config=/run/xmrig/config.json"),
    previews=(Preview(name="config.json", text='{"pools": [{"user": "44AF…EP3A"}]}'),),
)  # fmt: skip
_PROFILE: dict[str, Any] = {
    "id": "7f0c1f6e-3f0e-4c5e-9d53-0f3f3b8c1a55", "name": "XMR - SupportXMR", "createdAt": _AT, "updatedAt": _AT,
    "description": "Monero mining on SupportXMR pool", "minerType": "xmrig", "config": _CONFIG,
}  # fmt: skip
_PROGRAM = Program(
    type="xmrig", path=_PATH, sha256="4f" * 32, version="6.26.0", origin="installed", verified="signature",
    installed_at=_AT,
)  # fmt: skip
_JOB = InstallJob(
    id="1f9a7c", type="xmrig", state="done", started_at=_AT, message="XMRig 6.26.0 is installed.",
    progress=InstallProgress(type="xmrig", stage="done", bytes=3145728, total=3145728),
    result=Installation(program=_PROGRAM, replaced=None, changed=True),
)  # fmt: skip
_BENCHMARK = Benchmark(
    id="9c1d", type="xmrig", algorithm="rx/0", seconds=60, threads=None, method="own", state="done", progress=1.0,
    hashrate=4120.5, samples=61, version="6.26.0", hardware="A processor, 8 threads", started_at=_AT,
    ended_at=_AT + timedelta(seconds=90), code=None, message="XMRig computes rx/0 at 4,120.5 H/s here.",
)  # fmt: skip
_POOL: dict[str, Any] = {
    "id": "pool.example:3333", "origin": "yours", "pool": "stratum+tcp://pool.example:3333", "name": "Friends",
    "coin": "XMR", "host": "pool.example", "port": 3333, "added_at": _AT,
}  # fmt: skip
_AVAILABLE = Available(
    type="xmrig", title="XMRig", homepage="https://xmrig.com", licence="GPL-3.0", dev_fee="1 %", algorithms=("rx/0",),
    cpu=True, gpu=("cuda", "opencl"), installed=True, installed_version="6.26.0", latest_version="6.26.0", path=_PATH,
    origin="installed", verification=verification("signature"), verified=verification("signature"), installable=True,
    api_exposure="127.0.0.1 only, with a token", keys={"p": "pause", "r": "resume"}, simulated=False,
)  # fmt: skip
_REPORT = Report(
    miners=(ExaminedProgram(type="xmrig", version="6.26.0", path=_PATH, usable=True),), gpu=(), recommendations=(),
    checks=(Check(id="programs", status="ok", title="Mining programs", meaning="XMRig can be started."),),
)  # fmt: skip
_HISTORY = HashrateHistory(
    points=(HashratePoint(timestamp=_AT, hashrate=4120.5, resolution="10s"),), resolution="10s", duration=10,
    from_=_AT, to=_AT + timedelta(seconds=10), algorithm="rx/0", algorithms=("rx/0",),
)  # fmt: skip
_PAST = History(
    **{"from": _AT, "to": _AT + timedelta(seconds=10)}, resolution="10s", timestamps=(_AT,),
    miners=(
        MinerHistory(
            name="xmrig", algorithm="rx/0", algorithms=("rx/0",),
            series=(MetricSeries(metric="hashrate", unit="H/s", values=(4120.5,)),),
        ),
    ),
)  # fmt: skip
_ATTENTION = AttentionItem(
    id="xmrig:low_hashrate", code="low_hashrate", severity="warning", miner="xmrig", since=_AT,
    text="It computes 62 % of what is usual for it.", message="attention.low_hashrate", params={"percent": 62},
    action=logs("xmrig"),
)  # fmt: skip
_USUAL = Usual(
    name="xmrig", algorithm="rx/0", median=4120.5, low=4035.25, high=4150.0, from_=_AT - timedelta(days=7), samples=2016
)  # fmt: skip
_EVENT = Event(seq=17, at=_AT, kind="start", miner="xmrig", text="xmrig was started by API 127.0.0.1.", who="API")
_INFO = SystemInfo(
    os="linux", arch="amd64", go_version="python3.11.7", python_version="3.11.7", platform_version="0.2.0",
    total_memory=16777216, cpus=8, installed_miners=(InstalledMiner(type="xmrig", version="6.26.0", path=_PATH),),
    cpu=Processor(model="A processor", cores=4, threads=8), memory=Memory(total=17179869184, available=8589934592),
    folders=Folders(data=_HOME, logs=f"{_HOME}/logs", programs=f"{_HOME}/programs"), opencl=False,
    command_line="miner-ctrl",
)  # fmt: skip
_SETTINGS: dict[str, Any] = {
    "sources": {"port": "default"},
    "changeable": ["pollInterval"],
    "secret": ["notify"],
    "file": "/home/me/.config/lethean-desktop/settings.yaml",
}
_KEY = ListedKey(id="7f0c1f6e", name="phone", role="viewer", created_at=_AT, created_by="key admin", expired=False)
_ENTRY = AuditEntry(
    seq=1, at=_AT, who="key admin", role="admin", address="192.0.2.7", what="startMiner",
    target="/api/v1/mining/miners/xmrig", outcome=201, previous="0" * 64, sum="4f" * 32,
)  # fmt: skip
_SHOWN_CONFIG = {"config": _CONFIG}


def _json(value: Value) -> dict[str, Any]:
    return value.to_json()


def _page(*values: Value | Mapping[str, Any]) -> dict[str, Any]:
    items: Sequence[Any] = [_json(each) if isinstance(each, Value) else dict(each) for each in values]
    return {"items": items, "pagination": {"page": 1, "limit": 50, "total": len(items), "pages": 1}}


def _profile(kind: type[Value] = SavedProfile, **more: Any) -> dict[str, Any]:
    return kind.model_validate(_PROFILE | more).to_json(exclude={"config"}) | _SHOWN_CONFIG


_NO_WORDING = {"wording": None}
_SAVED = _profile()
_KEPT_PROFILE = {key: value for key, value in _SAVED.items() if key not in ("warnings", "warningWordings")}
_RUNNING = Miner.model_validate(_MINER)
_EXPORTED = {"name": _PROFILE["name"], "description": _PROFILE["description"], "minerType": "xmrig", **_SHOWN_CONFIG}

_RESULT = {"name": "xmrig", "ok": True, "status": "running", "code": None, "message": None, "wording": None}

_EXAMPLES: Mapping[str, Any] = {
    "listKeys": _page(_KEY),
    "createKey": {**_json(_KEY), "key": f"mp_{_KEY.id}_{'A' * 43}"},
    "revokeKey": {**_json(_KEY), "message": "The key 'phone' is revoked; it opens nothing any more."},
    "listAudit": _page(_ENTRY),
    "verifyAudit": _json(AuditReport(ok=True, entries=1, first=1, last=1)),
    "getIndex": _json(
        Index(
            title="Mining Platform",
            version="0.2.0",
            links={"miners": "/api/v1/mining/miners"},
            you=Asker(role="admin", via="local", masked=False),
        )
    ),
    "getInfo": _json(_INFO),
    "examine": _json(_REPORT),
    "getSummary": _json(summary([_RUNNING])),
    **{id: {"results": [_RESULT]} for id in ("stopAll", "restartAll", "pauseAll", "resumeAll")},
    "checkWallet": {
        "valid": True,
        "checked": True,
        "coin": "XMR",
        "kind": "primary",
        "issue": None,
        "wording": None,
        "warnings": [],
        "warningWordings": [],
    },
    "listCoins": _page(
        {"ticker": "XMR", "name": "Monero", "algorithms": ["rx/0"], "checked": True, "gone": None, "asic": False}
        | _NO_WORDING
    ),
    "listAlgorithms": _page({"name": "rx/0", "aliases": ["randomx"], "types": ["xmrig"], "coins": ["XMR"]}),
    "listJobs": _page(_JOB),
    "listMiners": _page(_RUNNING),
    "listAvailableMiners": _page(_AVAILABLE),
    "startMiner": _json(_STARTED),
    "checkStart": _json(_CHECK),
    "getMiner": _json(_RUNNING),
    "putMiner": _json(_STARTED) | {"outcome": "started"},
    "stopMiner": _json(Stopped.model_validate(_MINER | _STOPPED | {"message": "xmrig has stopped."})),
    "restartMiner": _json(_STARTED),
    "pauseMiner": _json(_RUNNING.but(status="paused", wanted="paused")),
    "resumeMiner": _json(_RUNNING),
    "getMinerStats": _json(_STATS),
    "getHashrateHistory": _json(_HISTORY),
    "getMinerHistory": _json(_PAST),
    "getHistory": _json(_PAST),
    "getMinerUsual": _json(_USUAL),
    "listAttention": _page(_ATTENTION),
    "listUsual": _page(_USUAL),
    "getMinerLogs": _json(LogPage(items=(LogLine(time=_AT, text="[cpu] accepted (274/0)"),), cursor="1-4096")),
    "getDaemonLogs": _json(
        DaemonLogPage(items=(DaemonLogLine(time=_AT, level="info", text="event=start miner=xmrig"),), cursor="4096")
    ),
    "typeKeys": _json(_RUNNING),
    "installProgram": _json(_JOB),
    "beginBenchmark": _json(_BENCHMARK.but(state="running", progress=0.0, hashrate=None, samples=0, ended_at=None)),
    "listBenchmarks": _page(_BENCHMARK),
    "getBenchmark": _json(_BENCHMARK),
    "dropBenchmark": _json(_BENCHMARK),
    "updatePrograms": _page(
        Update(
            type="xmrig",
            title="XMRig",
            installed_version="6.26.0",
            latest_version="6.26.0",
            latest_published_at=_AT,
            verification=verification("signature"),
            message="XMRig 6.26.0 is the newest.",
        )
    ),
    "uninstallProgram": _json(ProgramChange(program=_PROGRAM, message="XMRig 6.26.0 is removed.")),
    "rollbackProgram": _json(ProgramChange(program=_PROGRAM, message="XMRig 6.26.0 is in use again.")),
    "getJob": _json(_JOB),
    "listProfiles": _page(_KEPT_PROFILE),
    "createProfile": _SAVED,
    "exportProfiles": _json(ExportedProfiles(profiles=())) | {"profiles": [_EXPORTED]},
    "importProfiles": _json(
        ImportedProfiles(results=(Imported(name=_PROFILE["name"], result="created", id=_PROFILE["id"]),))
    ),
    "getProfile": _KEPT_PROFILE,
    "changeProfile": _SAVED,
    "deleteProfile": _profile(DeletedProfile, message="The profile 'XMR - SupportXMR' is deleted."),
    "startProfile": _json(_STARTED) | {"minerName": "xmr-supportxmr", "profile": _KEPT_PROFILE},
    "listPools": _page(ListedPool.model_validate(_POOL)),
    "addPool": _json(ListedPool.model_validate(_POOL)),
    "removePool": _json(RemovedPool.model_validate(_POOL | {"message": "Friends is removed."})),
    "testPool": _json(
        PoolTest(
            pool=_ENDPOINT,
            result="reachable",
            text="It answers in 12 ms.",
            address="203.0.113.7",
            connect_ms=12.4,
            tls=False,
            login="answered",
        )
    ),
    "getSettings": _SETTINGS,
    "changeSettings": _SETTINGS
    | {
        "changes": [_json(SettingChange(name="pollInterval", old=10.0, new=5.0))],
        "message": f"Written to {_SETTINGS['file']}; it counts from now on.",
        "warnings": [],
        "warningWordings": [],
    },
    "listEvents": _page(_EVENT),
    "testNotifications": _json(Deliveries(results=(Delivery(target="tgram://…9x", ok=True),))),
    "getHealth": _json(HealthReport(status="ok", version="0.2.0", problems=())),
}


def examples(settings: Value) -> dict[str, Any]:
    """What stands in `data`, by the id of the operation."""
    values = {"values": settings.to_json()}
    return {**_EXAMPLES, **{id: {**values, **_EXAMPLES[id]} for id in ("getSettings", "changeSettings")}}
