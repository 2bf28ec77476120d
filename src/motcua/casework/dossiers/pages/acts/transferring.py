"""Acts between counters: send a dossier home, take over what was sent."""

from collections.abc import Mapping
from typing import Any

from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts.base import ActForm, Common, Words
from motcua.casework.dossiers.pages.told import moment
from motcua.casework.dossiers.words import Move


class SendHome(ActForm):
    """Send a dossier to the counter of the agency that decides."""

    name, slug = "transfer", "chuyen-quay"
    label, button = "Chuyển về nơi có thẩm quyền", "Chuyển hồ sơ"
    moves = (Move.TRANSFER,)
    main = True
    template = "acts/transfer.html"

    note = Words(label="Lời nhắn cho quầy nhận", rows=3, required=False)

    def story(self) -> Mapping[str, Any]:
        """Tell where it goes, and until when."""
        until = queries.forward_until(self.dossier)
        return {"home": self.dossier.home_counter, "until": moment(until, self.at)}

    def do(self, common: Common) -> Dossier | Refusal:
        """Send."""
        return commands.transfer_non_boundary(**common, note=self.cleaned_data["note"])

    def done(self, dossier: Dossier) -> str:
        """Say that the code stays."""
        return f"Đã chuyển hồ sơ {dossier}. Mã hồ sơ giữ nguyên, kết quả vẫn trả được tại quầy này."


class TakeHome(ActForm):
    """Take over what another counter sent."""

    name, slug = "take-transfer", "nhan-chuyen"
    label, button = "Nhận hồ sơ chuyển đến", "Nhận hồ sơ"
    moves = (Move.TAKE_TRANSFER,)
    main = True
    template = "acts/transfer.html"

    def story(self) -> Mapping[str, Any]:
        """Tell where it came from."""
        return {"sender": self.dossier.receiving_unit}

    def do(self, common: Common) -> Dossier | Refusal:
        """Take over."""
        return commands.take_transfer(**common)

    def done(self, dossier: Dossier) -> str:
        """Say what comes next."""
        return f"Đã nhận hồ sơ {dossier}. Kiểm tra rồi chuyển xử lý."
