"""The stages put together: the only modules that import several of them, and the order."""
