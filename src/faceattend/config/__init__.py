"""Where the program's own things are: paths, settings, secrets, logs, plug-ins."""
