"""Times sealing and opening, and looks for a journal's words in what three tools would publish of the same site.

    python benchmarks/sealing.py --size 100
    python benchmarks/sealing.py --peers

The first part packs, seals and opens a site of so many MB, looks how much memory the command takes for that, and unlocks it in
Chromium where that is installed. The second builds the demonstration,
seals it, and has mkdocs-encryptcontent-plugin and StatiCrypt encrypt it as well, from their registries into a temporary folder; the
same search then looks for every name and title in each. A peer that cannot be had is left out and named.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from afterword.audience.audience import MYSELF
from afterword.cli.project.options import read
from afterword.cli.proving.proof import words_of
from afterword.vault import seal
from afterword.vault.folders import FolderFiles, found_files, read_folder, write_files
from afterword.vault.opening import opened_files
from afterword.vault.runnable import may_run
from afterword.vault.scanning import found_words, varying
from afterword.vault.sealed.header import ITERATIONS
from afterword.vault.sealed.keys import wrapping_key
from afterword.vault.sealed.packing import chunks, planned
from afterword.vault.sealed.passphrases import generated
from afterword.vault.sealing import sealed_files

ROOT = Path(__file__).parents[1]
SALT = bytes(16)
ORDINARY = """\
site_name: Journal
docs_dir: journal
theme: {name: material, font: false}
plugins:
  - search
"""
ENCRYPTING = """\
  - encryptcontent:
      global_password: '{phrase}'
      search_index: dynamically
      encrypted_something: {{md-footer__inner: [nav, class], md-nav: [nav, class]}}
      title_prefix: ''
"""


def write_large_site(folder: Path, megabytes: int, seed: int = 1) -> None:
    """Pages, which deflate well and lie side by side as in a site, and pictures, which do not, half of the size each."""
    chance = random.Random(seed)
    words = [chance.randbytes(4).hex() for _ in range(2000)]
    page = " ".join(chance.choices(words, k=5000)).encode()
    head = b"<!doctype html><html><head><title>Page</title></head><body><article>"
    half = megabytes * 500_000
    folder.mkdir()
    (folder / "index.html").write_bytes(head + b"Home")
    for at in range(half // len(page)):
        (folder / f"page-{at:05}.html").write_bytes(head + str(at).encode() + page)
    for at in range(half // 100_000):
        (folder / f"picture-{at:05}.png").write_bytes(chance.randbytes(100_000))


def spread(values: list[float]) -> str:
    """The least, the middle and the greatest."""
    return f"{min(values):8.1f} {statistics.median(values):8.1f} {max(values):8.1f}"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def time_sealing(megabytes: int, runs: int) -> None:
    """Print how fast a site is packed, sealed and opened, how much memory that takes, and how fast a browser reads it."""
    phrase = generated()
    key = wrapping_key(phrase, salt=SALT, iterations=ITERATIONS)
    packing, sealing, opening = [], [], []
    with tempfile.TemporaryDirectory() as temporary:
        site, target = Path(temporary, "site"), Path(temporary, "sealed")
        write_large_site(site, megabytes)
        files = found_files(site)
        length = sum(files.sizes.values()) / 1e6
        # First of all, because a child begins with the memory that its parent has.
        peak = peak_memory(site, Path(temporary, "first"), phrase)
        for _ in range(runs):
            packing.append(
                length / timed(lambda: exhaust(chunks(planned(files, files.pieces), files.pieces)))
            )
            shutil.rmtree(target, ignore_errors=True)
            sealing.append(length / timed(lambda: write_files(target, sealed(files, key))))
            opening.append(1000 * timed(lambda: exhaust(opened_files(found_files(target), phrase))))
        print(f"{len(files)} files, {length:.0f} MB, {runs} runs: least, median, greatest")
        print(f"packing, MB/s                {spread(packing)}")
        print(f"sealing into a folder, MB/s  {spread(sealing)}")
        print(f"opening in Python, ms        {spread(opening)}")
        print(f"afterword seal, whole process: at most {peak:.0f} MB of memory")
        time_browser(target, phrase, runs)


def sealed(files: FolderFiles, key: bytes) -> Iterator[tuple[str, bytes]]:
    """The site sealed as `afterword seal` does it."""
    runs = may_run(files, is_foreign=True)
    return sealed_files(files, files.pieces, [key], salt=SALT, iterations=ITERATIONS, runs=runs)


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def exhaust(things: Iterable[object]) -> None:
    """Let each of them come and go."""
    deque(things, maxlen=0)


def peak_memory(site: Path, target: Path, phrase: str) -> float:
    """The most memory, in MB, that the command took in a process of its own."""
    command = [sys.executable, "-m", "afterword.cli", "seal", str(site), "--to", str(target)]
    environment = {**os.environ, "AFTERWORD_PASSPHRASE": phrase}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6


def time_browser(folder: Path, phrase: str, runs: int) -> None:
    """Print how long a browser takes to unlock, and for a page after that."""
    program = shutil.which("chromium")
    if program is None:
        print("Chromium is not installed: no times of a browser")
        return
    unlocking, pages = [], []
    with sync_playwright() as playwright, served(folder) as address:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        for _ in range(runs):
            page = browser.new_page()
            unlocking.append(unlock(page, address, phrase))
            pages += page.evaluate(
                """async () => {
                    const times = [];
                    for (let at = 0; at < 40; at++) {
                        const started = performance.now();
                        const name = `page-${String(at).padStart(5, "0")}.html`;
                        await (await fetch(name)).arrayBuffer();
                        times.push(performance.now() - started);
                    }
                    return times;
                }"""
            )
            page.close()
        browser.close()
    print(f"unlocking in Chromium, ms    {spread(unlocking)}")
    print(f"a page in the worker, ms     {spread(pages)}")


def unlock(page: Page, address: str, phrase: str) -> float:
    """Milliseconds from pressing the button to the first page."""
    page.goto(address)
    page.get_by_label("Passphrase").fill(phrase)
    started = time.perf_counter()
    page.keyboard.press("Enter")
    page.wait_for_selector("article")
    return 1000 * (time.perf_counter() - started)


def compare_peers() -> None:
    """Print how many of the demonstration's words each tool would publish."""
    reading = read(ROOT / "mkdocs.yml", None, None)
    words = words_of(reading.journal, reading.journal, MYSELF, today=reading.today).every
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        shutil.copytree(ROOT / "journal", folder / "journal")
        shutil.copy(ROOT / "mkdocs.yml", folder)
        build(folder, folder / "plain")
        plain = read_folder(folder / "plain")
        sealed = seal(plain, [bytes(32)], salt=SALT)
        print(f"{len(words)} names and titles; found in what is published:")
        report("plain MkDocs", plain, words)
        report("afterword", varying(sealed), words)
        for name, encrypt in (
            ("StatiCrypt", staticrypt),
            ("ordinary pages", ordinary),
            ("encryptcontent", encryptcontent),
        ):
            try:
                report(name, read_folder(encrypt(folder)), words)
            except (subprocess.CalledProcessError, OSError) as error:
                print(f"{name:16} could not be had: {type(error).__name__}")


