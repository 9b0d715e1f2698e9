"""Random decisions and orders for children, proceedings in court and before it, education plans, care leavers."""

from datetime import date, timedelta

from random_dice import Dice, months_on
from random_draft import Draft
from random_looked_after import own_dice, starts_of
from random_spoil import Spoiled

SPOILED = {
    "ext_proceedings": Spoiled("", "", ("final_order_date", "planned_final_hearing_date", "family_id")),
    "ssd_pre_proceedings": Spoiled("prep_person_id", "prep_pre_pro_decision_date", ("prep_agree_stepdown_issue_date",)),
    "ssd_send": Spoiled("", "", ("send_person_id",), looked_up=True),
    "ssd_ehcp_requests": Spoiled("", "ehcr_ehcp_req_date", ("ehcr_send_table_id",), looked_up=True),
    "ssd_ehcp_assessment": Spoiled("", "ehca_ehcp_assessment_outcome_date", ("ehca_ehcp_assessment_outcome",)),
    "ext_care_leaver_birthday": Spoiled(
        "", "birthday_on", ("in_touch", "accommodation", "suitable", "activity"), ("in_touch",)
    ),
}
OPTIONAL = ("ext_proceedings", "ext_care_leaver_birthday")
TOUCH = ("YES", "YES", "YES", "YES", "NO", "DIED", "RHOM", "REFU", "NREQ", "yes", "")
HOMES = ("B1", "B2", "C1", "Z1", "Z1", "Z", "Z2", "G2", "H1", "R", "U1", "z1", "K3", "")
ACTIVITIES = ("F1", "P1", "F2", "P3", "F4", "P5", "G4", "G5", "G6", "0", "f1", "")
ELIGIBLE = ("Relevant", "relevant", "Former Relevant", "FORMER RELEVANT child", "Qualifying", "Eligible", "Ineligible",
            "Not eligible", "Other", "")  # fmt: skip


def text(on: date | None) -> str:
    return "" if on is None else on.isoformat()


def some(dice: Dice, *days: date) -> date | None:
    return dice.pick(*days, *days, *days, None)


def fill_permanence(draft: Draft) -> None:
    """The days on the way to the order of every record, around the limits; equal rows alike."""
    for row in draft.tables["ssd_permanence"]:
        if row["perm_adm_decision_date"] or row["perm_adopted_by_carer_flag"]:
            continue
        dice = own_dice(draft, "permanence", row)
        starts = starts_of(draft, row["perm_person_id"]) or [dice.day()]
        entry = dice.pick(*starts)
        decided = some(dice, dice.near(months_on(entry, 4)), dice.near(months_on(entry, 4)), dice.edge())
        row["perm_adm_decision_date"] = text(decided)
        ordered = some(dice, dice.edge(), (decided or entry) + timedelta(days=dice.pick(0, 30)))
        row["perm_placement_order_date"] = text(ordered)
        after = ordered or decided or entry
        row["perm_matched_date"] = text(some(dice, after + timedelta(days=dice.pick(-1, 0, 40, 80)), dice.edge()))
        row["perm_adopted_by_carer_flag"] = dice.flag(0.3) or "N"
        row["perm_placed_foster_carer_date"] = text(some(dice, entry, entry + timedelta(days=16), dice.edge()))
        row["perm_decision_reversed_date"] = text(dice.pick(None, None, None, dice.edge()))


def add_records(draft: Draft, child: str, starts: list[date]) -> None:
    """Records of children who wait, of fourteen months and more, and of adoptions with all the days."""
    dice = draft.dice
    for _ in range(dice.pick(0, 0, 1, 1, 2)):
        entry = dice.pick(*starts)
        placed = dice.near(months_on(entry, dice.pick(14, 14, 16, 18, 20)))
        if dice.chance(0.3):
            placed = entry + timedelta(days=dice.pick(425, 426, 486, 487, 547, 608))
        ordered = dice.pick(None, None, dice.edge(), placed, months_on(placed, 4))
        kind = dice.pick("Adoption", "Adopted", "SGO", "")
        draft.add("ssd_permanence", table_id=draft.new_id("KM"), person_id=child,
                  placed_for_adoption_date=dice.pick(placed, placed, None), permanence_order_date=ordered,
                  permanence_order_type="" if ordered is None else kind)  # fmt: skip


def add_proceedings(draft: Draft, child: str) -> None:
    """Proceedings of 26 weeks to a day, of siblings issued on one day, and what was before court."""
    dice, day = draft.dice, timedelta(days=1)
    for _ in range(dice.pick(0, 1, 1, 2)):
        issued = dice.pick(dice.edge(), dice.edge(), months_on(dice.as_at, -6)) - day * dice.pick(0, 181)
        limit = issued + day * dice.pick(181, 181, 182)
        final = dice.pick(limit, limit, None, None, dice.edge(), issued - day, issued)
        draft.add("ext_proceedings", proceedings_id=draft.new_id("KX"), person_id=child, issue_date=issued,
                  family_id=dice.pick("FA", "FB", "F10", "F9", ""), final_order_date=final,
                  planned_final_hearing_date=dice.pick(None, None, limit, limit + day, dice.edge()))  # fmt: skip
    for _ in range(dice.pick(0, 1, 1, 2)):
        decided = dice.near(months_on(dice.edge(), -6))
        draft.add("ssd_pre_proceedings", table_id=draft.new_id("KY"), person_id=child, pre_pro_decision_date=decided,
                  agree_stepdown_issue_date=dice.pick(None, None, dice.edge(), decided))  # fmt: skip


