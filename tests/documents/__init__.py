"""Tests of tables and statements as the bytes of files."""
