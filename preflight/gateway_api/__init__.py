"""The Gateway controller, predicted: what it writes into `.status`, and who answers a request."""
