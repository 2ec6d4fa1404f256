"""Rules that facts and packs must satisfy, one function a rule, by their ids."""
