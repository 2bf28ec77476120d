"""Đồng and rounding."""
