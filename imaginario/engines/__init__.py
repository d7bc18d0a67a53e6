"""Image engines: each module knows one provider and nothing about the rest of the house."""
