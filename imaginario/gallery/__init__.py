"""Where pictures are kept: each belongs to its owner, and only the owner gets it back."""
