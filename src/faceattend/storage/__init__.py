"""The database of one home: SQLite in WAL mode, with biometric columns encrypted."""
