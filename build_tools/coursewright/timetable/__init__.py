"""Timetables: pure functions from a cohort's calendar to its sessions, their clashes and the feed to subscribe to.

``pattern`` the days of a rhythm · ``days_off`` holidays and pauses · ``sessions`` every session as it will be ·
``instants`` local times as minutes · ``taught_together`` sessions and modules that hang together ·
``clashes`` what cannot be · ``event`` what a feed says · ``posix_rule`` how clocks change each year ·
``zone_data`` what is known of a time zone · ``zone`` a time zone in a feed · ``ics`` the feed's bytes ·
``planner`` proposals of days, which need an extra of the package
"""
