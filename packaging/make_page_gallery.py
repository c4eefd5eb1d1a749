"""Make the documents' pictures of the web page with Chromium, from strokes that are drawn here.

Usage: ``python packaging/make_page_gallery.py [FOLDER]``, by default ``resources/screenshots``.
It needs ``chromium`` and ``chromedriver`` (Debian: chromium, chromium-driver) and selenium.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

ROOT = Path(__file__).resolve().parents[1]
SCREENSHOTS = ROOT / "resources" / "screenshots"
PATIENCE_S = 60
FIVE = """66 20, 50 21, 40 22
40 22, 37 35, 35 46, 45 42, 57 45, 65 55, 65 68, 56 79, 44 82, 32 77"""
THREE = """34 26, 45 18, 58 20, 63 30, 56 42, 45 47, 57 50, 66 60, 63 74, 50 83, 36 80, 29 73"""


@contextlib.contextmanager
def served() -> Iterator[str]:
    """Serve the page with empty settings; yield its address."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "DESKTOP_CVAE_HOME": home,
            "DESKTOP_CVAE_LANGUAGE": "en",
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, "-m", "desktop_cvae", "serve", "--events", "jsonl", "--port"]
        pipe = subprocess.PIPE
        with subprocess.Popen(
            [*command, "8479"], stdin=pipe, stdout=pipe, env=environment
        ) as server:
            assert server.stdin is not None
            assert server.stdout is not None
            yield str(json.loads(server.stdout.readline())["url"])
            # The server ends when its standard input is closed.
            server.stdin.close()


@contextlib.contextmanager
def opened(address: str, width: int, height: int, theme: str) -> Iterator[Any]:
    """Open the page in Chromium on a screen of a size; yield the browser's driver."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for option in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(option)
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    media = {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    driver.get(address)
    wait(driver, "'ready' in document.body.dataset")
    yield driver
    driver.quit()


def wait(driver: Any, condition: str) -> None:
    """Wait until a JavaScript expression is true."""
    waiting = WebDriverWait(driver, PATIENCE_S, 0.05)
    waiting.until(lambda _: driver.execute_script(f"return {condition}"))


def draw(driver: Any, strokes: str) -> None:
    """Draw a digit with the mouse, and wait for the digits in its hand.

    Args:
        driver: shows the page.
        strokes: one a line, points in hundredths of the canvas' side.
    """
    find = "const area = document.querySelector('#digit_pad canvas').getBoundingClientRect();"
    left, top, side = driver.execute_script(f"{find} return [area.left, area.top, area.height]")
    for line in strokes.splitlines():
        stroke = [[float(part) / 100 for part in point.split()] for point in line.split(",")]
        for index, (x, y) in enumerate([*stroke, stroke[-1]]):
            kind = "mousePressed" if index == 0 else "mouseMoved"
            kind = "mouseReleased" if index == len(stroke) else kind
            point = {"x": left + x * side, "y": top + y * side, "button": "left", "clickCount": 1}
            values = {"type": kind, "buttons": int(index < len(stroke)), **point}
            driver.execute_cdp_cmd("Input.dispatchMouseEvent", values)
    wait(driver, "document.querySelector('#told').textContent !== ''")
    wait(driver, "document.querySelector('#hand_samples img').alt !== ''")
    wait(driver, "[...document.images].every((image) => image.complete)")


def main() -> None:
    """Make both pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SCREENSHOTS
    with served() as address:
        with opened(address, 1366, 812, "light") as driver:
            draw(driver, FIVE)
            driver.save_screenshot(str(folder / "page-light.png"))
        with opened(address, 390, 844, "dark") as driver:
            draw(driver, THREE)
            driver.save_screenshot(str(folder / "page-phone-dark.png"))


if __name__ == "__main__":
    main()
