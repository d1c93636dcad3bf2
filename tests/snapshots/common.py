"""What every chart writes."""

LABELS = {"app": "web"}
ANNOTATIONS = {"example.com/note": "any text"}
