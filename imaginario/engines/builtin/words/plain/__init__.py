"""What every language says in a roundabout way, put as the reader knows it: passes over the items."""
