"""How long the tool takes, on made-up courses of growing size and on the real one.

synthetic_course · italian_text · timed_run · tasks · sight · growth · paths · planning · competition · __main__
"""
