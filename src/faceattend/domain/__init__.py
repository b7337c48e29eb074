"""What the words mean: frozen data and pure decisions, without any I/O."""
