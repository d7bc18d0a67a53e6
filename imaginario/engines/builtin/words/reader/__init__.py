"""The reader: from items to the scene they tell of."""
