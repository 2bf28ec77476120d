"""Wiring: settings, addresses, command line. No behaviour of the domain."""
