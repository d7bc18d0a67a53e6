"""Painting on this computer with the real diffusers: collected only where torch is installed."""
