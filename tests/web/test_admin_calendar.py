"""When the steps of a month are due: the council's calendar and closed days, dates of one month, and what is late."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest
from django.utils import timezone

from trigpoint.records.calendar import add_working_days
from trigpoint.store import Store
from trigpoint.tasks.configure import Row, Setting, configure
from trigpoint.tasks.month_plan import STEPS, month_plan, timetable, working_day
from trigpoint.web.months.models import Happening
from trigpoint.web.months.periods import last_month_end

from . import flow
from .conftest import MakeAccount, SignIn
from .month_samples import make_month

END = date(2026, 12, 31)
CLOSED = Row("2027-01-04", "Training day", date(2027, 1, 4), date(2027, 1, 5))
WHY = {"because": "the panel meets a week earlier"}


@pytest.fixture
def own(store: Path, tmp_path: Path, deployment: None) -> Path:
    return flow.copied(store, tmp_path / "store")


def test_closed_days_move_the_steps_of_a_month_and_no_statutory_limit(tmp_path: Path) -> None:
    before, limit = month_plan(END, None, timetable(tmp_path)), add_working_days(END, 5)
    configure(tmp_path, Setting.CLOSURE_DAYS, [CLOSED], "Director", "agreed for this year")
    told = timetable(tmp_path)
    after = month_plan(END, None, told)
    assert (before.load, after.load) == (date(2027, 1, 5), date(2027, 1, 7))
    assert working_day(END, date(2027, 1, 7), told) == 2
    assert working_day(END, date(2027, 1, 7)) == 4
    assert add_working_days(END, 5) == limit


def test_a_council_has_its_own_working_days_and_a_month_its_own_dates(tmp_path: Path) -> None:
    configure(tmp_path, Setting.TIMETABLE, [Row("load", "1"), Row("publish", "15")], "Director", "agreed")
    dates = [Row(f"{END} comment", "", date(2027, 1, 20), date(2027, 1, 20))]
    configure(tmp_path, Setting.MONTH_DATES, dates, "Manager", "the panel is late")
    told = timetable(tmp_path)
    plan = month_plan(END, None, told)
    assert (plan.load, plan.comment, plan.publish) == (date(2027, 1, 4), date(2027, 1, 20), date(2027, 1, 22))
    assert month_plan(END, None, told.without(END)).comment == date(2027, 1, 14)
    assert month_plan(date(2027, 1, 31), None, told).load == date(2027, 2, 1)


@pytest.mark.django_db
def test_the_calendar_is_settled_in_order(own: Path, sign_in: SignIn) -> None:
    admin, page = sign_in("administrator"), "/administration/calendar/"
    days = dict(zip(STEPS, "11223344", strict=True))
    assert admin.post(page, days | WHY | {"sign": "2"}).status_code == 400
    assert admin.post(page, days | WHY | {"load": "soon"}).status_code == 400
    assert not Store(own).entries("configuration")
    assert admin.post(page, days | WHY).status_code == 302
    assert timetable(own).days["publish"] == 4
    assert WHY["because"] in admin.get(page).content.decode()


@pytest.mark.django_db
def test_who_may_freeze_changes_the_dates_of_a_month_and_everybody_sees_who(
    own: Path, make: MakeAccount, sign_in: SignIn
) -> None:
    end = last_month_end(timezone.localdate())
    month = make_month(end)
    page, manager, reader = f"/month/{end:%Y-%m}/dates/", sign_in("information_manager"), sign_in("viewer")
    days = {step: (end + timedelta(10 + number)).isoformat() for number, step in enumerate(STEPS)}
    assert reader.post(page, days | WHY).status_code == 403
    assert manager.post(page, days | {"because": "x"}).status_code == 422
    wrong = manager.post(page, days | WHY | {"comment": days["load"]})
    assert wrong.status_code == 422
    assert "not before that of the step before" in wrong.content.decode()
    assert manager.post(page, days | WHY | {"publish": "2040-01-01"}).status_code == 422
    assert not Store(own).entries("configuration")
    assert manager.post(page, days | WHY).status_code == 302
    plan = month_plan(end, None, timetable(own))
    assert [plan.of(step).isoformat() for step in STEPS] == list(days.values())
    month.refresh_from_db()
    assert month.publish_on is not None
    assert month.publish_on.isoformat() == days["publish"]
    shown = unescape(reader.get(page).content.decode())
    assert WHY["because"] in shown
    assert "Change them" not in shown
    assert Happening.objects.filter(what__contains=WHY["because"]).exists()
    assert manager.post(page, days | {"because": "the panel meets on time after all"}).status_code == 302
    assert "the panel meets on time" not in reader.get(page).content.decode()  # no day was changed by it


@pytest.mark.django_db
def test_the_board_says_which_step_is_late(own: Path, sign_in: SignIn) -> None:
    today = timezone.localdate()
    end = last_month_end(last_month_end(today))
    make_month(end)
    path, manager = f"/month/{end:%Y-%m}/", sign_in("information_manager")
    ahead = {step: (today + timedelta(3)).isoformat() for step in STEPS}
    assert manager.post(f"{path}dates/", ahead | WHY).status_code == 302
    assert " late</strong>" not in manager.get(path).content.decode()
    behind = {step: (today - timedelta(2)).isoformat() for step in STEPS[:6]}
    late = behind | {"sign": today.isoformat(), "publish": ahead["publish"]}
    assert manager.post(f"{path}dates/", late | WHY).status_code == 302
    board = manager.get(path).content.decode()
    assert board.count("<strong>2 days late</strong>") == 2  # comment and challenge: the others are done
    assert board.count("<strong>due today</strong>") == 1


@pytest.mark.django_db
@pytest.mark.parametrize("period", ["2031-01", "2026-1", "x", "0001-01", "9999-12"])
def test_a_month_far_away_has_no_dates(sign_in: SignIn, period: str) -> None:
    assert sign_in("information_manager").get(f"/month/{period}/dates/").status_code == 404
