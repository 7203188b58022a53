"""Small files for tests, made here so that no binary lies in the repository."""

import io

from pypdf import PdfReader, PdfWriter

ARTICLE = """Ministers of Norland and Sudria meet in Geneva

Geneva, 4 March 2024 - The Foreign Minister of Norland, Anna Holm, met her counterpart from Sudria,
Paul Leroy, in Geneva on Monday. They spoke about fisheries and about the border that their
countries share, and agreed that officials should meet again in the spring.

The two ministers said that they were satisfied with the progress that had been made.
"""


def page(body: str, head: str = "") -> str:
    """An HTML page with `body` in it."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def article_page(head: str = "", paragraphs: str = ARTICLE) -> str:
    """An HTML page with an article of three paragraphs."""
    blocks = [f"<p>{block}</p>" for block in paragraphs.strip().split("\n\n")[1:]]
    title = paragraphs.split("\n")[0]
    return page(f"<main><article><h1>{title}</h1>{''.join(blocks)}</article></main>", head)


def pdf(*lines: str, password: str | None = None, fields: dict[str, str] | None = None) -> bytes:
    """A PDF of one page that shows `lines`."""
    shown = "".join(f"({line.replace('(', '').replace(')', '')}) Tj 0 -16 Td " for line in lines)
    stream = f"BT /F1 12 Tf 40 780 Td {shown}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(bytes(out))))
    if fields:
        writer.add_metadata({f"/{name}": value for name, value in fields.items()})
    if password:
        writer.encrypt(password, algorithm="AES-256")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
