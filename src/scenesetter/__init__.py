"""Briefing packs from source notes, every sentence bound to a passage."""
