"""The places: each painter lays down a place from far to near and says where its stage is."""
