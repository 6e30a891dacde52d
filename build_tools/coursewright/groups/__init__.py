"""Group curricula: pure functions from a group and its course to what it may become.

``standing`` where it stands and aims · ``coverage`` who carries what · ``matching`` who serves whom · ``network`` how
members hang together · ``figures`` what it may become · ``path`` the modules that lead there · ``readings`` a
thermometer's distribution

Below ``path``: ``lifting`` modules as numbers · ``ways`` to take them · ``rules`` what follows · ``necessary`` what
every path has · ``landmarks``, ``tally`` what it costs at least · ``guess`` a good one · ``search`` the best one ·
``taking`` in which order
"""
