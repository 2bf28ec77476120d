"""One record of every act: append-only, hash-chained, and the source of all news.

Row format 1. A row belongs to the chain of one `thing`; `about` names what it speaks of (the same, but
for reads, which have chains of their own). `seq`, `recorded_at`, `prev_hash` and `hash` are given by the
database.
"""
