"""What a person should look at now."""

from mining.api.answer import Answer
from mining.api.call import Call
from mining.api.masking import views
from mining.api.models import Page
from mining.api.operation import Routes
from mining.api.parameter import LIMIT, PAGE
from mining.domain.attention.item import AttentionItem

routes = Routes("system")


@routes.get(
    "/attention",
    id="listAttention",
    summary="What needs attention now: what, since when, and what to do next",
    description="The most severe first, and of what is equally severe the oldest first. A miner that a person stopped "
    "or paused needs none. The frame `attention` of the WebSocket tells each change of this list.",
    returns=Page[AttentionItem],
    query=(PAGE, LIMIT),
)
async def attention(call: Call) -> Answer:
    return call.show_list(views(call.rig.needs_attention(), call.who))
