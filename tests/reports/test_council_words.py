"""A pack in the council's own words: what is printed changes, what names a thing does not."""

from __future__ import annotations

from dataclasses import replace

from invented import PAGES, facts, filling, pack

from trigpoint.judgement.state import State
from trigpoint.language.period import PeriodType
from trigpoint.measures import EVERY
from trigpoint.packs.care_words import Care
from trigpoint.packs.council_words import PLAIN, CouncilWords
from trigpoint.packs.load import load
from trigpoint.packs.model import Words
from trigpoint.reports import build
from trigpoint.reports.formats.html import body

_OWN = ((State.MET, "On track"), (State.WITHIN, "Nearly there"), (State.OUTSIDE, "Off track"))
COUNCIL = CouncilWords(Care.CARED_FOR, _OWN, "0123456789abcdef")


def test_texts_change_and_ids_codes_and_groups_of_records_do_not() -> None:
    before = load("cheshire-east", EVERY)
    after = CouncilWords(Care.IN_CARE).pack(before)
    assert [page.title for page in after.pages] != [page.title for page in before.pages]
    for page, was in zip(after.pages, before.pages, strict=True):
        assert (page.code, page.measure, page.variant, page.where, page.published) == (
            was.code, was.measure, was.variant, was.where, was.published,
        )  # fmt: skip
    assert (after.id, after.target_set, after.published) == (before.id, before.target_set, before.published)
    assert PLAIN.pack(before) == before


def test_a_definition_keeps_the_words_of_the_law() -> None:
    known = replace(facts("one"), denominator="Children looked after", definition="Children looked after on the day.")
    said = COUNCIL.known(lambda *_: known)("one", "", PeriodType.MONTH)
    assert (said.denominator, said.definition) == ("Cared for children", "Children looked after on the day.")
    assert said.id == "one"


def test_a_pack_keeps_its_own_words_for_a_position() -> None:
    own = pack("contract", words={State.OUTSIDE: "Red"})
    assert COUNCIL.pack(own).words == {**dict(_OWN), State.OUTSIDE: "Red"}


def test_every_sentence_of_a_report_names_positions_as_the_council_does() -> None:
    pages = (replace(PAGES[0], words=Words(all="Children looked after")), *PAGES[1:])
    plain, said = pack("contract", pages=pages), COUNCIL.pack(pack("contract", pages=pages))
    texts = []
    for one in (plain, said):
        made = build.report(one, filling())
        texts.append(" ".join(body(page, made) for page in made.pages))
    assert "outside tolerance" in texts[0]
    assert "Within tolerance" in texts[0]
    for gone in ("utside tolerance", "ithin tolerance", "looked after"):
        assert gone not in texts[1]
    for there in ("Off track", "is off track", "Nearly there", "Cared for children", "counts as on track"):
        assert there in texts[1]
