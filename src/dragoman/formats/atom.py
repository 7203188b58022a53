"""Changes and records as an Atom feed (RFC 4287), written with lxml."""

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lxml import etree

from dragoman.model import Change, Record

NAMESPACE = "http://www.w3.org/2005/Atom"


class Entry(NamedTuple):
    """An entry of a feed: a stable id, its title, where it leads, when it was updated, its summary."""

    id: str
    title: str
    link: str
    updated: datetime.datetime
    summary: str


def entries_feed(entries: Sequence[Entry], title: str, address: str) -> bytes:
    """A feed of entries made elsewhere; `address` is the feed's own."""
    updated = max((one.updated for one in entries), default=None)
    return _feed(title, address, updated, [_entry(*one) for one in entries])


def changes_feed(changes: Sequence[Change], title: str, address: str, base: str) -> bytes:
    """What became known, newest first; `address` is the feed's own, `base` the desk's."""
    entries = [
        _entry(
            f"urn:dragoman:change:{c.id}",
            f"{c.kind}: {c.title}",
            f"{base}/records/{c.record}",
            c.at,
            " ".join(part for part in (_moved(c), f"“{c.words}”" if c.words else None) if part),
        )
        for c in changes
    ]
    return _feed(title, address, max((c.at for c in changes), default=None), entries)


def records_feed(records: Sequence[Record], title: str, address: str, base: str) -> bytes:
    """Records, by the day that they were last reported on; addresses as in `changes_feed`."""
    entries = [
        _entry(
            f"urn:dragoman:record:{r.id}",
            f"{r.title} ({r.status})",
            f"{base}/records/{r.id}",
            _reported(r),
            "; ".join(f"“{' '.join(p.evidence[0].text.split())}”" for p in r.reports if p.evidence),
        )
        for r in records
    ]
    return _feed(title, address, max(map(_reported, records), default=None), entries)


def _moved(change: Change) -> str | None:
    if change.before and change.after:
        return f"{change.field}: {change.before} → {change.after}."
    return f"{change.field}: {change.after}." if change.field and change.after else None


def _reported(record: Record) -> datetime.datetime:
    days = [r.document.published for r in record.reports if r.document.published]
    day = max(days, default=record.start or datetime.date(1970, 1, 1))
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _feed(
    title: str, address: str, updated: datetime.datetime | None, entries: Iterable[etree._Element]
) -> bytes:
    feed = etree.Element(f"{{{NAMESPACE}}}feed", nsmap={None: NAMESPACE})
    _add(feed, "id", address)
    _add(feed, "title", title)
    _add(feed, "updated", _stamp(updated or datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)))
    etree.SubElement(feed, f"{{{NAMESPACE}}}link", rel="self", href=address)
    _add(etree.SubElement(feed, f"{{{NAMESPACE}}}author"), "name", "Dragoman")
    feed.extend(entries)
    body: bytes = etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return body


def _entry(id: str, title: str, link: str, updated: datetime.datetime, summary: str) -> etree._Element:
    entry = etree.Element(f"{{{NAMESPACE}}}entry")
    _add(entry, "id", id)
    _add(entry, "title", title)
    _add(entry, "updated", _stamp(updated))
    etree.SubElement(entry, f"{{{NAMESPACE}}}link", href=link)
    _add(entry, "summary", summary)
    return entry


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{NAMESPACE}}}{name}").text = "".join(c for c in text if c.isprintable())


def _stamp(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
