"""What people decide of the machine's reading: entries of their own, chained by hashes, and applied whenever asked.

`decide` makes an entry, `chain` tells whether the entries still are what was entered, `review` applies them.
"""
