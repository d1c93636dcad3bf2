"""Certificates: who issues them, and for which listeners."""
