"""Proceedings in court, before court, and education plans issued (definitions 35 and 45)."""

from datetime import date, timedelta
from typing import NamedTuple

from .calendar_ import add_months
from .care_states import is_looked_after
from .common import YES, Choice, Row, Tables, by_key, counted, day, judged, known, known_day, remembered, smallest
from .people import BEST_FIRST
from .periods import Period

LAST_DAY = timedelta(days=181)
TWENTY_WEEKS = timedelta(days=140)
NO_EXCEPTION = ("", "N", "NO", "0", "F", "FALSE")


class Proceedings(NamedTuple):
    id: str
    child: str
    case: str
    issued: date | None
    planned: date | None
    final: date | None

    def is_open(self, s: date) -> bool:
        return self.issued is not None and self.issued <= s and (self.final is None or self.final > s)


@remembered
def proceedings(tables: Tables, as_at: date) -> list[Proceedings]:
    rows = known(tables, "ext_proceedings", as_at, "issue_date", "person_id")
    smallest_id: dict[tuple[str, str], str] = {}
    for row in rows:
        case = row["family_id"], row["issue_date"]
        smallest_id[case] = min(smallest_id.get(case, row["proceedings_id"]), row["proceedings_id"])
    found = []
    for row in rows:
        own = row["proceedings_id"]
        is_in_case = row["family_id"] and row["issue_date"]
        case_id = smallest_id[(row["family_id"], row["issue_date"])] if is_in_case else own
        planned, final = day(row, "planned_final_hearing_date"), known_day(row, "final_order_date", as_at)
        found.append(Proceedings(own, row["person_id"], case_id, day(row, "issue_date"), planned, final))
    return found


def concluded_row(record_id: str, one: Proceedings) -> Row:
    assert one.final is not None
    if one.issued is None or one.final < one.issued:
        return judged(record_id, one.child, unknown="no issue before the final order")
    return judged(record_id, one.child, met=one.final <= one.issued + LAST_DAY)


def on_track_row(record_id: str, one: Proceedings, s: date) -> Row:
    assert one.issued is not None
    until = one.planned or s
    return judged(record_id, one.child, met=until <= one.issued + LAST_DAY)


def once_each(rows: list[Row]) -> list[Row]:
    """The best class of each record id."""
    best: dict[str, Row] = {}
    for row in rows:
        kept = best.get(row.record_id)
        if kept is None or BEST_FIRST.index(row.result) < BEST_FIRST.index(kept.result):
            best[row.record_id] = row
    return list(best.values())


def within_26_weeks(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    by_case = choice["level"] == "case"
    for one in sorted(proceedings(tables, as_at), key=lambda one: (one.id, one.child)):
        record_id = one.case if by_case else one.id
        if choice["status"] == "on_track":
            if one.is_open(period.last):
                rows.append(on_track_row(record_id, one, period.last))
        elif one.final is not None and period.holds(one.final):
            rows.append(concluded_row(record_id, one))
    return once_each(rows) if by_case else rows


def duration(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in proceedings(tables, as_at):
        if one.final is not None and period.holds(one.final):
            if one.issued is None or one.final < one.issued:
                rows.append(counted(one.id, one.child, unknown="no issue before the final order"))
            else:
                rows.append(counted(one.id, one.child, value=(one.final - one.issued).days))
    return rows


def long_before_court(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    s = period.last
    children = set()
    for row in known(tables, "ssd_pre_proceedings", as_at, "prep_pre_pro_decision_date", "prep_person_id"):
        decided = day(row, "prep_pre_pro_decision_date")
        ended = known_day(row, "prep_agree_stepdown_issue_date", as_at)
        if decided is None or decided > s or (ended is not None and ended <= s):
            continue
        if s > add_months(decided, int(choice["months"])):
            children.add(row["prep_person_id"])
    return [counted(child, child) for child in sorted(children)]


class Request(NamedTuple):
    day: date | None
    child: str


@remembered
def plan_requests(tables: Tables, as_at: date) -> dict[str, Request]:
    """Requests for an education plan by id, with the child that they lead to."""
    children = {}
    for send, rows in by_key(tables["ssd_send"], lambda row: row["send_table_id"]).items():
        children[send] = smallest(row["send_person_id"] for row in rows) or ""
    found = {}
    for request, rows in by_key(tables["ssd_ehcp_requests"], lambda row: row["ehcr_ehcp_request_id"]).items():
        asked = smallest(known_day(row, "ehcr_ehcp_req_date", as_at) for row in rows)
        send = smallest(row["ehcr_send_table_id"] for row in rows) or ""
        found[request] = Request(asked, children.get(send, ""))
    return found


def education_plans_issued(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for row in known(tables, "ssd_ehcp_assessment", as_at, "ehca_ehcp_assessment_outcome_date"):
        issued = day(row, "ehca_ehcp_assessment_outcome_date")
        request = plan_requests(tables, as_at).get(row["ehca_ehcp_request_id"], Request(None, ""))
        if issued is None or not period.holds(issued) or not request.child:
            continue
        outcome = row["ehca_ehcp_assessment_outcome"].upper()
        if outcome not in ("", *YES) or not is_looked_after(tables, as_at, request.child, issued):
            continue
        is_exempt = row["ehca_ehcp_assessment_exceptions"].upper() not in NO_EXCEPTION
        excluded = "an exception applies" if is_exempt and choice["exceptions"] == "exclude" else ""
        unknown = "" if outcome else "no outcome recorded"
        if request.day is None or issued < request.day:
            unknown = unknown or "no request before the plan"
        met = not unknown and request.day is not None and issued <= request.day + TWENTY_WEEKS
        record_id = row["ehca_ehcp_assessment_id"]
        rows.append(judged(record_id, request.child, excluded=excluded, met=met, unknown=unknown))
    return rows
