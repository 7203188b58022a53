"""A web server on loopback that behaves, and misbehaves, as tests need it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.files import article_page


class Pages(BaseHTTPRequestHandler):
    """What each path answers."""

    def do_GET(self) -> None:
        """Answer by the path's first part."""
        name = self.path.strip("/").split("/")[0] or "article"
        getattr(self, f"answer_{name}", self.answer_missing)()

    def reply(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200) -> None:
        """Send a whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def to(self, where: str) -> None:
        """Redirect."""
        self.send_response(302)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_article(self) -> None:
        self.reply(article_page().encode())

    def answer_host(self) -> None:
        self.reply(
            f"{self.headers['Host']} is the host that was asked for by the reader of this page.".encode()
        )

    def answer_missing(self) -> None:
        self.reply(b"not here", status=404)

    def answer_refused(self) -> None:
        self.reply(b"no", status=403)

    def answer_image(self) -> None:
        self.reply(b"\x89PNG\r\n\x1a\n" + bytes(50), "image/png")

    def answer_form(self) -> None:
        self.reply(b"<html><body><form><input name=q></form></body></html>")

    def answer_latin(self) -> None:
        self.reply(article_page().replace("Anna", "Zoé").encode("latin-1"), "text/html; charset=utf-8")

    def answer_hop(self) -> None:
        self.to("/article")

    def answer_loop(self) -> None:
        self.to("/loop")

    def answer_far(self) -> None:
        self.to(f"/far/{len(self.path)}{self.path}")

    def answer_inside(self) -> None:
        self.to("http://10.0.0.1/secret")

    def answer_metadata(self) -> None:
        self.to("http://169.254.169.254/latest/meta-data/")

    def answer_file(self) -> None:
        self.to("file:///etc/passwd")

    def answer_slow(self) -> None:
        time.sleep(1.5)
        self.reply(b"late")

    def answer_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"<p>a word</p>" * 6000)
            time.sleep(0.05)

    def answer_big(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"x" * 100_000)

    def handle(self) -> None:
        """Serve; a reader that goes away early is what some tests are about."""
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[str]:
    """Serve on a free port of 127.0.0.1 and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads = True
    server.block_on_close = False
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
