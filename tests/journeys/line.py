"""A visitor's line: poor, cut, weighed; `acknowledged` tells where the parts of files began that arrived."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from playwright.sync_api import Response

from tests.journeys.visitor import Visitor

POOR = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
GOOD = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}


class Line:
    """The line of one visitor: 400 kbit/s and 400 ms once it is poor."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.weighed = 0
        self.acknowledged: list[int] = []
        self._session = visitor.page.context.new_cdp_session(visitor.page)
        self._session.on("Network.loadingFinished", self._weigh)
        self._session.send("Network.enable")
        visitor.page.on("response", self._note)

    def poor(self) -> None:
        """Make it poor."""
        self._session.send("Network.emulateNetworkConditions", POOR)

    def good(self) -> None:
        """Make it good."""
        self._session.send("Network.emulateNetworkConditions", GOOD)

    @contextmanager
    def cut(self) -> Iterator[None]:
        """Cut it, and give it back poor."""
        self._session.send("Network.emulateNetworkConditions", {**POOR, "offline": True})
        yield
        self.poor()

    def held(self, place: str) -> dict[str, int]:
        """Give how much of each file of a place the house has, by its own record: name to bytes."""
        visitor = self.visitor
        answer = visitor.page.request.get(f"{visitor.house.address}/tai-len/?place={quote(place, safe='')}")
        return {one["name"]: one["offset"] for one in answer.json()["uploads"]}

    def _weigh(self, told: dict[str, float]) -> None:
        self.weighed += int(told["encodedDataLength"])

    def _note(self, answer: Response) -> None:
        """Note where each part began of which the house said that it has it."""
        offset = answer.request.headers.get("upload-offset")
        if offset is not None and answer.ok:
            self.acknowledged.append(int(offset))