def report(name: str, files: dict[str, bytes], words: tuple[str, ...]) -> None:
    """One line of the table."""
    print(f"{name:16} {len(found_words(files, words)):4} in {len(files):4} files")


def build(folder: Path, site: Path, **settings: str) -> None:
    """Build the project in a folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


def staticrypt(folder: Path) -> Path:
    """What StatiCrypt makes of the plain site; what it does not encrypt stands beside it, as its manual has it."""
    command = [
        "npx",
        "--yes",
        "staticrypt",
        "plain",
        "--recursive",
        "--directory",
        "staticrypt",
        "--password",
        generated(),
        "--short",
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    inside = folder / "staticrypt" / "plain"
    made = inside if inside.is_dir() else folder / "staticrypt"
    for path, content in read_folder(folder / "plain").items():
        if not (made / path).exists():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_bytes(content)
    return made


def encryptcontent(folder: Path) -> Path:
    """The entries as ordinary pages, with mkdocs-encryptcontent-plugin, its search index and navigation encrypted as well.

    Ours would lay out its pages after that one has encrypted them.
    """
    packages = folder / "packages"
    names = ["mkdocs-encryptcontent-plugin", "pycryptodome", "beautifulsoup4", "soupsieve"]
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target"]
    subprocess.run([*install, str(packages), *names], check=True, capture_output=True)
    changed = ORDINARY + ENCRYPTING.format(phrase=generated())
    (folder / "mkdocs.yml").write_text(changed, encoding="utf-8")
    build(folder, folder / "encryptcontent", PYTHONPATH=str(packages))
    return folder / "encryptcontent"


def ordinary(folder: Path) -> Path:
    """The entries as ordinary pages, and nothing encrypted: what the plugin before has to start with."""
    (folder / "mkdocs.yml").write_text(ORDINARY, encoding="utf-8")
    build(folder, folder / "ordinary")
    return folder / "ordinary"


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--size", type=int, default=100, help="megabytes of the site that is sealed"
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", action="store_true", help="compare what tools would publish")
    arguments = parser.parse_args()
    if arguments.peers:
        compare_peers()
    else:
        time_sealing(arguments.size, arguments.runs)


if __name__ == "__main__":
    main()
