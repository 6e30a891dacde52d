"""The tests: each folder mirrors the folder of the tool that it tests."""
