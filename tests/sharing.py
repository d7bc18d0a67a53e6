"""Which worker takes which file when the tests run side by side."""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

BROWSER = "tests/browser/"


class BrowserApart(LoadFileScheduling):
    """Half of the workers begin with the files that drive a browser, the others with the rest.

    A browser and its servers keep more than one core busy: several at once only wait for each other, and each
    worker that drives one starts servers of its own.
    """

    def _assign_work_unit(self, node: WorkerController) -> None:
        drives = self.nodes.index(node) < max(1, len(self.nodes) // 2)
        for scope in self.workqueue:
            if scope.startswith(BROWSER) == drives:
                self.workqueue.move_to_end(scope, last=False)
                break
        super()._assign_work_unit(node)
