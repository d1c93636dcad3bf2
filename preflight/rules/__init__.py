"""Lint rules: what the cluster takes, and what is likely not meant all the same; one module a subject."""
