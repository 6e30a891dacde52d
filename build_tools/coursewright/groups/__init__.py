"""Group curricula: pure functions from a group and its course to what it may become.

``standing`` where it stands and aims · ``coverage`` who carries what · ``matching`` who serves whom · ``network`` how
members hang together · ``figures`` what it may become · ``path`` the modules that lead there · ``readings`` a
thermometer's distribution

Below ``path``: ``lifting`` modules as numbers · ``ways`` to take them · ``rules`` what follows · ``necessary`` on every path · ``taking`` orders of
them · ``search`` the least costly ones
"""
