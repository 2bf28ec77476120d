"""What the words of published tables stand for."""

from motcua.reform.scoring.published.words import Standing

STANDINGS = {one.value: one for one in (Standing.VERIFIED, Standing.REPORTED, Standing.DERIVED)}
