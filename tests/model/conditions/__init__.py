"""Conditions of fees, one room each."""
