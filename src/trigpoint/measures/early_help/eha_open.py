from trigpoint.cases.open_early_help import OpenEarlyHelp
from trigpoint.language import NEITHER, Measure, PeriodType

eha_open = Measure(
    title="Early help episodes open",
    counts=OpenEarlyHelp,
    dated_by=OpenEarlyHelp.as_at,
    good=NEITHER,
    unit="episodes",
    periods=(PeriodType.SNAPSHOT,),
    seeds=("hereford H1",),
    source="Annex A, list 2",
    notes="Each child's episode counts. One that ends on the day is no longer open on it.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 2
        child | early help                             | expect
        A     | 2024-01-10 to                          | counted
        B     | 2024-01-10 to 2024-03-31               | none (ends on the day)
        C     | 2024-01-10 to 2024-04-01               | counted
        D     | 2024-04-01 to                          | none
        E     | to                                     | none (no start: in no snapshot)
    """,
)
