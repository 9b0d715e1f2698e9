"""A council's own pack of three pages, and the targets in force: what the tests of target setting begin with."""

PACK = """
id = "ours"
title = "Children in care report"
report = "Children in care report"
target_set = "ours"
periods = 13
[[page]]
code = "1"
title = "Reviews held on time"
measure = "cla_reviews_in_timescale_pct"
period_type = "snapshot"
beside = [{ label = "without UASC", variant = "uasc=exc" }]
[[page]]
code = "2"
title = "Conferences in 15 days"
measure = "icpc_15wd_pct"
period_type = "rolling12"
[[page]]
code = "3"
title = "Referrals again"
measure = "rereferrals_12m_pct"
period_type = "rolling12"
"""
OLD = """
set = "ours"
title = "Our targets"
agreed_by = "Improvement board"
[[target]]
measure = "cla_reviews_in_timescale_pct"
period_types = ["snapshot"]
style = "rag"
good = "high"
target = 95
bands = "Red::90;Amber:90:95;Green:95:"
from = 2026-04-01
[[target]]
measure = "cla_reviews_in_timescale_pct"
variant = "uasc=exc"
period_types = ["snapshot"]
style = "rag"
good = "high"
target = 95
bands = "Red::90;Amber:90:95;Green:95:"
from = 2026-04-01
[[target]]
measure = "icpc_15wd_pct"
period_types = ["month", "rolling12"]
good = "high"
target = 80
tolerance = [75, 85]
from = 2026-04-01
[[target]]
measure = "cla_at_period_end"
period_types = ["snapshot"]
good = "low"
target = 100
tolerance = [90, 110]
from = 2026-04-01
"""
