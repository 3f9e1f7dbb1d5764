"""Proposals of delegations: their fate, and compilations of them."""
