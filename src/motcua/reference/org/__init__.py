"""Agencies, units, positions, staff, calendars."""
