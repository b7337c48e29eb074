"""The pages behind the navigation rail, one file each."""
