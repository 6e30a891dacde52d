"""The interface catalogs."""
