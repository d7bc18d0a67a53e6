"""Commands: what a leading "/" can do; a new command is a new file here."""
