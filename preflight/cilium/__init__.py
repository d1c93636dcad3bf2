"""Cilium's address allocator and announcers, predicted: which Service gets which address, and who announces it."""
