"""The pages, a module a subject; HANDLERS is all of them."""

from dragoman.web.pages.adding import add, add_read, check_form, check_run, examples
from dragoman.web.pages.documents import document
from dragoman.web.pages.dossiers import dossier, dossiers
from dragoman.web.pages.drawn import map_data, map_page, network_data, network_page
from dragoman.web.pages.exports import export, feed
from dragoman.web.pages.help import api_page
from dragoman.web.pages.judging import judge, withdraw
from dragoman.web.pages.records import record, records
from dragoman.web.pages.signing import sign_in, sign_in_form
from dragoman.web.pages.subjects import country, dyad, organisation, person
from dragoman.web.pages.today import today

HANDLERS = [
    today, records, record, export, feed, document, country, person, organisation, dyad, dossiers, dossier,
    map_page, map_data, network_page, network_data, add, add_read, check_form, check_run, examples,
    judge, withdraw, sign_in_form, sign_in, api_page,
]  # fmt: skip
