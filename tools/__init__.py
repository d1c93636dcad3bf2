"""What `make` runs besides the app."""
