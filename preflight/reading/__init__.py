"""From files to manifests."""
