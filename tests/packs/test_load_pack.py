"""Pack files: the ones that come with us are sound, and every fault in one has its sentence."""

from pathlib import Path

import pytest

from trigpoint.judgement import targets
from trigpoint.judgement.target import in_force
from trigpoint.language.period import PeriodType, first_day
from trigpoint.language.terms import Good
from trigpoint.measures import MEASURES
from trigpoint.packs.facts import facts_of
from trigpoint.packs.library import pack_file, pack_names, target_file
from trigpoint.packs.load import PackError, load
from trigpoint.packs.model import Pack

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
    return load(request.param, MEASURES)


def test_every_figure_of_our_packs_exists(pack: Pack) -> None:
    for measure, variant, period_type in pack.wanted():
        declared = MEASURES[measure]
        key, _, value = variant.partition("=")
        replaced = declared.variants[key][value] if variant else {}
        assert period_type in replaced.get("periods", declared.periods), (measure, variant, period_type)


def test_every_page_of_our_packs_has_a_target_in_force_that_agrees_on_what_is_good(pack: Pack) -> None:
    path = target_file(pack.target_set)
    assert path is not None
    found = targets.read(path).targets
    for page in pack.pages:
        target = in_force(found, page.measure, page.variant, page.period_type, first_day(12 * 2026))
        assert target is not None, page.code
        assert target.good is MEASURES[page.measure].good, page.code


def test_a_councils_own_file_fills_in_what_it_leaves_out(tmp_path: Path) -> None:
    found = load(write(tmp_path, OURS), MEASURES)
    page = found.pages[0]
    assert (found.definitions, found.periods, page.variant, page.alone) == ("national", 12, "", ())
    assert page.words.made_of == "{numerator} of {denominator} assessments"
    assert found.wanted()[1] == ("assessments_within_working_days_pct", "", PeriodType.ROLLING12)


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
        ('met = "In time", ', "", "page 1 (A1), words: `met` is missing"),
        ('report = "Our report"', "periods = 1", "ours.toml: `report` is missing"),
        ('target_set = "ours"', 'target_set = "ours"\nperiods = 1', "`periods` is 1; give a whole number of 2 or more"),
        ("[[page]]", "[[pages]]", "`pages` is not a key of this table; did you mean page"),
        ('id = "ours"', "id = ours", "is not a TOML file"),
    ],
)  # fmt: skip
def test_every_fault_has_its_sentence(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in OURS
    with pytest.raises(PackError) as caught:
        load(write(tmp_path, OURS.replace(old, new)), MEASURES)
    assert str(caught.value).startswith("ours.toml")
    assert says in str(caught.value)


def test_a_pack_without_words_or_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"page 1 \(A1\): `words` is missing"):
        load(write(tmp_path, OURS.replace("words = {", "# {")), MEASURES)
    with pytest.raises(PackError, match="`page` is missing or not a list of tables; begin each"):
        load(write(tmp_path, OURS.partition("[[page]]")[0]), MEASURES)


def test_an_unknown_name_lists_ours() -> None:
    with pytest.raises(PackError, match="one of birmingham"):
        load("birminham", MEASURES)


def test_no_name_leads_out_of_the_library() -> None:
    assert pack_file("../library/birmingham") is None
    assert target_file("../birmingham") is None


def test_facts_of_a_percentage_a_rate_and_a_ratio_of_sums() -> None:
    percentage = facts_of(MEASURES["rereferrals_12m_pct"])
    assert (percentage.per, percentage.kind, percentage.good) == (100, "ratio", Good.LOW)
    assert facts_of(MEASURES["cla_rate_per_10000"]).per == 10_000
    assert facts_of(MEASURES["caseload_average_sw"]).kind == "true_ratio"
    assert facts_of(MEASURES["adoption_a1_days"]).per == 1
