"""Tests of the faces: terminal, REST and MCP, against small engines and assistants of their own."""
