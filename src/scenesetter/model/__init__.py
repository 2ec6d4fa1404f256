"""The terms of the trade as frozen values. Imports nothing else of the package."""
