from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tests.facts import NOON

from faceattend.domain.attendance import AnswerKind, Direction
from faceattend.domain.evidence import MatchLimits
from faceattend.domain.feed import FeedCounts, FeedItem
from faceattend.domain.ids import new_id
from faceattend.domain.vision import Verdict
from faceattend.services.feed import FeedDay, FeedNews, FeedPictures
from faceattend.ui.models.feed import FeedModel
from faceattend.ui.models.feed_rows import MOST_ROWS, FeedRows, Heading
from faceattend.ui.models.feed_words import Telling, either, entry_of
from faceattend.ui.widgets.feed_row import ACTION_ROW_PX, ROW_PX, SECTION_PX, FeedEntry, FeedKind, FeedSection
from faceattend.ui.widgets.table_looks import VALUE_ROLE

SECOND = timedelta(seconds=1)
LIMITS = MatchLimits(0.36, 0.3, 0.05, 3)
TELLING = Telling(LIMITS)
NONE = FeedCounts()


def an_item(at: float = 0, verdict: Verdict = Verdict.KNOWN, **changes: object) -> FeedItem:
    known = verdict is not Verdict.UNKNOWN
    item = FeedItem(
        id=new_id(),
        camera_id=new_id(),
        seen_at=NOON + at * SECOND,
        verdict=verdict,
        person_id=new_id() if known else None,
        score=0.6,
        runner_up_id=None,
        runner_up_score=-1.0,
        frames=5,
        name="Ada" if known else None,
        group="Sales" if known else None,
        camera="Front door",
        zone="Europe/Berlin",
    )
    return replace(item, **changes)


def a_day(latest: list[FeedItem], waiting: list[FeedItem] | None = None, *, more: bool = False) -> FeedDay:
    held = waiting or []
    return FeedDay(tuple(latest), tuple(held), len(held), len(held), NONE, LIMITS, (NOON, new_id()) if more else None)


def news(items: list[FeedItem], waiting: list[FeedItem] | None = None) -> FeedNews:
    held = waiting or []
    return FeedNews(tuple(items), tuple(held), len(held), len(held), NONE)


def shown(model: FeedModel) -> list[object]:
    rows = [model.index(row).data(VALUE_ROLE) for row in range(model.rowCount())]
    return [row.title if isinstance(row, FeedSection) else row.id for row in rows]


def newest_first(*items: FeedItem) -> list[FeedItem]:
    return sorted(items, key=lambda item: (item.seen_at, item.id), reverse=True)


@pytest.fixture
def model(qtbot: QtBot) -> FeedModel:
    del qtbot
    return FeedModel()


def test_it_is_a_model_whatever_happens_to_it(model: FeedModel, qtmodeltester: ModelTester):
    latest = newest_first(*[an_item(at) for at in range(5)])
    stranger = an_item(9, Verdict.UNKNOWN)
    qtmodeltester.check(model)
    model.show_day(a_day(latest, [stranger], more=True), TELLING)
    qtmodeltester.check(model, force_py=True)
    model.take([stranger.id], news([replace(stranger, answer=AnswerKind.DISMISSED)]))
    qtmodeltester.check(model, force_py=True)
    assert shown(model) == ["Latest", stranger.id, *[item.id for item in latest]]


