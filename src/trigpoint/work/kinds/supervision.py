from trigpoint.cases.worker_month import WorkerMonth
from trigpoint.language.work import Work

supervision = Work(
    title="Supervision",
    doing="supervisions",
    counts=WorkerMonth,
    where=(WorkerMonth.is_social_worker == 1) & (WorkerMonth.is_supervised == 0) & (WorkerMonth.is_unnamed == 0),
    by=WorkerMonth.month_end,
    lapses=0,
    measures=("supervision_in_month_pct",),
    order=60,
)
