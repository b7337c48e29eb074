"""Pictures in: one file per kind of camera, and the hub that keeps the newest frame of each."""
