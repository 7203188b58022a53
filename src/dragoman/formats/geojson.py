"""Records as GeoJSON (RFC 7946): a point for each that has a place with coordinates."""

from collections.abc import Iterable
from typing import Any

from dragoman.model import Record


def to_geojson(records: Iterable[Record]) -> dict[str, Any]:
    """A FeatureCollection; positions are longitude, latitude in degrees (WGS 84)."""
    return {"type": "FeatureCollection", "features": [f for f in map(_feature, records) if f]}


def _feature(record: Record) -> dict[str, Any] | None:
    place = record.place
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {
        "type": "Feature",
        "id": record.id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {
            "title": record.title,
            "kind": record.kind,
            "status": record.status,
            "start": record.start.isoformat() if record.start else None,
            "end": record.end.isoformat() if record.end else None,
            "place": place.name,
            "countries": list(record.countries),
        },
    }
