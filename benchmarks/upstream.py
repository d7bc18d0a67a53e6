"""The services of `engines.py` on loopback: each answers any request after a while with one picture.

    python benchmarks/upstream.py DELAY PICTURE

It prints its address and serves until its input ends. A process of its own, so that its work is not
counted as anybody's overhead.
"""

from __future__ import annotations

import asyncio
import base64
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.contracts.loopback import Exchange, Loopback, Reply

JSON = "application/json"
MODEL = "bench/painter"
"""The id under which every service serves its model."""
PROVIDER = "nscale"
"""The provider that paints for Hugging Face: one that puts its picture into the answer."""


def answers(picture: bytes) -> dict[str, tuple[bytes, str]]:
    """Body and media type by how the path of a request ends."""
    text = base64.b64encode(picture).decode()
    inline = {"inlineData": {"mimeType": "image/png", "data": text}}
    candidate = {"index": 0, "content": {"role": "model", "parts": [inline]}, "finishReason": "STOP"}
    gemini = {"candidates": [candidate], "modelVersion": "bench", "responseId": "1"}
    compatible = {"created": 1, "data": [{"b64_json": text}]}
    return {
        "/endpoint": (picture, "image/png"),
        "/images/generations": (json.dumps(compatible).encode(), JSON),
        ":generateContent": (json.dumps(gemini).encode(), JSON),
    }


def served_by() -> bytes:
    """What the Hub says of the model."""
    entry = {"status": "live", "providerId": MODEL, "task": "text-to-image"}
    told = {"_id": "1", "id": MODEL, "modelId": MODEL, "inferenceProviderMapping": {PROVIDER: entry}}
    return json.dumps(told).encode()


def main(argv: list[str]) -> None:
    """Serve until nobody listens any more."""
    delay, known, hub = float(argv[1]), answers(Path(argv[2]).read_bytes()), served_by()

    async def answer(exchange: Exchange, reply: Reply) -> None:
        found = next((told for end, told in known.items() if exchange.path.endswith(end)), None)
        if exchange.method == "GET":
            await reply.send(200, hub, JSON)
        elif found is None:
            await reply.send(404, b"{}", JSON)
        else:
            await asyncio.sleep(delay)
            await reply.send(200, *found)

    server = Loopback(answer)
    server.start()
    print(server.url, flush=True)
    sys.stdin.read()
    server.stop()


if __name__ == "__main__":
    main(sys.argv)
