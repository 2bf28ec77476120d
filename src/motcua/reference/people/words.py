"""Words about applicants."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Identity:
    """What national e-identity, or the paper shown at the counter, says about a person."""

    full_name: str
    personal_id: str = ""
    birth_date: date | None = None
    gender: str = ""
    phone: str = ""
    email: str = ""
    province: str = ""
    commune: str = ""
    address_detail: str = ""
