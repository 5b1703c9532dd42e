"""Pools: those to choose from, one's own among them, and a test of any."""

from mining.api.answer import Answer
from mining.api.call import Call, answer
from mining.api.encode import ordered
from mining.api.masking import views
from mining.api.models import Page
from mining.api.operation import Body, Limit, Routes
from mining.api.parameter import LIMIT, ORDER, PAGE, choice, text
from mining.domain.pools import ListedPool, PoolDraft, PoolTest, PoolTrial, RemovedPool, read_draft, read_trial

routes = Routes("pools")
EXAMPLE = {"pool": "stratum+tcp://pool.example:3333", "name": "Friends", "coin": "XMR"}
COIN = text("coin", "Only pools that pay this coin: ticker or name.")
ORIGIN = choice("origin", "Only pools of the catalogue, or only yours.", "PoolOriginChoice", ("catalogue", "yours"))
SORT = choice("sort", "By what; what is not known last, ties by name.", "PoolSort", ("name", "coin", "fee"), "name")


@routes.get(
    "/pools",
    id="listPools",
    summary="The catalogue's pools and your own, by name",
    description="Pages of a foreign origin see only the catalogue's.",
    returns=Page[ListedPool],
    query=(PAGE, LIMIT, COIN, ORIGIN, SORT, ORDER),
)
async def list_pools(call: Call) -> Answer:
    origin, by = call[ORIGIN], call[SORT]
    shown = views(await call.rig.pools.listed(call[COIN]), call.who)
    chosen = shown if origin is None else [pool for pool in shown if pool.origin == origin]
    if by == "name":
        return call.show_list(chosen if call[ORDER] == "asc" else chosen[::-1])
    return call.show_list(ordered(chosen, lambda pool: getattr(pool, by), call[ORDER] == "desc"))


@routes.post(
    "/pools",
    id="addPool",
    needs="admin",
    summary="Add a pool of your own",
    status=201,
    returns=ListedPool,
    body=Body(PoolDraft, EXAMPLE),
)
async def add(call: Call) -> Answer:
    added = await call.rig.pools.add(read_draft(await call.body()))
    return call.created(added, f"/pools/{added.id}")


@routes.delete(
    "/pools/{id}",
    id="removePool",
    needs="admin",
    summary="Remove a pool of your own; miners that use it go on",
    returns=RemovedPool,
)
async def remove(call: Call) -> Answer:
    await call.no_body()
    return answer(await call.rig.pools.remove(call.path["id"]))


@routes.post(
    "/pools/test",
    id="testPool",
    needs="operator",
    limit=Limit(10, 60.0),
    summary="Connect to a pool and see how that goes, within 5 s",
    description="With a wallet, also whether a login is answered. The answer is 200 whatever `result` is.",
    returns=PoolTest,
    body=Body(PoolTrial, {"pool": EXAMPLE["pool"]}),
)
async def test(call: Call) -> Answer:
    return answer(await call.rig.pools.test(read_trial(await call.body()), call.who.near))
