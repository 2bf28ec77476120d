"""What each kind of file holds, known by the columns it must have."""

from collections.abc import Callable, Sequence

from motcua.reform.scoring.published.reading.cells import Cells
from motcua.reform.scoring.published.reading.layouts.indices import read_indices
from motcua.reform.scoring.published.reading.layouts.local import read_local, read_parts
from motcua.reform.scoring.published.reading.layouts.papi import read_codebook, read_papi
from motcua.reform.scoring.published.reading.layouts.pci import read_pci, read_pci_table
from motcua.reform.scoring.published.reading.layouts.progress import read_progress
from motcua.reform.scoring.published.reading.layouts.shape import Figures, Layout, Parts
from motcua.reform.scoring.published.words import FileKind

__all__ = ["LAYOUTS", "Layout"]


def _layout(kind: FileKind, columns: str, read: Callable[[Sequence[Cells]], tuple[Figures, Parts]]) -> Layout:
    return Layout(kind, frozenset(columns.split()), read)


LAYOUTS = (
    _layout(FileKind.INDICES, "index year unit unit_kind value max rank of status source", read_indices),
    _layout(
        FileKind.LOCAL, "province year unit unit_kind points index_pct rank class status source", read_local
    ),
    _layout(FileKind.PARTS, "province year component earned max status source", read_parts),
    _layout(FileKind.PAPI, "year province c01 c01_n c06 c06_n sum_available", read_papi),
    _layout(FileKind.CODEBOOK, "sub_code sub_name_en dimension_code dimension_en", read_codebook),
    _layout(FileKind.PCI, "year province entry pci_weighted rank_computed", read_pci),
    _layout(FileKind.PCI_TABLE, "year province pci rank source", read_pci_table),
    _layout(
        FileKind.PROGRESS,
        "period unit_code unit_name level received_or_pending on_time overdue avg_processing_days"
        " on_time_pct_computed",
        read_progress,
    ),
)
