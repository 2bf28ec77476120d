"""Which facts belong to which part of a version."""

from dataclasses import replace

from motcua.reference.catalogue.words import Draft, Part

OF_PART: dict[Part, tuple[str, ...]] = {
    Part.FACTS: (
        *("name", "title", "summary", "subjects", "deciding_agency", "competent_agency"),
        *("authorised_agency", "direct_handler", "coordinating_agencies", "receiving_address"),
        *("requirements", "implementing_order", "copies", "effective_from", "supplement_clock"),
        *("supplement_clock_basis", "other_words", "keywords", "related", "portal_url", "change"),
    ),
    Part.CASES: ("cases", "channels", "papers", "fees"),
    Part.CHANNELS: ("channels",),
    Part.FEES: ("fees",),
    Part.PAPERS: ("papers",),
    Part.RESULTS: ("results",),
    Part.LEGAL_BASIS: ("legal_basis",),
    Part.ROUTE: ("route",),
    Part.FORM: (),
    Part.ONLINE: ("online_level", "partial_reason"),
}


def with_part(words: Draft, said: Draft, part: Part) -> Draft:
    """Give the words of a version with one part said anew."""
    return replace(words, **{name: getattr(said, name) for name in OF_PART[part]})
