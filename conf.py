"""The Sphinx configuration of this course; all that the tool can know by itself it sets."""

extensions = ["coursewright.sphinx_ext"]