def test_what_waits_stands_on_top_under_its_number(model: FeedModel):
    known, stranger = an_item(), an_item(1, Verdict.UNKNOWN)
    model.show_day(a_day([known], [stranger]), TELLING)
    assert shown(model) == ["Waiting for you: 1", stranger.id, "Latest", known.id]
    heights = [model.index(row).data(Qt.ItemDataRole.SizeHintRole).height() for row in range(4)]
    assert heights == [SECTION_PX, ACTION_ROW_PX, SECTION_PX, ROW_PX]
    heading = model.index(0)
    assert not heading.flags() & (Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Waiting for you" in spoken
    assert "Unknown visitor" in spoken


def strangers(*at: float) -> list[FeedItem]:
    camera = new_id()
    return newest_first(*[an_item(each, Verdict.UNKNOWN, camera_id=camera) for each in at])


def values(model: FeedModel) -> list[FeedEntry]:
    rows = [model.index(row).data(VALUE_ROLE) for row in range(model.rowCount())]
    return [row for row in rows if isinstance(row, FeedEntry)]


def test_unknown_faces_soon_after_each_other_are_one_row_with_their_number(model: FeedModel):
    waiting = strangers(0, 60, 130)
    model.show_day(a_day([], waiting), TELLING)
    assert shown(model) == ["Waiting for you: 3", waiting[-1].id]
    (entry,) = values(model)
    assert (entry.title, entry.second) == ("3 unknown passages", "Front door · 13:00 to 13:02")
    assert (entry.passages, entry.opened, entry.action, entry.time) == (3, False, "Show all 3", "")
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Waiting for you: 3 unknown passages, Front door")
    assert spoken.endswith("folded")


def test_within_one_minute_only_that_minute_is_said(model: FeedModel):
    model.show_day(a_day([], strangers(0, 20)), TELLING)
    assert values(model)[0].second == "Front door · 13:00"


def test_a_row_is_opened_and_closed_in_its_place(model: FeedModel, qtbot: QtBot, qtmodeltester: ModelTester):
    waiting, alone = strangers(0, 60), an_item(-900, Verdict.UNKNOWN)
    model.show_day(a_day([], [*waiting, alone]), TELLING)
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.open(model.index(1), opened=True)
    assert inserted.args[1:] == [2, 3]
    assert [(entry.passages, entry.opened, entry.within) for entry in values(model)] == [
        (2, True, False),
        (1, False, True),
        (1, False, True),
        (1, False, False),
    ]
    assert shown(model)[2:] == [waiting[0].id, waiting[1].id, alone.id]
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole).endswith("open")
    qtmodeltester.check(model, force_py=True)
    with qtbot.waitSignal(model.rowsRemoved) as removed:
        model.open(model.index(1), opened=False)
    assert removed.args[1:] == [2, 3]


def test_one_more_changes_its_row_in_place_and_moves_none(model: FeedModel, qtbot: QtBot):
    waiting, later = strangers(0, 60), an_item(90, Verdict.UNKNOWN)
    model.show_day(a_day([], [later, *waiting]), TELLING)
    before = shown(model)
    third = an_item(120, Verdict.UNKNOWN, camera_id=waiting[0].camera_id)
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.assertNotEmitted(model.rowsRemoved):
        model.take([third.id], news([third], [third, later, *waiting]))
    assert shown(model)[1:] == before[1:]
    assert [entry.passages for entry in values(model)] == [1, 3]


def test_when_all_but_one_are_answered_the_last_stands_alone_in_the_same_row(model: FeedModel):
    waiting = strangers(0, 60, 130)
    model.show_day(a_day([], waiting), TELLING)
    model.open(model.index(1), opened=True)
    gone = [replace(item, answer=AnswerKind.DISMISSED) for item in waiting[1:]]
    model.take([item.id for item in waiting], news(gone, waiting[:1]))
    row, latest = values(model)
    assert (row.title, row.action, row.passages) == ("Unknown visitor", "Register visitor", 1)
    assert (latest.title, latest.action, latest.quiet, latest.opened) == ("2 unknown passages", None, True, False)
    assert model.index(3).data(Qt.ItemDataRole.SizeHintRole).height() == ROW_PX


def test_who_may_not_answer_may_still_look_into_a_row(model: FeedModel):
    model.show_day(a_day([], strangers(0, 60)), replace(TELLING, may_answer=False))
    (entry,) = values(model)
    assert (entry.action, entry.more) == ("Show all 2", False)
    assert model.index(1).data(Qt.ItemDataRole.SizeHintRole).height() == ACTION_ROW_PX


def test_more_may_wait_than_are_read_and_their_number_is_said(model: FeedModel):
    item = an_item(0, Verdict.UNKNOWN)
    model.show_day(replace(a_day([], [item]), waiting_count=13), TELLING)
    assert shown(model) == ["Waiting for you: 13", item.id, "Earlier ones that wait: 12"]


def test_many_rows_come_and_go_run_by_run(model: FeedModel, qtbot: QtBot):
    items = newest_first(*[an_item(at) for at in range(9)])
    model.show_day(a_day(items), TELLING)
    gone = [items[row] for row in (1, 2, 3, 6)]
    removed: list[list[int]] = []
    model.rowsRemoved.connect(lambda _, first, last: removed.append([first, last]))
    model.take([item.id for item in gone], news([]))
    assert removed == [[7, 7], [2, 4]]
    with qtbot.waitSignals([model.rowsInserted] * 2, timeout=1000):
        model.take([item.id for item in gone], news(gone))
    assert shown(model) == ["Latest", *[item.id for item in items]]


def test_rows_come_and_go_one_by_one_and_the_others_stay(model: FeedModel, qtbot: QtBot):
    first, second = an_item(0), an_item(1)
    model.show_day(a_day([second, first]), TELLING)
    kept = [model.index(row).data(VALUE_ROLE) for row in (1, 2)]
    third = an_item(2)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted) as inserted:
        model.take([third.id], news([third]))
    assert inserted.args[1:] == [1, 1]
    assert [model.index(row).data(VALUE_ROLE) for row in (2, 3)] == kept
    revised = replace(third, id=new_id(), name="Bob")
    model.take([revised.id, third.id], news([revised]))
    assert shown(model) == ["Latest", revised.id, second.id, first.id]


