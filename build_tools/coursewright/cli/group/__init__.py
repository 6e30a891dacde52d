"""What the command ``group`` needs: the course opened for a group, and a group's portrait as text and as JSON.

``documents_in_json``: A group's portrait and a group's reading as JSON documents
``portrait_text``: A group's portrait and a group's reading, as people read them on a terminal
"""
