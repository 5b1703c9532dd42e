"""Pools: those to choose from, one's own among them, and a test of any."""

from fastapi import APIRouter, Response

from mining.api.encode import encoded, listed
from mining.api.masking import views
from mining.api.query import page_of, pagination
from mining.api.routes.described import WINDOW, Page, Success, json_body, query, word
from mining.api.routes.request import Ask, answer
from mining.domain.pools import ListedPool, PoolTest, RemovedPool, read_draft, read_trial

router = APIRouter(tags=["pools"])
EXAMPLE = {"pool": "stratum+tcp://pool.example:3333", "name": "Friends", "coin": "XMR"}


@router.get(
    "/pools",
    operation_id="listPools",
    summary="The catalogue's pools and your own, by name",
    description="Pages of a foreign origin see only the catalogue's.",
    response_model=Success[Page[ListedPool]],
    openapi_extra=query(*WINDOW, word("coin", "Only pools that pay this coin: ticker or name.")),
)
async def list_pools(ask: Ask) -> Response:
    page, limit = ask.query.window()
    coin = ask.query.text("coin")
    ask.query.check()
    found = views(await ask.rig.pools.listed(coin), ask.who)
    return answer(listed([encoded(pool) for pool in page_of(found, page, limit)], pagination(page, limit, len(found))))


@router.post(
    "/pools",
    operation_id="addPool",
    summary="Add a pool of your own",
    status_code=201,
    response_model=Success[ListedPool],
    openapi_extra=query(body=json_body("PoolDraft", required=True, example=EXAMPLE)),
)
async def add(ask: Ask) -> Response:
    return answer(await ask.rig.pools.add(read_draft(await ask.body())), 201)


@router.delete(
    "/pools/{id}",
    operation_id="removePool",
    summary="Remove a pool of your own; miners that use it go on",
    response_model=Success[RemovedPool],
)
async def remove(id: str, ask: Ask) -> Response:
    await ask.no_body()
    return answer(await ask.rig.pools.remove(id))


@router.post(
    "/pools/test",
    operation_id="testPool",
    summary="Connect to a pool and see how that goes, within 5 s",
    description="With a wallet, also whether a login is answered. The answer is 200 whatever `result` is.",
    response_model=Success[PoolTest],
    openapi_extra=query(body=json_body("PoolTrial", required=True, example={"pool": EXAMPLE["pool"]})),
)
async def test(ask: Ask) -> Response:
    return answer(await ask.rig.pools.test(read_trial(await ask.body())))
