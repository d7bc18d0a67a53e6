"""How a scene is composed: who takes part, where each stands, and how the light falls on them."""
