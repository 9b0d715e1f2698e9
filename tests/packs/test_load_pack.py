"""Pack files: the ones that come with us are sound, and every fault in one has its sentence."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from trigpoint.judgement.judge import judge
from trigpoint.judgement.standard import Status
from trigpoint.judgement.state import State
from trigpoint.judgement.target import in_force
from trigpoint.language.period import PeriodType, last_day
from trigpoint.language.terms import Good
from trigpoint.measures import EVERY
from trigpoint.packs.asked import check_asked
from trigpoint.packs.facts import facts_of
from trigpoint.packs.library import pack_file, pack_names, target_file
from trigpoint.packs.load import PackError, load
from trigpoint.packs.model import Cohort, Count, Pack, Words
from trigpoint.reports.layouts import layouts
from trigpoint.reports.spoken import spoken
from trigpoint.tasks.checked_pack import checked
from trigpoint.tasks.fill_pack import targets_for

OURS = """
id = "ours"
title = "Our measures"
report = "Our report"
target_set = "ours"
[[context]]
label = "In care"
measure = "cla_rate_per_10000"
period_type = "snapshot"
[[page]]
code = "A1"
title = "Assessments in time"
measure = "assessments_within_working_days_pct"
period_type = "month"
previous = ["rolling12"]
words = { one = "assessment", many = "assessments", met = "In time", all = "All", value = "In time" }
[[page]]
code = "A2"
title = "Re-referrals"
measure = "rereferrals_12m_pct"
period_type = "month"
words = { one = "referral", many = "referrals", met = "Re-referrals", all = "All", value = "Re-referrals" }
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "ours.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(params=pack_names())
def pack(request: pytest.FixtureRequest) -> Pack:
    return load(request.param, EVERY)


def test_every_figure_of_our_packs_exists(pack: Pack) -> None:
    """Measure, variant in its one spelling, period type and breakdown."""
    check_asked(pack, EVERY)
    for measure, variant, kind, _ in pack.wanted():
        assert facts_of(EVERY[measure], variant, kind).unit, (measure, variant, kind)


def test_every_page_of_our_packs_has_a_known_layout_and_facts_to_tell(pack: Pack) -> None:
    assert pack.layout in layouts()
    assert pack.purpose
    for page in pack.pages:
        assert page.title.strip() == page.title, page.code


NO_TARGET = {
    "birmingham": {"Activity", "Business plan 1"},
    "childrens-trust": {"S15", "S18a", "S18b", "S22", "S23", "S25", "S26", "S35", "S37"},
    "herefordshire": {f"{n:02d}" for n in range(1, 23)} - {"09", "10"},
    "kent": {"13"},
    "kent-targets": {"13", "16", "18"},
}
"""Pages whose published report gives no target, or one still to be set, for the year that is judged."""


def test_every_page_of_our_packs_has_a_target_in_force_or_says_that_there_is_none(pack: Pack, tmp_path: Path) -> None:
    end = last_day(12 * 2026 + 11)
    found = targets_for(tmp_path, pack, end)
    if not pack.target_set:
        assert found == ()
        return
    without = set()
    for page in pack.pages:
        target = in_force(found, page.measure, page.variant, page.period_type, end)
        if target is None or target.to_be_set or target.status is Status.NONE:
            without.add(page.code)
            assert judge(Decimal(50), target).state in (State.NO_TARGET, State.TO_BE_SET)
        else:
            assert target.good in (EVERY[page.measure].good, Good.NEITHER), page.code
    assert without == NO_TARGET.get(pack.id, set())


def test_a_councils_own_file_fills_in_what_it_leaves_out(tmp_path: Path) -> None:
    found = load(write(tmp_path, OURS), EVERY)
    page, other = found.pages
    assert (found.definitions, found.periods, found.layout, page.variant, page.alone) == (
        "national", 12, "contract", "", (),
    )  # fmt: skip
    assert page.words.made_of == other.words.made_of == ""
    assert spoken(page, facts_of(EVERY[page.measure])).words.made_of == "{numerator} of {denominator} assessments"
    assert spoken(replace(other, words=Words()), facts_of(EVERY[other.measure])).words.many == "cases"
    assert ("assessments_within_working_days_pct", "", PeriodType.ROLLING12, "") in found.wanted()


