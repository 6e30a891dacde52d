"""The site of the real course, built once, read as written and in a browser."""
