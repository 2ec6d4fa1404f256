"""TOML files: read into values, where their keys stand, and written to."""
