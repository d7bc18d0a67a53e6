"""The files of a run are shared out so that every worker has work to the end, and browsers stay apart."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

import pytest

from tests.sharing import BrowserApart


class Worker:
    """Takes what it is sent."""

    shutting_down = False

    def __init__(self) -> None:
        self.sent: list[int] = []

    def send_runtest_some(self, indices: list[int]) -> None:
        """Note it."""
        self.sent += indices


def scheduling(workers: list[Worker], tests: list[str]) -> Any:
    """A scheduler in the middle of a run."""
    made: Any = BrowserApart.__new__(BrowserApart)
    made.assigned_work = {worker: {} for worker in workers}
    made.registered_collections = dict.fromkeys(workers, tests)
    made.workqueue = OrderedDict((test.partition("::")[0], {test: False}) for test in tests)
    return made


TESTS = [
    "tests/test_a.py::test_x", "tests/browser/test_b.py::test_x", "tests/test_c.py::test_x",
    "tests/browser/test_d.py::test_x", "tests/test_e.py::test_x",
]  # fmt: skip


@pytest.mark.parametrize(("count", "driving"), [(2, 1), (3, 1), (4, 2)])
def test_half_of_the_workers_drive_browsers(count: int, driving: int) -> None:
    workers = [Worker() for _ in range(count)]
    shared = scheduling(workers, TESTS)
    for worker in workers:
        shared._assign_work_unit(worker)
    assert [TESTS[w.sent[0]].startswith("tests/browser/") for w in workers] == [
        *[True] * driving,
        *[False] * (count - driving),
    ]


@pytest.mark.parametrize("number", [0, 1])
def test_whoever_has_done_the_own_part_helps_with_the_other(number: int) -> None:
    workers = [Worker(), Worker()]
    shared = scheduling(workers, TESTS)
    for _ in TESTS:
        shared._assign_work_unit(workers[number])
    assert workers[number].sent == ([1, 3, 0, 2, 4], [0, 2, 4, 1, 3])[number]