def add_education(draft: Draft, child: str) -> None:
    dice = draft.dice
    for _ in range(dice.pick(0, 1, 2)):
        send, request = draft.new_id("KN"), draft.new_id("KT")
        issued = dice.edge()
        asked = issued - timedelta(days=dice.pick(140, 140, 141, 30, 0, -1))
        if dice.chance(0.95):
            draft.add("ssd_send", table_id=send, person_id=child)
        if dice.chance(0.95):
            draft.add("ssd_ehcp_requests", ehcp_request_id=request, send_table_id=send, ehcp_req_date=asked)
        draft.add("ssd_ehcp_assessment", ehcp_assessment_id=draft.new_id("KW"), ehcp_request_id=request,
                  ehcp_assessment_outcome_date=issued,
                  ehcp_assessment_outcome=dice.pick("Y", "Y", "Y", "y", "N", "", "W"),
                  ehcp_assessment_exceptions=dice.pick("", "", "N", "n", "Y", "late school advice", "0"))  # fmt: skip


def add_leaver(draft: Draft) -> None:
    """One who left care at about 18, birthday by birthday."""
    dice, child = draft.dice, draft.new_id("KZ")
    age = dice.pick(17, 18, 19, 19, 20, 21, 22, 25, 26)
    born = dice.pick(*[months_on(dice.edge(), -12 * age)] * 6, date(2004, 2, 29), None)
    if dice.chance(0.95):
        draft.add("ssd_person", person_id=child, dob=born)
    if born is not None and dice.chance(0.8):
        add_leaving(draft, child, born)
    for birthday in range(dice.pick(1, 1, 2, 3)):
        on = dice.edge() if born is None or dice.chance(0.1) else months_on(born, 12 * (age - birthday))
        for _ in range(dice.pick(1, 1, 1, 2)):
            draft.add("ext_care_leaver_birthday", person_id=child, birthday_on=on, in_touch=dice.pick(*TOUCH),
                      accommodation=dice.pick(*HOMES), suitable=dice.pick("1", "1", "2", "", "", "3"),
                      activity=dice.pick(*ACTIVITIES))  # fmt: skip
    add_listed(draft, child)


def add_leaving(draft: Draft, child: str, born: date) -> None:
    """A time in care of 91 days or more or less, up to the 18th birthday or not as long."""
    dice, day = draft.dice, timedelta(days=1)
    adult = months_on(born, 216) + (day if (born.month, born.day) == (2, 29) else day * 0)
    ended = dice.pick(adult, adult, adult, dice.near(adult), months_on(born, 192), months_on(born, 192) + day, None)
    last = ended or adult
    began = last - day * dice.pick(91, 91, 90, 400, 1, 700)
    kinds = ("U6", "U6", "U4", "U1", "K2", "")
    placement = draft.new_id("KP")
    draft.add("ssd_cla_placement", cla_placement_id=placement, person_id=child, cla_placement_type=dice.pick(*kinds))
    draft.add("ssd_cla_episodes", cla_episode_id=draft.new_id("KE"), person_id=child, cla_placement_id=placement,
              cla_episode_start_date=began, cla_episode_start_reason="S", cla_episode_ceased_date=ended,
              cla_episode_ceased_reason=dice.pick("E5", "E7", "E3", "E4A", "", "X1") if ended else "",
              cla_id=draft.new_id("KC"), entered_care_date=began)  # fmt: skip
    if dice.chance(0.12):
        draft.add("ssd_legal_status", legal_status_id=draft.new_id("KL"), person_id=child, legal_status="V3",
                  legal_status_start_date=began, legal_status_end_date=dice.pick(ended, began + day))  # fmt: skip
    if dice.chance(0.2):
        draft.add("ssd_immigration_status", immigration_status_id=draft.new_id("KU"), person_id=child,
                  immigration_status="UASC", immigration_status_start_date=dice.pick(None, began))  # fmt: skip


def add_listed(draft: Draft, child: str) -> None:
    dice = draft.dice
    for _ in range(dice.pick(0, 1, 1, 1, 2)):
        since = (months_on(dice.edge(), -6), dice.edge(), dice.as_at - timedelta(days=dice.pick(182, 183, 184)))
        draft.add("ssd_care_leavers", table_id=draft.new_id("CL"), person_id=child,
                  care_leaver_eligibility=dice.pick(*ELIGIBLE), care_leaver_in_touch=dice.pick(*TOUCH),
                  pathway_plan_review_date=dice.pick(*since, dice.near(since[0]), None),
                  care_leaver_personal_advisor=dice.pick("W1", "A name", ""))  # fmt: skip


def add_permanence(draft: Draft, child: str, born: date | None) -> None:
    """Permanence, courts, education plans of one child, and perhaps one more young person who has left care."""
    starts = starts_of(draft, child)
    if starts:
        add_records(draft, child, starts)
    fill_permanence(draft)
    add_proceedings(draft, child)
    add_education(draft, child)
    if draft.dice.chance(0.25):
        add_listed(draft, child)
    if draft.dice.chance(0.6):
        add_leaver(draft)
