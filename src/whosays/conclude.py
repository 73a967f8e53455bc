"""The case on one page: ledger in, balance out. Pure, and made anew for each day that is asked for.

``conclude`` does for many documents what `pipeline.analyse` does for one.
"""
