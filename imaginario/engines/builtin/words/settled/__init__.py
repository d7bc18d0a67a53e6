"""What is settled once a scene has been read: passes over the spec."""
