"""Widgets and delegates that carry the product; all colours come from the theme."""
