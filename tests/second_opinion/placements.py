"""cla_3plus_placements_pct (definition 18, N11)."""

from dataclasses import dataclass
from datetime import date

from .calendar_ import add_months
from .care import Episode, children_in_care_once, kept_episodes, why_not_looked_after
from .care_states import breaks
from .common import Choice, Row, Tables, by_key, judged, remembered, smallest
from .periods import Period

SAME_CARER_REASONS = ("L", "T", "U")
ADOPTION_BY_CARER = ("A3", "A5")
TEMPORARY = ("T0", "T1", "T2", "T3", "T4")


@dataclass(frozen=True)
class Placement:
    type: str
    urn: str


@remembered
def placements(tables: Tables, as_at: date) -> dict[str, Placement]:
    found = {}
    for placement_id, rows in by_key(tables["ssd_cla_placement"], lambda r: r.get("clap_cla_placement_id", "")).items():
        kind = smallest(row.get("clap_cla_placement_type", "") for row in rows)
        urn = smallest(row.get("clap_cla_placement_urn", "") for row in rows)
        found[placement_id] = Placement(kind or "", urn or "")
    return found


def placement_of(tables: Tables, as_at: date, episode: Episode) -> Placement:
    return placements(tables, as_at).get(episode.placement, Placement("", ""))


def stays_with_carer(tables: Tables, as_at: date, before: Episode, episode: Episode) -> bool:
    """Step 1: without a gap, a legal or same-carer change, or adoption by the present carer."""
    has_gap = before.end is not None and before.end < episode.start
    kind = placement_of(tables, as_at, episode).type
    return not has_gap and (episode.start_reason in SAME_CARER_REASONS or kind in ADOPTION_BY_CARER)


def stays_of(tables: Tables, as_at: date, episodes: list[Episode]) -> list[list[Episode]]:
    stays: list[list[Episode]] = []
    for episode in episodes:
        if stays and stays_with_carer(tables, as_at, stays[-1][-1], episode):
            stays[-1].append(episode)
        else:
            stays.append([episode])
    return stays


def is_ignored(tables: Tables, as_at: date, stay: list[Episode], choice: Choice) -> bool:
    """Step 2: a stay that ends on the day it starts. Step 3: a temporary stay."""
    if stay[0].start == stay[-1].end:
        return True
    return choice["t_codes"] == "ignore" and placement_of(tables, as_at, stay[0]).type in TEMPORARY


def same_placement(tables: Tables, as_at: date, earlier: Episode, later: Episode) -> bool:
    """N11: same placement id, or same type and no differing URN."""
    if earlier.placement != "" and earlier.placement == later.placement:
        return True
    one, other = placement_of(tables, as_at, earlier), placement_of(tables, as_at, later)
    urns_differ = "" not in (one.urn, other.urn) and one.urn != other.urn
    return one.type != "" and one.type == other.type and not urns_differ


def was_at_home(episodes: list[Episode], earlier: Episode, later: Episode) -> bool:
    """Whether an episode after the earlier one, up to the later one, began when all of the child's had ended."""
    place = {id(episode): number for number, episode in enumerate(episodes)}
    return any(breaks(episodes)[place[id(earlier)] + 1 : place[id(later)] + 1])


def carer_placements(tables: Tables, as_at: date, child: str, choice: Choice) -> list[list[Episode]]:
    """The episodes of each carer-placement of a child, in order, without the stays that are ignored.

    A return after an ignored stay is the same carer-placement, unless the child was at home in between: returning
    to care with the same carer after a period at home is a new placement (definition 18).
    """
    episodes = kept_episodes(tables, as_at)[child]
    found: list[list[Episode]] = []
    is_after_ignored = False
    for stay in stays_of(tables, as_at, episodes):
        if is_ignored(tables, as_at, stay, choice):
            is_after_ignored = True
            continue
        is_return = is_after_ignored and found and same_placement(tables, as_at, found[-1][-1], stay[0])
        if is_return and not was_at_home(episodes, found[-1][-1], stay[0]):
            found[-1].extend(stay)
        else:
            found.append(stay)
        is_after_ignored = False
    return found


def is_in_window(placement: list[Episode], first: date, s: date) -> bool:
    return any(e.start <= s and (e.end is None or e.end > first) for e in placement)


def three_or_more(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    months = {"12m": 12, "24m": 24}[choice["lookback"]]
    first = add_months(s.replace(day=1), 1 - months)
    for child in children_in_care_once(tables, as_at):
        why_not = why_not_looked_after(tables, as_at, child, s, choice)
        if why_not is not None:
            of_child = carer_placements(tables, as_at, child, choice)
            met = len([placement for placement in of_child if is_in_window(placement, first, s)]) >= 3
            rows.append(judged(child, child, excluded=why_not, met=met))
    return rows
