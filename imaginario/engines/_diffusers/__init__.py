"""What the engine of this computer is made of: what models can do, where they lie, how they run."""
