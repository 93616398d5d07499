"""Serve a folder of pages on loopback while it is crawled (the embedded sample site).

The folder's ``site.toml`` says for each address which file is sent, in which charset, and with which
headers; the files are kept in UTF-8 so that people can read them.
"""

import errno
import logging
import threading
import tomllib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from crawler.sites import BUNDLED, ProfileError

logger = logging.getLogger(__name__)


class ServedFolder:
    """A real HTTP server on loopback for the pages of a folder."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        pages = tomllib.loads((folder / "site.toml").read_text(encoding="utf-8"))["pages"]
        self.server = _bind(port, _handler(folder, pages))
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    @property
    def address(self) -> str:
        """Its base address, without a slash at the end."""
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def _bind(port: int, handler: type[BaseHTTPRequestHandler]) -> ThreadingHTTPServer:
    """A server on `port`, or on any free one where that is taken."""
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        logger.warning("Port %d is taken: the pages are served on another", port)
        return ThreadingHTTPServer(("127.0.0.1", 0), handler)


def _handler(folder: Path, pages: dict[str, dict[str, Any]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = pages.get(self.path)
            if page is None or not (folder / page.get("file", "")).exists():
                self.reply(404, "text/html; charset=utf-8", (folder / "404.html").read_bytes())
            elif "redirect" in page:
                self.send_response(301)
                self.send_header("Location", page["redirect"])
                self.send_header("Content-Length", "0")
                self.end_headers()
            else:
                self.reply(200, page.get("content_type", "text/html"), _body(folder, page))

        def reply(self, status: int, content_type: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """The crawl's own log has every request."""

    return Handler


def _body(folder: Path, page: dict[str, Any]) -> bytes:
    """A page's bytes: its file in the charset it is sent in, damaged on the way if so asked."""
    text: str = (folder / page["file"]).read_text(encoding="utf-8")
    if "misread" in page:  # stored after having been read with a wrong charset
        right, wrong = page["misread"]
        text = text.encode(right).decode(wrong, "replace")
    encoding: str = page.get("encoding", "utf-8")
    return text.encode(encoding, "xmlcharrefreplace")


def folder_of(folder: str, profile: Path) -> Path:
    """A served folder, given beside the profile or in the bundled data; raises `ProfileError`."""
    for base in (profile.parent, profile.parent.parent, BUNDLED):
        if (base / folder / "site.toml").is_file():
            return base / folder
    raise ProfileError(f"{profile}: serve.folder: no folder {folder!r} with a site.toml in it")
