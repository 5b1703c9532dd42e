"""Pools: those to choose from, one's own among them, and a test of any."""

from mining.api.answer import Answer
from mining.api.call import Call, answer
from mining.api.masking import views
from mining.api.models import Page
from mining.api.operation import Body, Routes
from mining.api.parameter import LIMIT, PAGE, text
from mining.domain.pools import ListedPool, PoolDraft, PoolTest, PoolTrial, RemovedPool, read_draft, read_trial

routes = Routes("pools")
EXAMPLE = {"pool": "stratum+tcp://pool.example:3333", "name": "Friends", "coin": "XMR"}
COIN = text("coin", "Only pools that pay this coin: ticker or name.")


@routes.get(
    "/pools",
    id="listPools",
    summary="The catalogue's pools and your own, by name",
    description="Pages of a foreign origin see only the catalogue's.",
    returns=Page[ListedPool],
    query=(PAGE, LIMIT, COIN),
)
async def list_pools(call: Call) -> Answer:
    return call.show_list(views(await call.rig.pools.listed(call[COIN]), call.who))


@routes.post(
    "/pools",
    id="addPool",
    summary="Add a pool of your own",
    status=201,
    returns=ListedPool,
    body=Body(PoolDraft, EXAMPLE),
)
async def add(call: Call) -> Answer:
    added = await call.rig.pools.add(read_draft(await call.body()))
    return call.created(added, f"/pools/{added.id}")


@routes.delete(
    "/pools/{id}", id="removePool", summary="Remove a pool of your own; miners that use it go on", returns=RemovedPool
)
async def remove(call: Call) -> Answer:
    await call.no_body()
    return answer(await call.rig.pools.remove(call.path["id"]))


@routes.post(
    "/pools/test",
    id="testPool",
    summary="Connect to a pool and see how that goes, within 5 s",
    description="With a wallet, also whether a login is answered. The answer is 200 whatever `result` is.",
    returns=PoolTest,
    body=Body(PoolTrial, {"pool": EXAMPLE["pool"]}),
)
async def test(call: Call) -> Answer:
    return answer(await call.rig.pools.test(read_trial(await call.body()), call.who.near))
