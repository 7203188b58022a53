"""Reads the titles of a text: which heads are titles here, and what belongs to each."""

from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.title_left import LeftReader
from dragoman.annotate.actors.title_right import RightReader
from dragoman.annotate.actors.titles import KIN, Title, show_role
from dragoman.authority.offices import Office
from dragoman.authority.states import states


class TitleReader:
    """Reads the titles of one text."""

    def __init__(self, lex: Lexical) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.left = LeftReader(lex)
        self.right = RightReader(lex)

    def read(self) -> list[Title]:
        """Return the titles of the text in order; none overlaps another."""
        found: list[Title] = []
        free = 0
        for at in sorted(self.lex.offices):
            end, office = self.lex.offices[at]
            if at < free or self._within_body(at, end) or self._no_title(at, end, office):
                continue
            title = self._title(at, end, office, free)
            found.append(title)
            free = title.end
        return found

    def _no_title(self, at: int, end: int, office: Office) -> bool:
        """Whether the words of a title are something else here ("state of the economy", "M. " initials)."""
        token = self.tokens[at]
        if token.capital and token.low in KIN and end == at + 1:
            return True
        if office.office == "legislator" and token.low in ("deputy", "depute") and end in self.lex.offices:
            return True
        if token.text in ("M.", "PM") and (at == 0 or self.tokens[at - 1].text[-1].isdigit()):
            return True
        if (
            office.office == "military_officer"
            and end == at + 1
            and at in self.lex.office_ends
            and (end >= len(self.tokens) or not self.tokens[end].capital)
        ):
            return True
        if office.honorific and end < len(self.tokens) and not self.tokens[end].capital:
            following = self.tokens[end]
            return not (
                following.text in ("'", "’") or following.low.startswith(("al-", "el-", "van", "de", "l'"))
            )
        return False

    def _within_body(self, at: int, end: int) -> bool:
        for start in range(max(0, at - 7), at + 1):
            hit = self.lex.bodies.get(start)
            if hit and hit[0] >= end and (start < at or hit[0] > end):
                return True
        return False

    def _title(self, at: int, end: int, office: Office, free: int) -> Title:
        title = Title(at, end, at, [office], "", plural=office.plural, country=office.country or None)
        if title.country:
            title.how = f"the title {office.title!r}"
            if title.country not in states():
                inner = next((k for k in range(at, end) if k in self.lex.bodies), None)
                if inner is not None and self.lex.bodies[inner][0] <= end:
                    title.body = self.lex.bodies[inner][1][0]
                    title.body_text = self.tokens.span(inner, self.lex.bodies[inner][0])
        if not office.honorific:
            role_start = self.left.read(title, free)
            role_end = self.right.read(title)
        else:
            role_start, role_end = at, end
            if at > free and self.tokens[at].gap == " " and self._nation(at):
                self.left.owner_state(title, at)
        title.role = self._text(role_start, role_end)
        return title

    def _nation(self, at: int) -> bool:
        """Whether a state's name ends before a form of address, and no seat ("à l'Élysée M. X")."""
        start = self.lex.state_ends.get(at)
        return start is not None and any(r.form != "seat" for r in self.lex.states[start][1])

    def _text(self, start: int, end: int) -> str:
        return show_role(" ".join(self.tokens.span(start, end).split()).rstrip(" ,"))
