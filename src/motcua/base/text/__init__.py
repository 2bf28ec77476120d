"""Vietnamese text: cleaning, folding, sort keys, numbers in words."""
