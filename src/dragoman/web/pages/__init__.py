"""The pages, a module a subject; HANDLERS is all of them."""

from dragoman.web.pages.adding import add, add_file, add_read, examples
from dragoman.web.pages.checking import check_form, check_run
from dragoman.web.pages.documents import document, documents
from dragoman.web.pages.dossiers import EXPORTS as DOSSIER_EXPORTS
from dragoman.web.pages.dossiers import dossier, dossiers
from dragoman.web.pages.drawn import map_data, map_page, network_data, network_page
from dragoman.web.pages.exports import EXPORTS, feed
from dragoman.web.pages.help import api_page, favicon
from dragoman.web.pages.judging import judge, judgements, withdraw
from dragoman.web.pages.lists import EXPORTS as LIST_EXPORTS
from dragoman.web.pages.records import record, records
from dragoman.web.pages.searches import keep_search
from dragoman.web.pages.signing import sign_in, sign_in_form, sign_out
from dragoman.web.pages.subjects import country, dyad, organisation, person
from dragoman.web.pages.today import today

HANDLERS = [
    today, records, record, *EXPORTS, feed, document, documents, country, person, organisation, dyad,
    dossiers, dossier, *DOSSIER_EXPORTS, *LIST_EXPORTS, map_page, map_data, network_page, network_data,
    add, add_read, add_file, check_form, check_run, examples, judge, judgements, withdraw, keep_search,
    sign_in_form, sign_in, sign_out, api_page, favicon,
]  # fmt: skip
