"""A code was not in force in the year of the record."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import RecordView

code_out_of_date = RecordRule(
    title="A code was not in force in the year of the record",
    mend="Choose the code that was in force",
    source=SOURCE,
    severity="query",
    who="business support",
    fails=~RecordView.outdated_code.is_missing(),
    mended={},
    examples="""
        fails: Placement start=2016-05-01 end=2017-05-01 clap_cla_placement_change_reason=CUSTOD
        fails: ClaEpisode start=2020-05-01 end=2021-05-01 ceased_reason=E43
        passes: Placement start=2016-05-01 end=2018-05-01 clap_cla_placement_change_reason=CUSTOD
        passes: ClaEpisode start=2017-05-01 end=2018-03-01 ceased_reason=E43
    """,
)
