import pytest
from tests.support.scoring_scene import *
pytestmark = pytest.mark.django_db
def test_x():
    p = build()
    s = p.concluded()
    print(s.state)
