"""Fees: pure functions from rules and applications to prices, proofs and settlements.

``local_time`` instants of days · ``experience`` years of work · ``conditions`` what rules distinguish ·
``combination`` rules that meet · ``rule_set`` one cohort's rules, compiled · ``quote`` one price ·
``award`` who gets what is limited · ``settlement`` all applications · ``instalments`` ·
``table`` every window and profile · ``proof`` what holds for all of them · ``scenarios`` worked examples
"""
