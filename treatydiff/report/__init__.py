"""Renderings of one view model: terminal, JSON, HTML."""
