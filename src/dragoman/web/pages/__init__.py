"""The pages, a module a subject; HANDLERS is all of them."""

from dragoman.web.pages.records import record, records
from dragoman.web.pages.today import today

HANDLERS = [today, records, record]
