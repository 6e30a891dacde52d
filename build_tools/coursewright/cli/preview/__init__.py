"""The live preview: the course built at every change, served on loopback, with what is found wrong on top of each page.

``made_ahead``: An application of Sphinx made while nobody waits, so that a change finds it ready
``notices``: What the preview says is wrong, on top of every page: findings, complaints of Sphinx, why there is no new
    site
``rebuilding``: The course read, checked and built at every change
``server``: The server of the preview: the last good site, what is found wrong on top of each page, and news of new
    versions
``site_copy``: The last good site, kept apart from the folder that the next build writes into
``stage``: What the preview shows at this moment, and news of it for the pages that are open
``watch``: What has changed among the course's files, told by asking for their times again and again
"""
