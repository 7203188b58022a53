"""What a user adds is found beside the shipped data, and a wrong addition says what is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.authority import holders as holders_module
from dragoman.authority import organisations as organisations_module
from dragoman.authority import states as states_module
from dragoman.authority.extend import add, import_pocom
from dragoman.authority.user import user_folder, user_table
from dragoman.errors import DragomanError, NotFound, UsageError

CACHES = [
    (holders_module, ("holders", "_by_name", "_by_office")),
    (organisations_module, ("organisations", "_by_fold", "organisation_index")),
    (states_module, ("state_names", "states", "state_index", "_by_fold")),
]


def _forget() -> None:
    for module, names in CACHES:
        for name in names:
            getattr(module, name).cache_clear()


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of the user's own, and nothing remembered before or after."""
    monkeypatch.setenv("DRAGOMAN_AUTHORITY", str(tmp_path / "own"))
    _forget()
    yield tmp_path / "own"
    _forget()


def test_add_alias_is_found(own: Path) -> None:
    """One line makes another name of a state known."""
    assert states_module.lookup_state("Nijer") == ()
    path = add("state", {"country": "NER", "form": "alias", "text": "Nijer"})
    _forget()
    assert path == own / "state_names.tsv"
    assert [row.country for row in states_module.lookup_state("Nijer")] == ["NER"]


def test_add_demonym_is_found() -> None:
    """One line makes another demonym known, with its plurals."""
    add("demonym", {"country": "NER", "fr": "nigérois/nigéroise"})
    _forget()
    assert [row.country for row in states_module.lookup_state("nigéroises")] == ["NER"]


def test_add_organisation_is_found() -> None:
    """One line makes an organisation known by all its names."""
    fields = {"en": "River Basin Council", "acronyms": "RBQ", "kind": "igo", "code": "IGO", "sector": "GOV"}
    add("organisation", fields)
    _forget()
    assert organisations_module.lookup_organisation("RBQ")[0].name == "River Basin Council"


def test_add_holder_is_found() -> None:
    """One line makes a term of office known."""
    fields = {"person": "Ada Example", "office": "foreign_minister", "country": "NER", "start": "2031-02"}
    add("holder", fields)
    _forget()
    holder = holders_module.holder_of("foreign_minister", "NER", "2031-03-01")
    assert holder is not None
    assert holder.person == "Ada Example"


@pytest.mark.parametrize(
    ("kind", "fields", "says"),
    [
        ("river", {}, "give one of"),
        ("holder", {"person": "A B"}, "needs office="),
        ("holder", {"person": "A", "office": "x", "country": "NER", "start": "May"}, "write it as"),
        ("state", {"country": "ZZZ", "form": "alias", "text": "Z"}, "give an ISO 3166 code"),
        ("state", {"country": "NER", "form": "nick", "text": "Z"}, "give one of these"),
        ("state", {"colour": "red"}, "has no 'colour'"),
        ("demonym", {"country": "NER"}, "needs en= or fr="),
        ("place", {"names": "X", "latitude": "north", "longitude": "2"}, "in degrees"),
        ("place", {"names": "X", "latitude": "2", "longitude": "300"}, "in degrees"),
    ],
)
def test_add_says_what_is_wrong(kind: str, fields: dict[str, str], says: str) -> None:
    """A wrong addition is one line that says what to give, and nothing is written."""
    with pytest.raises(UsageError, match=says) as caught:
        add(kind, fields)
    assert "\n" not in str(caught.value)
    assert not user_folder().exists()


def test_user_table_names_the_broken_row(own: Path) -> None:
    """A file with a row cut short is named with the row."""
    own.mkdir()
    (own / "demonyms.tsv").write_text("country\ten\tfr\tbasis\nNER\tX\n", encoding="utf8")
    with pytest.raises(UsageError, match="row 2"):
        user_table("demonyms")


CHIEF = """<country-mission><territory-id>niger</territory-id><chiefs><chief><id>ne-1</id>
<person-id>doe-jane-ann</person-id><role-title-id>ambassador</role-title-id>
<started><date>2019-07-15</date></started><ended><date>2021-12-20</date></ended><note/></chief>
</chiefs></country-mission>"""
PERSON = """<person><id>doe-jane-ann</id><persName><surname>Doe</surname><forename>Jane Ann</forename>
</persName></person>"""
ROLE = """<role><id>ambassador</id><names><singular>Ambassador Extraordinary and Plenipotentiary</singular>
</names></role>"""


def test_import_pocom_adds_terms_once(tmp_path: Path) -> None:
    """A chief of mission becomes a term of office; importing again adds nothing."""
    for name, text in (
        ("missions-countries/niger.xml", CHIEF),
        ("people/d/doe-jane-ann.xml", PERSON),
        ("roles-country-chiefs/ambassador.xml", ROLE),
    ):
        path = tmp_path / "pocom" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf8")
    for _ in range(2):
        number, _path = import_pocom(tmp_path / "pocom")
        assert number == 1
        _forget()
    terms = holders_module.holders_named("Jane Doe", "2020-01-01")
    assert [(t.title, t.start, t.end) for t in terms] == [("Ambassador to Niger", "2019-07", "2021-12")]


def test_import_pocom_wants_its_folder(tmp_path: Path) -> None:
    """Another folder, or a broken file, is one line."""
    with pytest.raises(NotFound, match="top folder"):
        import_pocom(tmp_path)
    broken = tmp_path / "missions-countries" / "x.xml"
    broken.parent.mkdir()
    broken.write_text("<chiefs>", encoding="utf8")
    with pytest.raises(DragomanError, match="no XML"):
        import_pocom(tmp_path)
