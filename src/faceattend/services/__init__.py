"""What the program can do: verbs that check a permission first, and know neither Qt nor SQL."""
