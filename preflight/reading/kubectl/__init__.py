"""What kubectl has saved of a cluster, read to a cluster file."""
