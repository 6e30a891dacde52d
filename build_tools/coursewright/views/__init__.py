"""What a page or table shows: plain data from the curriculum, without HTML and without words of the interface.

A view is a frozen dataclass; two views are equal exactly when what they show is. ``registry`` gives each a name.
"""
