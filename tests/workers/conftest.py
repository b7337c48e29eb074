"""Stations need a key, people and the models."""

from tests.stations import enrolled_database, film, home_with_people, key_file, key_in_a_file, open_here

__all__ = ["enrolled_database", "film", "home_with_people", "key_file", "key_in_a_file", "open_here"]
