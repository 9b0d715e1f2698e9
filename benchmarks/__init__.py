"""Speed, measured in one run: every measure against a plain scan, hand-written SQL and the usual loop over months.

`python -m benchmarks` writes `results.md` and `results.csv`; invented data is kept in `benchmarks/data/`.
"""
