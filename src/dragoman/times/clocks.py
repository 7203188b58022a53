"""Times of day: clock times with their zones, and parts of the day (MO, MI, AF, EV, NI)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from dragoman.times import calendar as cal
from dragoman.times.resolve import NEEDS_PUBLISHED, Context, Value, resolve

Slots = dict[str, Any]
# Hours before this one are over when the day's news is written.
SMALL_HOURS = "05:00"


def clock(slots: Slots, context: Context) -> Value:
    """ "3:30 p.m. EDT Tuesday", "0700 GMT", "16h30": on the day said with it, else the day spoken of."""
    if "time" in slots:
        slots = {**slots["time"].slots, **slots}
    read = time_of(evening(slots))
    if read is None:
        return Value("TIME", None, note="no such time of day")
    time = "T" + read
    item = slots.get("item", slots.get("day"))
    if item is not None:
        day = resolve(item, context)
    elif "dir" in slots and context.published:
        moved = cal.plus_days(context.published, slots["dir"])
        day = Value("DATE", moved.isoformat() if moved else None, moved, moved, unit="day")
    else:
        day = spoken_day(read, context)
    if item is not None and day.earliest and day.unit == "day":
        context.clock_day = context.clock_days[read] = day
    note = f"in the zone {slots['zone']}" if "zone" in slots else None
    if day.value is None or not day.earliest or day.unit != "day":
        head = day.value if day.value and day.unit == "day" else "XXXX-XX-XX"
        return Value("TIME", head[:10] + time, note=NEEDS_PUBLISHED, unit="day")
    return Value("TIME", day.earliest.isoformat() + time, day.earliest, day.latest, note=note, unit="day")


def evening(slots: Slots) -> Slots:
    """ "7:30 tonight", "tonight at nine": in the half of the day that is named with it."""
    item = slots.get("item", slots.get("day"))
    part = item.slots.get("part") if item is not None and item.make == "part" else None
    if part in ("AF", "EV", "NI") and "ampm" not in slots and "military" not in slots:
        small = part == "NI" and (time_of(slots) or "") < SMALL_HOURS
        return slots if small else {**slots, "ampm": "pm"}
    return slots


def spoken_day(read: str, context: Context) -> Value:
    """The day of a time of day that has none.

    A day named close before it; else the day of the same hour earlier on; else, in the future tense,
    of the last hour that had a day to come; else the heading's; else the published one.
    """
    anchor = context.published
    if context.near_day:
        return context.near_day
    if read in context.clock_days:
        return context.clock_days[read]
    last = context.clock_day
    if last and last.earliest and anchor and last.earliest > anchor and context.tense() > 0:
        return last
    if context.section_day:
        return context.section_day
    if anchor is None:
        return Value("DATE", None)
    if read < SMALL_HOURS and context.tense() > 0:  # told during the day: the coming night
        anchor = cal.plus_days(anchor, 1) or anchor
    return Value("DATE", anchor.isoformat(), anchor, anchor, unit="day")


def time_of(slots: Slots) -> str | None:
    """HH:MM of a clock time, "24:00" for midnight, None where it is none."""
    if "named" in slots:
        return str(slots["named"])
    digits = re.findall(r"\d+", str(slots.get("clock", slots.get("military", slots.get("hour", "")))))
    if not digits:
        return None
    if "military" in slots or (len(digits) == 1 and len(digits[0]) == 4):
        digits = [digits[0][:2], digits[0][2:]]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else int(slots.get("minute", 0))
    half = str(slots.get("ampm", "")).lower()[:1]
    if half and hour > 12:
        half = ""
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def clock_range(slots: Slots, context: Context) -> Value:
    """ "between 3 and 5 p.m.", "2:30-3:30 p.m. Tuesday": the first hour is in the half of the day nearest."""
    if "pair" in slots:
        slots = {**slots["pair"].slots, **slots}
    end = clock({k: v for k, v in slots.items() if k != "one"}, context)
    ampm = {"ampm": slots["ampm"]} if "ampm" in slots else {}
    first, second = time_of({"clock": slots["one"], **ampm}), time_of(slots)
    if first and second and first > second:
        first = time_of({"clock": slots["one"]})
    if not end.value or not first or not second or first > second:
        return end
    return end._replace(value=f"{end.value[:10]}T{first}/{end.value}")


def part(slots: Slots, context: Context) -> Value:
    """ "Friday night", "this morning", "tonight", "in the evening of April 29"."""
    name = slots["part"]
    item = slots.get("item")
    if item is not None:
        day = resolve(item, context)
    elif "follow" in slots:
        # In news "dans la soirée" is of the day told beside it, else of today; "ce soir-là" of the last told.
        last = context.previous
        ahead = last and last.earliest and context.published and last.earliest > context.published
        if "near" in slots and not (ahead and context.tense() > 0):
            last = context.near_day or context.section_day
        base = last.earliest if last and last.earliest else context.published
        moved = cal.plus_days(base, slots["follow"]) if base else None
        day = Value("DATE", moved.isoformat() if moved else None, moved, moved, unit="day")
    elif context.published:
        lean = slots.get("dir", 0)
        if "overnight" in slots and context.tense() > 0:
            lean = 0  # "rain is expected overnight": the night to come
        moved = cal.plus_days(context.published, lean)
        day = Value("DATE", moved.isoformat() if moved else None, moved, moved, unit="day")
    else:
        return Value("TIME", None, note=NEEDS_PUBLISHED)
    if day.value is None or day.unit != "day":
        return Value("TIME", None, note=day.note or NEEDS_PUBLISHED)
    return Value(
        "TIME", f"{day.value[:10]}T{name}", day.earliest, day.latest, slots.get("mod"), day.note, "day"
    )


CLOCKS: dict[str, Callable[[Slots, Context], Value]] = {
    "clock": clock,
    "clock_range": clock_range,
    "part": part,
}
