"""The live preview: the course built at every change, served on loopback, with what is found wrong on top of each page.

watch · made_ahead rebuilding (the site, again and again) · site_copy notices injection (what is shown) · server ·
browser/ (a script and a style sheet that only the server hands out)
"""
