"""Work that never returns holds up neither other work nor the end of the program."""

import subprocess
import sys

PROGRAM = """
import asyncio, threading
from mining.foundation.apart import apart

async def main():
    stuck = [asyncio.ensure_future(apart(threading.Event().wait)) for _ in range(50)]
    await asyncio.sleep(0)
    print(await apart(pow, 2, 5))
    try:
        await apart(int, "x")
    except ValueError:
        print("refused")
    for each in stuck:
        each.cancel()

asyncio.run(main())
"""


def test_work_that_never_returns_holds_up_neither_other_work_nor_the_end() -> None:
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stdout.split(), ran.stderr) == (0, ["32", "refused"], "")
