"""Vietnamese text: cleaning, folding, sort keys, numbers in words."""

from motcua.base.text.cleaning import clean, clean_lines
from motcua.base.text.folding import fold
from motcua.base.text.names import initials, name_sort_key
from motcua.base.text.numbers import NumberWhy, number_sentence, number_words, read_decimal
from motcua.base.text.sorting import sort_key
from motcua.base.text.spacing import NBSP, bind, keep, mask_tail

__all__ = [
    "NBSP",
    "NumberWhy",
    "bind",
    "clean",
    "clean_lines",
    "fold",
    "initials",
    "keep",
    "mask_tail",
    "name_sort_key",
    "number_sentence",
    "number_words",
    "read_decimal",
    "sort_key",
]
