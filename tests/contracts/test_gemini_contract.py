"""The Gemini contract server refuses what the service refuses, in its words."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

import pytest

from tests.contracts.gemini import GeminiServer, says

OK = {"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}
GIF = {"inlineData": {"mimeType": "image/gif", "data": ""}}


def post(
    server: GeminiServer, body: Any, model: str = "gemini-3.8-flash", key: str | None = ""
) -> tuple[int, Any]:
    """Status and JSON of one request sent by hand; `key` "" is the right one, None is none."""
    request = urllib.request.Request(
        f"{server.url}/v1/models/{model}:generateContent", json.dumps(body).encode(), method="POST"
    )
    if key is not None:
        request.add_header("x-goog-api-key", key or server.key)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def config(**fields: Any) -> dict[str, Any]:
    return {**OK, "generationConfig": fields}


def safety(category: str, threshold: str) -> dict[str, Any]:
    return {**OK, "safetySettings": [{"category": category, "threshold": threshold}]}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "contents is not specified"),
        ({"contents": [{"role": "user", "parts": []}]}, "contents.parts must not be empty"),
        ({"contents": [{"role": "assistant", "parts": [{"text": "x"}]}]}, "valid role: user, model."),
        ({"contents": [{"role": "model", "parts": [{"text": "x"}]}]}, "Requests ending with a model turn"),
        ({**OK, "colour": 1}, 'Unknown name "colour": Cannot find field.'),
        (config(top_q=1), "Unknown name \"top_q\" at 'generation_config': Cannot find field."),
        (config(thinkingConfig={"depth": 1}), "at 'generation_config.thinking_config'"),
        ({"contents": [{"role": "user", "parts": [{"txt": "x"}]}]}, "at 'contents.parts'"),
        (config(temperature=2.1), "temperature must be in the range [0.0, 2.0]."),
        (config(top_p=1.1), "top_p must be in the range"),
        (config(topK=40.5), "TYPE_INT32"),
        (config(maxOutputTokens=0), "max_output_tokens must be positive"),
        (config(thinkingConfig={"thinkingLevel": "MINIMAL"}), "Thinking level MINIMAL is not supported"),
        (config(thinking_config={"thinking_level": "LOW", "thinking_budget": 1}), "only one of thinking"),
        (config(responseModalities=["IMAGE"]), "response modalities (IMAGE) is not supported"),
        (config(imageConfig={"aspectRatio": "1:1"}), "Image config is not supported"),
        (config(responseJsonSchema={"type": "object"}), "response_mime_type must be application/json"),
        (safety("HARM_CATEGORY_FUN", "OFF"), "unknown category"),
        (safety("HARM_CATEGORY_HARASSMENT", "SOME"), "safety_settings[0].threshold"),
        ({"contents": [{"role": "user", "parts": [GIF]}]}, "Unsupported MIME type: image/gif"),
    ],
)
def test_malformed_requests(gemini_server: GeminiServer, body: Any, message: str) -> None:
    status, answer = post(gemini_server, body)
    assert status == 400
    assert answer["error"]["status"] == "INVALID_ARGUMENT"
    assert message in answer["error"]["message"]


@pytest.mark.parametrize(
    ("key", "status", "reason"), [("wrong", 400, "INVALID_ARGUMENT"), (None, 403, "PERMISSION_DENIED")]
)
def test_keys(gemini_server: GeminiServer, key: str | None, status: int, reason: str) -> None:
    code, answer = post(gemini_server, OK, key=key)
    assert (code, answer["error"]["status"]) == (status, reason)


def test_models_that_do_not_answer(gemini_server: GeminiServer) -> None:
    for model in ("gemini-0.9-steam", "gemini-embedding-2"):
        code, answer = post(gemini_server, OK, model)
        assert (code, answer["error"]["status"]) == (404, "NOT_FOUND")
    assert post(gemini_server, config(thinkingConfig={"thinkingLevel": "LOW"}), "gemini-2.5-flash")[0] == 400
    assert post(gemini_server, config(responseMimeType="application/json"), "gemini-3-pro-image")[0] == 400
    assert post(gemini_server, config(imageConfig={"imageSize": "1k"}), "gemini-3-pro-image")[0] == 400


def test_good_requests_are_answered_and_kept(gemini_server: GeminiServer) -> None:
    gemini_server.script(says("hello"))
    gemini_server.script(says("always"), model="gemini-4-argon")
    code, answer = post(gemini_server, config(topK=40.0, temperature=2))
    assert code == 200
    assert answer["candidates"][0]["content"]["parts"] == [{"text": "hello"}]
    for _ in range(2):
        assert "always" in json.dumps(post(gemini_server, OK, "gemini-4-argon")[1])
    image = config(responseModalities=["IMAGE"], imageConfig={"aspectRatio": "21:9", "imageSize": "2K"})
    assert "inlineData" in json.dumps(post(gemini_server, image, "gemini-nano-banana-2.1")[1])
    assert gemini_server.requests[0].json["generationConfig"]["topK"] == 40.0
