"""Frames into sightings: model packs, detection, tracking, templates, the gallery and the decision."""
