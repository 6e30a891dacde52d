"""Tables and statements as the bytes of files, from words and figures that others have chosen: no files, no Sphinx."""
