"""A sheet at the desk: read, declared, proved, refused."""

from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from motcua.reform.scoring.models import Evidence, LeafScore
from motcua.reform.scoring.words import NOT_OFFICIAL
from tests.doors.scoring_desk import at, read, send, signed_in, text_of
from tests.support.moments import frozen
from tests.support.scoring_scene import AT, DECLARED, Province, build

pytestmark = pytest.mark.django_db


@pytest.fixture
def province() -> Province:
    return build()


def a_paper(name: str = "ke-hoach.pdf") -> SimpleUploadedFile:
    made, out = pikepdf.new(), BytesIO()
    made.add_blank_page()
    made.save(out)
    return SimpleUploadedFile(name, out.getvalue(), "application/pdf")


EVIDENCE = {
    "issuer": "UBND phường Minh Xuân",
    "number": "12/KH-UBND",
    "issued_on_day": "15",
    "issued_on_month": "1",
    "issued_on_year": "2026",
    "section": "II",
    "page": "3",
}
