"""What the API server says when an object is applied."""
