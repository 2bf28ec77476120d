"""The controllers' pages of the catalogue."""