def test_an_answered_one_changes_in_place(model: FeedModel, qtbot: QtBot):
    item = an_item(0, Verdict.UNSURE)
    model.show_day(a_day([item]), TELLING)
    with qtbot.waitSignal(model.dataChanged):
        model.take([item.id], news([replace(item, name="Bob", answer=AnswerKind.PERSON, answered_by="Amara")]))
    entry = model.index(1).data(VALUE_ROLE)
    assert (entry.title, entry.words, entry.kind) == ("Bob", "Decided by Amara", FeedKind.KNOWN)


@given(data=st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_news_it_shows_what_it_should(qtbot: QtBot, data: st.DataObject):
    del qtbot
    model = FeedModel()
    pool = [an_item(at, data.draw(st.sampled_from(Verdict))) for at in range(8)]
    begun = data.draw(st.lists(st.sampled_from(pool), unique=True))
    waiting = data.draw(st.lists(st.sampled_from(pool), unique=True))
    model.show_day(a_day(newest_first(*[i for i in begun if i not in waiting]), newest_first(*waiting)), TELLING)
    ever = {*begun, *waiting}
    for _ in range(3):
        told = data.draw(st.lists(st.sampled_from(pool), unique=True))
        still = data.draw(st.lists(st.sampled_from(told), unique=True)) if told else []
        waits = newest_first(*data.draw(st.lists(st.sampled_from(still), unique=True))) if still else []
        before = {each for each in shown(model) if isinstance(each, UUID)} - {i.id for i in model.rows.waiting}
        model.take([item.id for item in told], news(newest_first(*still), waits))
        ever |= set(told)
        latest = ({each for each in before if each not in {i.id for i in told}} | {i.id for i in still}) - {
            i.id for i in waits
        }
        ids = [each for each in shown(model) if isinstance(each, UUID)]
        assert ids[: len(waits)] == [item.id for item in waits]
        assert ids[len(waits) :] == [i.id for i in newest_first(*ever) if i.id in latest]


def test_older_rows_are_asked_for_once_and_bounded(model: FeedModel, qtbot: QtBot):
    pages = [[an_item(-n) for n in range(start, start + 60)] for start in range(0, 600, 60)]
    model.show_day(a_day(pages[0], more=True), TELLING)
    root = QModelIndex()
    for page in pages[1:]:
        if not model.canFetchMore(root):
            break
        with qtbot.waitSignal(model.older_wanted):
            model.fetchMore(root)
        assert not model.canFetchMore(root)
        model.add_older(page, complete=False)
    assert sum(isinstance(each, UUID) for each in shown(model)) == MOST_ROWS
    assert shown(model)[-1] == "Earlier ones: search for a name"
    assert not model.canFetchMore(root)
    model.take([pages[0][0].id], news([an_item(5)]))
    assert sum(isinstance(each, UUID) for each in shown(model)) == MOST_ROWS


def test_the_last_page_ends_it(model: FeedModel):
    model.show_day(a_day([an_item()], more=True), TELLING)
    model.fetchMore(QModelIndex())
    model.add_older([an_item(-1)], complete=True)
    assert not model.canFetchMore(QModelIndex())
    assert len(shown(model)) == 3


def test_one_older_than_all_that_is_read_waits_for_its_page():
    rows, item = FeedRows(), an_item(0)
    rows.begin([item], [], 0, complete=False)
    rows.renew([], [an_item(-5)])
    assert [line.item for line in rows.drawn()] == [None, item]
    rows.begin([item], [], 0, complete=True)
    late = an_item(-5)
    rows.renew([], [late])
    assert [line.item or line.heading for line in rows.drawn()] == [Heading.LATEST, item, late]


def test_pictures_are_asked_for_when_a_row_is_painted_and_once(model: FeedModel, qtbot: QtBot):
    items = newest_first(*[an_item(at) for at in range(3)])
    model.show_day(a_day(items), TELLING)
    asked: list[dict[UUID, UUID | None]] = []
    model.album.wanted.connect(asked.append)
    assert model.index(1).data(VALUE_ROLE).probe == b""
    qtbot.wait(20)
    assert asked == []
    for _ in range(2):
        model.album.look_at(items[0])
        qtbot.wait(20)
    assert asked == [{items[0].id: items[0].person_id}]
    with qtbot.waitSignal(model.dataChanged):
        model.album.take({items[0].id: FeedPictures(b"probe", None)}, asked[0])
    entry = model.index(1).data(VALUE_ROLE)
    assert (entry.probe, entry.reference) == (b"probe", None)
    model.album.look_at(items[0])
    qtbot.wait(20)
    assert len(asked) == 1


def test_pictures_that_cannot_be_had_leave_a_blank(model: FeedModel):
    item = an_item()
    model.show_day(a_day([item]), TELLING)
    model.album.take({}, {item.id: item.person_id})
    entry = model.index(1).data(VALUE_ROLE)
    assert (entry.probe, entry.reference) == (None, None)


@pytest.mark.parametrize(
    ("item", "title", "second", "words", "action"),
    [
        (
            an_item(direction=Direction.IN),
            "Ada",
            "Sales · In · Front door",
            "Clear match, nobody else close",
            None,
        ),
        (
            an_item(direction=Direction.OUT, runner_up_score=0.3),
            "Ada",
            "Sales · Out · Front door",
            "Good match",
            None,
        ),
        (an_item(runner_up_score=0.3), "Ada", "Seen again, not counted · Sales · Front door", "Good match", None),
        (
            an_item(group=None, active_to=NOON.date() - timedelta(days=1), runner_up_score=0.3),
            "Ada",
            "Not active, not counted · Front door",
            "Good match",
            None,
        ),
        (
            an_item(name=None, group=None),
            "Somebody not enrolled any more",
            "Front door",
            "Clear match, nobody else close",
            None,
        ),
        (
            an_item(0, Verdict.UNKNOWN),
            "Unknown visitor",
            "Front door",
            "No enrolled person is close",
            "Register visitor",
        ),
        (an_item(0, Verdict.UNSURE), "Ada?", "Sales · Front door", "Unsure: not close enough to say", "Decide who"),
        (
            an_item(0, Verdict.UNSURE, runner_up="Bob", runner_up_score=0.35),
            "Ada or Bob?",
            "Sales · Front door",
            "Unsure: two people look alike",
            "Decide who",
        ),
    ],
)
def test_what_a_row_says(item: FeedItem, title: str, second: str, words: str, action: str | None):
    waits = item.waits(LIMITS.agree)
    entry = entry_of(item, TELLING, None, waiting=waits)
    assert (entry.title, entry.second, entry.words, entry.action) == (title, second, words, action)
    assert entry.time == "13:00:00"
    assert (entry.quiet, entry.more) == (not waits, waits)
    for_eyes = entry_of(item, replace(TELLING, may_answer=False), None, waiting=waits)
    assert (for_eyes.action, for_eyes.key, for_eyes.more) == (None, None, False)
    compact = entry_of(item, replace(TELLING, compact=True), None, waiting=waits)
    assert len(compact.words) < len(words) or compact.words == words


def test_of_a_passage_that_does_not_count_it_is_said_why_also_where_a_person_named_it():
    by_hand = an_item(0, Verdict.UNSURE, answer=AnswerKind.PERSON, answered_by="Amara")
    for item in (an_item(), by_hand):
        assert "Seen again, not counted" in entry_of(item, TELLING, None, waiting=False).speak()
        assert entry_of(item, replace(TELLING, compact=True), None, waiting=False).second == "Not counted · Sales"
    dismissed = replace(by_hand, answer=AnswerKind.DISMISSED)
    assert entry_of(dismissed, TELLING, None, waiting=False).second == "Sales · Front door"


def test_a_dismissed_one_warns_nobody():
    item = an_item(0, Verdict.UNKNOWN, answer=AnswerKind.DISMISSED, answered_by="Amara")
    entry: FeedEntry = entry_of(item, TELLING, None, waiting=False)
    assert (entry.words, entry.quiet, entry.title) == ("Dismissed by Amara", True, "Unknown visitor")


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Grace Mensah", "Joy Mensah", "Grace or Joy Mensah"),
        ("Grace Mensah", "Helena Brandt", "Grace or Helena"),
        ("田中 美咲", "王 伟", "田中 美咲 or 王 伟"),
        ("Ada", "Ada", "Ada or Ada"),
        ("Ada Li", "Ada Li", "Ada Li or Ada Li"),
    ],
)
def test_two_names_as_a_choice(one: str, other: str, words: str):
    assert either(one, other) == words


def test_rows_are_laid_out_anew_only_when_they_are_told_in_another_way(model: FeedModel):
    model.show_day(a_day([an_item(0)]), TELLING)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _: changed.append(first.row()))
    model.tell(replace(TELLING))
    assert changed == []
    model.tell(replace(TELLING, compact=True))
    assert changed == [0]
