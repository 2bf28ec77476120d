"""What the words of published tables stand for."""

from motcua.reform.scoring.published.words import Scope, Standing

SCOPES = {
    "province": Scope.PROVINCE,
    "ministry": Scope.MINISTRY,
    "national": Scope.COUNTRY,
    "region": Scope.REGION,
    "department": Scope.DEPARTMENT,
    "district": Scope.DISTRICT,
    "commune": Scope.COMMUNE,
    "all": Scope.GROUP,
}
STANDINGS = {one.value: one for one in (Standing.VERIFIED, Standing.REPORTED, Standing.DERIVED)}
