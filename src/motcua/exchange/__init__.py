"""The wires: adapters to partners, each with a simulator."""