def test_a_pack_wants_each_figure_once_with_its_breakdown(tmp_path: Path) -> None:
    ours = load(write(tmp_path, OURS), EVERY)
    page = replace(
        ours.pages[0],
        measure="audit_standard_met_pct",
        variant="question=smart_plan",
        period_type=PeriodType.QUARTER,
        previous=(),
        where=(("work_type", "visit"), ("team", "North")),
        beside=(Cohort(label="b", variant="x"),),
    )
    count = Count(label="of", measure="cla_rate_per_10000", variant="", period_type=PeriodType.SNAPSHOT)
    wanted = replace(ours, pages=(page, replace(page, code="A3", count=count)), context=()).wanted()
    assert wanted == (
        ("audit_standard_met_pct", "question=smart_plan", PeriodType.QUARTER, "work_type+team"),
        ("audit_standard_met_pct", "x", PeriodType.QUARTER, "work_type+team"),
        ("cla_rate_per_10000", "", PeriodType.SNAPSHOT, ""),
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"rereferrals_12m_pct"', '"rereferal_12m_pct"', "page 2 (A2): `measure` names no measure: 'rereferal_12m"),
        ('"cla_rate_per_10000"', '"xx"', "context 1 (In care): `measure` names no measure: 'xx'; `trigpoint measures`"),
        ('code = "A2"', 'code = "A1"', "`code` 'A1' is used twice"),
        ('title = "Re-referrals"', "title = 3", "page 2 (A2): `title` is not a text"),
        ('title = "Re-referrals"\n', "", "page 2 (A2): `title` is missing"),
        ('previous = ["rolling12"]', 'previous = ["year"]', "page 1 (A1): `previous` is 'year'; give one of month"),
        ('previous = ["rolling12"]', 'previous = "rolling12"', "`previous` is not a list"),
        ('previous = ["rolling12"]', 'previus = ["rolling12"]', "`previus` is not a key of this table; did you"),
        (
            'met = "In time", ',
            'mett = "In time", ',
            "page 1 (A1), words: `mett` is not a key of this table; did you mean",
        ),
        ('target_set = "ours"', 'published = "kant"', "`published` is 'kant'; give one of birmingham"),
        ('target_set = "ours"', 'published = "kent"', "`published_period` is missing; give the last day"),
        ('target_set = "ours"', 'published_period = "2026-12-31"', "write it as 2026-12-31, without quotes"),
        ('target_set = "ours"', "published_period = 2026-12-31T00:00:00", "write it as 2026-12-31, without quotes"),
        ('target_set = "ours"', "published_period = 2026-12-30", "the last day of that month, 2026-12-31"),
        (
            'title = "Re-referrals"',
            'title = "R"\npublished = "KPI 2"',
            "`published` names no line of the published report: 'KPI 2'; name the report at the top",
        ),
        (
            'target_set = "ours"',
            'published = "kent"\npublished_period = 2017-12-31\n[[context]]\nlabel = "x"\n'
            'measure = "cla_rate_per_10000"\nperiod_type = "snapshot"\npublished = "kent-99"',
            "context 1 (x): `published` names no line of the published report: 'kent-99'; give one of its",
        ),
        (
            'title = "Re-referrals"',
            'title = "R"\nwhere = ["team"]',
            "page 2 (A2): `where` is not a table of texts; write",
        ),
        ('title = "Re-referrals"', 'title = "R"\nwhere = { team = 3 }', "page 2 (A2): `where` is not a table of texts"),
        ('title = "Re-referrals"', 'title = "R"\nshares = "A1"', "page 2 (A2): `shares` is not a list of texts"),
        (
            'title = "Re-referrals"',
            'title = "R"\nbeside = { label = "x" }',
            "`beside` is missing or not a list of tables",
        ),
        ('title = "Re-referrals"', 'title = "R"\ncount = 3', "page 2 (A2): `count` is missing; add a table"),
        (
            'target_set = "ours"',
            "[exceptions]\nfel = true",
            "exceptions: `fel` is not a key of this table; did you mean fell",
        ),
        ('target_set = "ours"', "[exceptions]\nfell = 1", "exceptions: `fell` is 1; write true or false"),
        (
            'target_set = "ours"',
            '[words]\nbettr = "Best"',
            "words: `bettr` is not a key of this table; did you mean better",
        ),
        ('target_set = "ours"', 'frequency = "weekly"', "`frequency` is 'weekly'; give one of monthly, quarterly"),
        ('target_set = "ours"', "detail = 5", "`detail` is 5; give a whole number of 12 or more"),
        (
            'target_set = "ours"',
            '[[change]]\nkind = "moved"\ntitle = "x"',
            "change 1 (x): `kind` is 'moved'; give one of",
        ),
        ('report = "Our report"', "periods = 1", "ours.toml: `report` is missing"),
        ('target_set = "ours"', 'target_set = "ours"\nperiods = 1', "`periods` is 1; give a whole number of 2 or more"),
        ("[[page]]", "[[pages]]", "`pages` is not a key of this table; did you mean page"),
        ('id = "ours"', "id = ours", "is not a TOML file"),
    ],
)
def test_every_fault_has_its_sentence(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in OURS
    with pytest.raises(PackError) as caught:
        load(write(tmp_path, OURS.replace(old, new)), EVERY)
    assert str(caught.value).startswith("ours.toml")
    assert says in str(caught.value)


def test_a_pack_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="`page` is missing or not a list of tables; begin each"):
        load(write(tmp_path, OURS.partition("[[page]]")[0]), EVERY)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            'title = "Re-referrals"',
            'title = "R"\nvariant = "uasc=exc"',
            "ours, page A2: `variant`: rereferrals_12m_pct has no variant 'uasc=exc'; it has: ",
        ),
        (
            'measure = "rereferrals_12m_pct"',
            'measure = "iha_20wd_pct"\nvariant = "uasc=exc;refusal=exclude_3m"',
            "write it as 'refusal=exclude_3m;uasc=exc', which is how its figures name it.",
        ),
        (
            'previous = ["rolling12"]',
            'previous = ["snapshot"]',
            "ours, page A1: assessments_within_working_days_pct has no "
            "figures of `period_type` snapshot; give one of month",
        ),
        (
            'title = "Re-referrals"',
            'title = "R"\nwhere = { tem = "North" }',
            "has no breakdown 'tem'; did you mean team?",
        ),
        (
            'title = "Re-referrals"',
            'title = "R"\nshares = ["A1", "A9"]',
            "page A2: `shares` names 'A9', which is no page",
        ),
        (
            '[[page]]\ncode = "A2"',
            '[[distribution]]\ntitle = "Grades"\nmeasure = "icpc_15wd_pct"\nperiod_type = "month"\n'
            '[[page]]\ncode = "A2"',
            "ours, distribution Grades: `measure` icpc_15wd_pct is a ratio; give a measure that is",
        ),
        (
            'title = "Our measures"',
            'title = "Our measures"\nlayout = "board"',
            "`layout` is 'board'; give one of contract",
        ),
    ],
)
def test_figures_that_there_are_not_are_refused_before_anything_is_calculated(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    assert old in OURS
    path = write(tmp_path, OURS.replace(old, new))
    with pytest.raises(PackError) as caught:
        checked(str(path))
    assert says in str(caught.value)
    assert str(caught.value).endswith((".", "?"))


def test_a_target_set_that_is_nowhere_is_refused_and_none_is_none(tmp_path: Path) -> None:
    ours, day = load(write(tmp_path, OURS), EVERY), last_day(12 * 2026)
    store = tmp_path / "store"
    with pytest.raises(PackError, match=r"'ours' of ours is not in the store: load it, name another, or remove"):
        targets_for(store, ours, day)
    assert targets_for(store, replace(ours, target_set=""), day) == ()


def test_where_our_own_set_is_silent_the_published_report_speaks(tmp_path: Path) -> None:
    """The contract's pages have each a target; those that we agreed come before those that were printed."""
    pack, day = load("birmingham", EVERY), last_day(12 * 2026 + 11)
    found = targets_for(tmp_path, pack, day)
    own = in_force(found, "rereferrals_12m_pct", "", "month", day)
    printed = in_force(found, "referral_decision_24h_pct", "", "month", day)
    assert own is not None and own.agreed_by == "the Operational Commissioning Group"  # noqa: PT018
    assert printed is not None and printed.value == 85  # noqa: PT018


def test_an_unknown_name_lists_ours() -> None:
    with pytest.raises(PackError, match="one of birmingham"):
        load("birminham", EVERY)


def test_no_name_leads_out_of_the_library() -> None:
    assert pack_file("../library/birmingham") is None
    assert target_file("../birmingham") is None


def test_facts_of_a_percentage_a_rate_and_a_ratio_of_sums() -> None:
    percentage = facts_of(EVERY["rereferrals_12m_pct"])
    assert (percentage.per, percentage.kind, percentage.good) == (100, "ratio", Good.LOW)
    assert facts_of(EVERY["cla_rate_per_10000"]).per == 10_000
    assert facts_of(EVERY["caseload_average_sw"]).kind == "true_ratio"
    assert facts_of(EVERY["adoption_a1_days"]).per == 1
