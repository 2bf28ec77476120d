"""The life of a dossier in plain Python, written from the regulation and from nothing of the product.

It knows everybody and everything by name. `matrix.hindrances` says all that stands in the way of an act.
"""
