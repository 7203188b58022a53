"""What a page's address tells: its site, and often its day ("/2018/11/29/", "-25-october-2022")."""

import re
from datetime import date
from urllib.parse import unquote, urlsplit

from dragoman.sources.days import full_days, plausible

_NUMERIC = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?!\d)")


def day_in(url: str) -> date | None:
    """Return the day that the path of `url` names, or None."""
    path = unquote(urlsplit(url).path)
    for match in _NUMERIC.finditer(path):
        if day := plausible("-".join(match.groups())):
            return day
    slug = re.sub(r"[/_.-]+", " ", path).title()  # months are known by their capitals
    for language in ("en", "fr"):
        if days := full_days(slug, language):
            return days[-1][1]
    return None


def site_of(url: str) -> str | None:
    """Return the host of `url` without "www."."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
