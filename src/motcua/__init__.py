"""Một Cửa: the system a Vietnamese province runs its administrative reform on."""
