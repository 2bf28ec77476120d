"""Files of published figures: read by their heads, whole or not at all."""

from motcua.reform.scoring.published.reading.files import LARGEST, read_file
from motcua.reform.scoring.published.reading.read import Problem, Read, ReadFigure, ReadPart

__all__ = ["LARGEST", "Problem", "Read", "ReadFigure", "ReadPart", "read_file"]
