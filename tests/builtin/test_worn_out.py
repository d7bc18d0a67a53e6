"""Rust, ruins and what was left alone are three things, none of them merely broken."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words, writer

_SAID = {
    "rusty": ("a rusty robot", "um carro enferrujado", "una bicicleta oxidada", "生锈的机器人",
              "锈迹斑斑的汽车"),
    "abandoned": ("an abandoned house", "um carro abandonado", "una casa abandonada", "废弃的房子",
                  "dois carros abandonados"),
    "ruined": ("a ruined castle", "uma casa em ruínas", "un castillo en ruinas", "残破的房子"),
    "broken": ("a broken robot", "um carro quebrado", "un robot roto", "破破烂烂的房子"),
}  # fmt: skip


@pytest.mark.parametrize(("trait", "text"), [(t, text) for t, texts in _SAID.items() for text in texts])
def test_each_has_its_word_and_keeps_it_in_the_prompt(trait: str, text: str) -> None:
    spec = words.read(text)
    assert spec.extra["told"][0]["traits"] == [trait]
    assert not spec.unseen
    prompt = writer.write(spec, idea=text).prompt
    assert f"{trait} " in prompt
    assert words.read(prompt).extra["told"][0]["traits"] == [trait]
