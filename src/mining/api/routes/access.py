"""Access: the keys by which others come in, and what was changed by whom."""

from datetime import UTC, datetime

from mining.api.answer import Answer
from mining.api.call import Call, answer
from mining.api.models import Page
from mining.api.operation import Body, Routes
from mining.api.parameter import LIMIT, PAGE
from mining.domain.access_key import IssuedKey, KeyDraft, ListedKey, RevokedKey, read_key_draft
from mining.domain.audit import AuditEntry, AuditReport

routes = Routes("access")
_MOST = 2**53


@routes.get(
    "/keys",
    id="listKeys",
    needs="admin",
    summary="Every access key, by name",
    returns=Page[ListedKey],
    query=(PAGE, LIMIT),
)
async def keys(call: Call) -> Answer:
    return call.show_list(call.rooms.access.keys.listed())


@routes.post(
    "/keys",
    id="createKey",
    needs="admin",
    summary="Make an access key; its text is told this once",
    status=201,
    returns=IssuedKey,
    body=Body(KeyDraft, {"name": "phone", "role": "viewer"}),
)
async def create(call: Call) -> Answer:
    draft = read_key_draft(await call.body(), datetime.now(UTC))
    made = await call.rooms.access.keys.create(draft, who=call.who)
    return call.created(made, f"/keys/{made.id}")


@routes.delete(
    "/keys/{id}",
    id="revokeKey",
    needs="admin",
    summary="Revoke an access key, at once; WebSockets that it opened are closed",
    returns=RevokedKey,
)
async def revoke(call: Call) -> Answer:
    await call.no_body()
    return answer(await call.rooms.access.keys.revoke(call.path["id"], who=call.who))


@routes.get(
    "/audit",
    id="listAudit",
    needs="admin",
    summary="Who wanted to change what, from where, and what came of it; the newest first",
    returns=Page[AuditEntry],
    query=(PAGE, LIMIT),
)
async def entries(call: Call) -> Answer:
    page, limit = call[PAGE], call[LIMIT]
    rows, total = await call.rooms.access.audit.page(min((page - 1) * limit, _MOST), limit)
    return call.show_page(rows, page, limit, total)


@routes.get(
    "/audit/verification",
    id="verifyAudit",
    needs="admin",
    summary="Whether the audit is whole: each entry holds the sum of the one before",
    returns=AuditReport,
)
async def verification(call: Call) -> Answer:
    return answer(await call.rooms.access.audit.verify())
