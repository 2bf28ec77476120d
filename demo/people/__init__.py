"""Who lives and works there. Everybody is invented; any likeness to a real person is chance."""

from demo.people.citizens import CITIZENS, Citizen
from demo.people.entrances import TO_TRY
from demo.people.officials import OFFICIALS, engage

__all__ = ["CITIZENS", "OFFICIALS", "TO_TRY", "Citizen", "engage"]
