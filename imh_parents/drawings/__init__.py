"""The drawings: one hand, one village. `python -m imh_parents.drawings` rewrites assets/drawings."""
