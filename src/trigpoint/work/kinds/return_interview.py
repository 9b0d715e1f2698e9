from trigpoint.cases.missing_episode import MissingEpisode
from trigpoint.language.work import Work

return_interview = Work(
    title="Return interview",
    doing="return interviews",
    counts=MissingEpisode,
    where=(MissingEpisode.is_last_return == 1)
    & ~(MissingEpisode.is_refused == 1)
    & MissingEpisode.died_on.is_missing(),
    by=MissingEpisode.limit_on,
    done=MissingEpisode.completed_on,
    lapses=30,
    soon=7,
    measures=("rhi_in_timescale_pct",),
    order=15,
)
