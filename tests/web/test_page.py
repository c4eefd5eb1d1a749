"""The page in a real browser: drawn on, sent pictures, and used by keys alone, in every theme."""

from __future__ import annotations

import itertools
import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import axe_core_python
import html5lib
import numpy as np
import pytest
from PySide6.QtCore import QPointF
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from desktop_cvae.core.language import ENGLISH
from desktop_cvae.core.paths import resources_dir
from desktop_cvae.gui.drawing import Drawing, Stroke
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.web.admission import Guard
from desktop_cvae.web.api import Service
from desktop_cvae.web.application import PAGE, make_app
from desktop_cvae.web.engine_pool import EnginePool
from desktop_cvae.web.model_cache import ModelCache
from desktop_cvae.web.page_texts import TEXTS
from desktop_cvae.web.server import WebServer
from desktop_cvae.workers.language_selection import PSEUDO, speech

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
AXE = Path(axe_core_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
needs_browser = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium, chromedriver")
SAMPLES = resources_dir() / "samples"
PATIENCE_S = 60
LONG = "eo"
"""A language that the tests' server speaks by texts that are 40 % longer."""
Places = list[tuple[float, float]]

TWO: list[Places] = [
    [(0.22, 0.32), (0.32, 0.2), (0.45, 0.3), (0.42, 0.48), (0.22, 0.78), (0.5, 0.78)]
]
FOUR: list[Places] = [[(0.3, 0.2), (0.16, 0.55), (0.46, 0.55)], [(0.4, 0.35), (0.36, 0.82)]]
SEVEN: list[Places] = [[(0.28, 0.25), (0.5, 0.24), (0.72, 0.25), (0.6, 0.5), (0.42, 0.85)]]


class Page:
    """The page in Chromium.

    Args:
        browser: Chromium.
        address: of the server.
    """

    def __init__(self, browser: Any, address: str) -> None:
        self.browser, self.address = browser, address

    def open(
        self, width: int = 1366, height: int = 860, theme: str = "light", language: str = "en"
    ) -> None:
        """Load it anew on a screen of a size; a small one is a telephone's."""
        is_telephone = width < 600 or height < 500
        self.command("Emulation.setUserAgentOverride", userAgent="test", acceptLanguage=language)
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_telephone}
        self.command("Emulation.setTouchEmulationEnabled", enabled=is_telephone)
        self.command("Emulation.setDeviceMetricsOverride", **screen)
        wishes = {"prefers-color-scheme": theme, "prefers-reduced-motion": "reduce"}
        features = [{"name": name, "value": value} for name, value in wishes.items()]
        self.command("Emulation.setEmulatedMedia", features=features)
        self.browser.get(self.address)
        self.wait("'ready' in document.body.dataset")

    def turn(self, width: int, height: int) -> None:
        """Turn a telephone: the page stays, and its screen has another size."""
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": True}
        self.command("Emulation.setDeviceMetricsOverride", **screen)

    def command(self, name: str, **values: object) -> None:
        """One of the developer tools' commands."""
        self.browser.execute_cdp_cmd(name, values)

    def js(self, code: str, *values: object) -> Any:
        """What a script returns."""
        return self.browser.execute_script(code, *values)

    def wait(self, condition: str) -> None:
        """Wait until a JavaScript expression is true."""
        waiting = WebDriverWait(self.browser, PATIENCE_S, 0.02)
        waiting.until(lambda _: self.js(f"return {condition}"), condition)

    def find(self, selector: str) -> Any:
        """The element of a CSS selector."""
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def text(self, selector: str) -> str:
        """What stands in an element."""
        return str(self.js("return document.querySelector(arguments[0]).textContent", selector))

    def wait_for(self, selector: str, text: str) -> None:
        """Wait until a text stands somewhere."""
        self.wait(f"document.querySelector({selector!r}).textContent.includes({text!r})")

    def axe_findings(self) -> list[str]:
        """What axe-core finds at fault, with the first element of each."""
        self.browser.set_script_timeout(PATIENCE_S)
        found = self.browser.execute_async_script(
            "const done = arguments[0]; axe.run().then(done, (error) => done(String(error)))"
        )
        return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]

    def pen(self, pad: str) -> Any:
        """``pen(kind, place)`` moves the mouse over a pad, whose height is 1."""
        left, top, height = self.js(
            "const c = document.querySelector(arguments[0] + ' canvas'); c.scrollIntoView({block:"
            " 'center'}); const r = c.getBoundingClientRect(); return [r.left, r.top, r.height]",
            pad,
        )

        def move(kind: str, place: tuple[float, float]) -> None:
            x, y = left + place[0] * height, top + place[1] * height
            held = {"button": "left", "buttons": int(kind != "mouseReleased"), "clickCount": 1}
            self.command("Input.dispatchMouseEvent", type=kind, x=x, y=y, **held)

        return move

    def draw(self, strokes: list[Places], pad: str = "#digit_pad", right: float = 0) -> None:
        """Draw with the mouse."""
        move = self.pen(pad)
        for stroke in strokes:
            places = [(x + right, y) for x, y in stroke]
            move("mousePressed", places[0])
            for place in between(places):
                move("mouseMoved", place)
            move("mouseReleased", places[-1])

    def keys(self, *keys: str) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self.browser.switch_to.active_element.send_keys(key)


def between(places: Places) -> Iterator[tuple[float, float]]:
    """Places along a line, as a moving mouse tells them."""
    for (x, y), (to_x, to_y) in itertools.pairwise(places):
        for k in (1, 2, 3):
            yield x + (to_x - x) * k / 3, y + (to_y - y) * k / 3


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    pool = EnginePool(1, 8, PATIENCE_S)
    archive = Archive(tmp_path_factory.mktemp("archive") / "archive.sqlite")

    def application(port: int) -> Any:
        service = Service(pool, ModelCache("studio"), Guard("127.0.0.1", port), archive)
        return make_app(service, {"en": ENGLISH, LONG: speech(PSEUDO)}, "en")

    server = WebServer(application, "127.0.0.1", 0, 4)
    yield f"http://127.0.0.1:{server.port}/"
    server.close()
    pool.close()
    archive.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    # Root in a container has no sandbox, and little shared memory.
    for option in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Page]:
    page = Page(browser, address)
    page.open()
    yield page
    # A refused picture is logged by the browser, too; a script's fault is another thing.
    logged = [entry["message"] for entry in browser.get_log("browser")]
    assert not [text for text in logged if "api/v1" not in text]


@needs_browser
def test_a_digit_is_read_while_it_is_drawn_one_question_at_a_time(page: Page) -> None:
    move = page.pen("#digit_pad")
    places = list(between(SEVEN[0]))
    move("mousePressed", places[0])
    for place in places:
        move("mouseMoved", place)
    page.wait_for("#verdict", "It is a 7")
    assert page.text("#told") == "", "the screen reader waits for the pen"
    move("mouseReleased", places[-1])
    page.wait_for("#told", "It is a 7")
    page.wait_for("#hand_line", "in the handwriting of the drawing")
    assert (
        len(page.browser.find_elements(By.CSS_SELECTOR, "#hand_samples img[alt]:not([alt=''])"))
        == 10
    )
    rows = page.js(
        "return [...document.querySelectorAll('#evidence tbody tr')].map(r => r.innerText)"
    )
    assert [re.split(r"\s+", row)[0] for row in rows] == list("0123456789")
    asked = page.js(
        "return performance.getEntriesByType('resource').filter(e => e.name.includes('/api/'))"
        ".map(e => [e.startTime, e.responseEnd])"
    )
    assert len(asked) > 4
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(asked))
    page.find("#digit_pad .undo").click()
    page.wait_for("#verdict", "Draw a digit")
    page.find("#digit_pad .redo").click()
    page.wait_for("#verdict", "It is a 7")


@needs_browser
def test_the_browser_draws_as_the_window_does(page: Page) -> None:
    places = [(0.3, 0.2), (0.5, 0.22), (0.7, 0.3), (0.45, 0.6), (0.4, 0.9)]
    pressures = [0.2, 0.4, 0.6, 0.9, 0.5]
    drawing = Drawing()
    stroke = Stroke(20 / 280, False, [QPointF(*place) for place in places], True, pressures)
    drawing.begin(stroke)
    window = drawing.image()
    page.browser.set_script_timeout(PATIENCE_S)
    grey = page.browser.execute_async_script(
        """
        const [places, pressures, done] = arguments;
        import("/strokes.js").then(({ Stroke, paintStroke }) => {
          const points = places.map(([x, y], k) => ({ x, y, pressure: pressures[k] }));
          const stroke = new Stroke(20 / 280, false, points[0]);
          Object.assign(stroke, { points, isEnded: true });
          const canvas = document.createElement("canvas");
          canvas.width = canvas.height = 280;
          const context = canvas.getContext("2d");
          context.scale(280, 280);
          paintStroke(context, stroke, 0, "#fff", "#000");
          const { data } = context.getImageData(0, 0, 280, 280);
          done(Array.from({ length: 280 * 280 }, (_, k) => data[4 * k + 3]));
        });
        """,
        places,
        pressures,
    )
    drawn = np.array(grey).reshape(280, 280) / 255
    assert window is not None
    # Their edges are smoothed in two ways.
    assert np.abs(drawn - window).sum() < 0.03 * window.sum()
    assert drawn.sum() == pytest.approx(window.sum(), rel=0.01)


@needs_browser
def test_pictures_noise_and_labels(page: Page, tmp_path: Path) -> None:
    chooser = page.find("#digit_pad input[type=file]")
    assert "PNG" in page.text("#digit_pad .allowed")
    assert "20 MB" in page.text("#digit_pad .allowed")
    chooser.send_keys(str(SAMPLES / "2-chalk-on-board.jpg"))
    page.wait_for("#verdict", "It is a 2")
    assert re.match(r"2-chalk-on-board\.jpg · \d+ kB", page.text("#input_name"))
    page.find("#labels button:nth-child(4)").click()
    page.wait_for("#verdict_line", "read as 3 below")
    page.find("#label_auto").click()
    page.wait("!document.querySelector('#verdict_line').textContent.includes('below')")
    before = page.js("return document.querySelector('#seen_input').src")
    page.find("#noise_level").send_keys(*[Keys.ARROW_RIGHT] * 20)
    page.wait_for("#noise_shown", "0.20")
    page.wait(f"document.querySelector('#seen_input').src !== {before!r}")

    text = tmp_path / "notes.png"
    text.write_text("no picture")
    chooser.send_keys(str(text))
    page.wait("!document.querySelector('#notice').hidden")
    assert page.text("#input_name").startswith("2-chalk"), "what was there stays"
    large = tmp_path / "large.png"
    with large.open("wb") as file:
        file.truncate(20_000_001)
    chooser.send_keys(str(large))
    page.wait_for("#notice", "“large.png” has 20.0 MB; pictures up to 20 MB are read.")


@needs_browser
def test_a_number_is_drawn_and_a_dropped_picture_read(page: Page) -> None:
    page.find("#tab_number").click()
    for k, digit in enumerate((TWO, SEVEN, FOUR)):
        page.draw(digit, "#number_pad", 0.7 * k + 0.1)
    page.wait_for("#number_text", "274")
    page.wait_for("#told", "274")
    # The answer to the pen's last movement may still come, and then nothing is chosen.
    page.wait(
        "(document.querySelector('#number_text button:nth-child(2)').click(), "
        "document.querySelector('#number_line').textContent.startsWith('Digit 2 of 3: 7,'))"
    )
    Select(page.find("#rule")).select_by_value("length")
    # Ten digits are wanted first; before that answer came, the page would move under the mouse.
    page.wait("document.querySelector('#number_warning').textContent !== ''")
    page.find("#rule_count").clear()
    page.find("#rule_count").send_keys("3")
    page.wait("document.querySelector('#number_warning').textContent === ''")
    page.find("#keep_number").click()
    page.wait_for("#told", "Saved")
    page.js(
        """
        const canvas = Object.assign(document.createElement("canvas"), { width: 300, height: 100 });
        const context = canvas.getContext("2d");
        context.fillStyle = "#fff";
        context.fillRect(0, 0, 300, 100);
        context.lineWidth = 9;
        for (const x of [60, 150, 240]) context.strokeRect(x, 15, 0.1, 70);
        canvas.toBlob((blob) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([blob], "ones.png", { type: "image/png" }));
          document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
        });
        """
    )
    page.wait_for("#number_text", "111")
    assert page.text("#number_name").startswith("ones.png")


@needs_browser
def test_what_is_kept_is_found_and_removed(page: Page) -> None:
    page.draw(SEVEN)
    page.wait_for("#verdict", "It is a 7")
    page.wait("!document.querySelector('#digit_pad .undo').disabled")
    page.find("#keep").click()
    page.wait_for("#took", "Saved")
    # A stroke more: the same drawing, which takes the place of what was kept.
    page.draw([[(0.36, 0.55), (0.64, 0.53)]])
    page.wait("!document.querySelector('#keep').disabled")
    page.find("#keep").click()
    page.wait_for("#took", "Saved")
    page.find("#tab_archive").click()
    page.wait("document.querySelectorAll('#entries li').length > 0")
    label = Select(page.find("#search_label"))
    label.select_by_value("3")
    page.wait_for("#archive_count", "Entries: 0")
    label.select_by_value("7")
    page.wait("document.querySelectorAll('#entries li').length === 1")
    saved = page.js(
        "return fetch(document.querySelector('#save_jsonl').href).then((r) => r.text())"
    )
    assert json.loads(saved)["text"] == "7"
    page.find("#entries button").click()
    page.keys(Keys.TAB, Keys.ENTER)
    page.wait_for("#archive_count", "Entries: 0")


@needs_browser
def test_a_full_server_is_asked_again_and_a_gone_one_told(page: Page) -> None:
    page.js(
        """
        const ask = window.fetch;
        const full = { status: 429, headers: { "Retry-After": "0" } };
        const answers = [() => new Response('{"error": {"message": "Full."}}', full), ask];
        window.fetch = (...wish) => (answers.length > 1 ? answers.shift() : answers[0])(...wish);
        window.breakOff = () => answers.splice(0, 1, () => Promise.reject(new TypeError()));
        """
    )
    page.draw(SEVEN)
    page.wait_for("#verdict", "It is a 7")
    assert not page.find("#notice").is_displayed()
    page.js("window.breakOff()")
    page.find("#label_auto").click()
    page.wait_for("#notice", "does not answer")
    page.wait("getComputedStyle(document.querySelector('#answer')).opacity < 0.6")


@needs_browser
def test_by_keys_alone(page: Page) -> None:
    for _ in range(30):
        if page.js("return document.activeElement.matches('#digit_pad canvas')"):
            break
        page.keys(Keys.TAB)
    up, down = [Keys.ARROW_UP] * 9, [Keys.ARROW_DOWN] * 18
    page.keys(*up, " ", *down, " ")
    page.wait_for("#verdict", "It is a 1")
    page.keys(Keys.DELETE)
    page.wait_for("#verdict", "Draw a digit")
    page.js("document.querySelector('#tab_digit').focus()")
    page.keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    assert page.js("return document.activeElement.id") == "tab_latent"
    page.wait("document.querySelector('#decoded_line').textContent !== ''")
    before = page.js("return document.querySelector('#decoded').src")
    page.js("document.querySelector('#map').focus()")
    page.keys(*[Keys.ARROW_RIGHT] * 8)
    page.wait(f"document.querySelector('#decoded').src !== {before!r}")


@needs_browser
@pytest.mark.parametrize(
    ("width", "height"), [(390, 664), (412, 732), (320, 640), (844, 390), (667, 375)]
)
def test_on_a_telephone_pad_and_verdict_are_seen_together(
    page: Page, width: int, height: int
) -> None:
    page.open(width, height)
    page.draw(SEVEN)
    page.wait_for("#verdict", "It is a 7")
    page.js("document.querySelector('#settings').open = true; scrollTo(0, 0)")
    bounds = "document.querySelector(arguments[0]).getBoundingClientRect()"
    for part in ("#verdict", "#verdict_line", "#digit_pad canvas", "#digit_pad .tools"):
        assert page.js(f"return {bounds}.bottom", part) <= height, part
    # The pad takes the finger's movement; beside it, the page can be scrolled.
    assert page.js(f"return innerWidth - {bounds}.width", "#digit_pad canvas") >= 36
    assert page.js("return document.documentElement.scrollHeight > innerHeight")
    for name in ("digit", "number", "latent", "archive"):
        page.find(f"#tab_{name}").click()
        assert page.js(SMALL_TARGETS) == [], name


@needs_browser
def test_the_numbers_pad_fills_a_telephones_screen_and_keeps_its_strokes(page: Page) -> None:
    page.open(390, 664)
    page.find("#tab_number").click()
    page.draw(TWO, "#number_pad", 0.1)
    page.wait_for("#number_text", "2")
    page.find("#number_full").click()
    page.wait("document.querySelector('#number_pad canvas').clientHeight > 450")
    page.wait_for("#full_text", "2")
    page.js(AXE)
    assert page.js(SMALL_TARGETS) + page.js(FAULTS) + page.axe_findings() == []
    # On its side, the screen has room for one line, in which digits are twice as large.
    page.turn(844, 390)
    page.wait("document.querySelector('#number_pad canvas').clientWidth > 660")
    for part in ("#number_pad canvas", "#number_pad .tools", "#full_close"):
        bottom = page.js(
            "return document.querySelector(arguments[0]).getBoundingClientRect().bottom", part
        )
        assert bottom <= 390, part
    page.draw(SEVEN, "#number_pad", 0.8)
    page.wait_for("#full_text", "27")
    page.keys(Keys.ESCAPE)
    page.wait("!document.querySelector('#full').open")
    assert page.js("return document.activeElement.id") == "number_full"
    page.wait_for("#number_text", "27")

    # Upright, it has room for more lines, and the sheet stays as tall as its ink.
    page.turn(390, 664)
    page.find("#number_full").click()
    page.wait("document.querySelector('#number_pad canvas').clientHeight > 450")
    page.js("document.querySelector('#number_pad .clear').click()")
    move, low = page.pen("#number_pad"), [(x / 4 + 0.2, y / 4 + 0.6) for x, y in FOUR[0]]
    move("mousePressed", low[0])
    for place in between(low):
        move("mouseMoved", place)
    move("mouseReleased", low[-1])
    page.find("#full_close").click()
    page.wait("!document.querySelector('#full').open")
    height = "document.querySelector('#number_pad canvas').clientHeight"
    assert 200 < page.js(f"return {height}") < 500
    page.find("#number_pad .undo").click()
    page.wait(f"{height} < 160")


SMALL_TARGETS = """
return [...document.querySelectorAll("button, select, input, summary, a")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length)
  .map((e) => [e.id || e.textContent, (e.closest("label.tick") ?? e).getBoundingClientRect()])
  .filter(([, { width, height }]) => Math.min(width, height) < 43.9).map(([name]) => name);
"""


@needs_browser
def test_the_page_waits_for_the_pen_before_it_calls_ink_no_digit(page: Page) -> None:
    page.js(
        """
        const ask = window.fetch;
        window.fetch = async (...wish) => {
          const response = await ask(...wish);
          if (!String(wish[0]).endsWith("/read")) return response;
          const reply = await response.json();
          return Response.json({ ...reply, verdict: { ...reply.verdict, kind: "not a digit" } });
        };
        window.shown = [];
        const verdict = document.querySelector("#verdict");
        new MutationObserver(() => window.shown.push(verdict.textContent))
          .observe(verdict, { childList: true });
        """
    )
    move = page.pen("#digit_pad")
    move("mousePressed", SEVEN[0][0])
    move("mouseMoved", SEVEN[0][1])
    page.wait_for("#verdict", "…")
    assert "Not a digit" not in page.js("return window.shown")
    move("mouseReleased", SEVEN[0][1])
    page.wait_for("#verdict", "Not a digit")


@needs_browser
def test_long_labels_are_whole(page: Page) -> None:
    page.open(320, 640)
    page.js(
        """
        const names = ["T-shirt", "Trouser", "Ankle boot"];
        document.querySelector("#settings").open = true;
        document.querySelectorAll("#labels button").forEach((button, k) => {
          button.textContent = names[k % 3];
        });
        document.querySelector("#evidence").classList.add("worded");
        document.querySelectorAll("#evidence tbody th").forEach((cell, k) => {
          cell.textContent = names[k % 3];
        });
        """
    )
    cut = page.js(
        "return [...document.querySelectorAll('#labels button, #evidence tbody th')]"
        ".filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.textContent)"
    )
    assert cut == []


FAULTS = Path(__file__).with_name("page_faults.js").read_text(encoding="utf-8")


@needs_browser
@pytest.mark.parametrize(
    ("width", "theme", "language"),
    [(320, "dark", "en"), (320, "light", LONG), (820, "light", LONG), (1366, "dark", "en")],
)
def test_every_view_can_be_read_and_used(page: Page, width: int, theme: str, language: str) -> None:
    page.open(width, 640 if width < 600 else 860, theme, language)
    page.draw(FOUR)
    page.wait_for("#verdict", "4")
    page.wait("document.querySelector('#hand_samples img').alt !== ''")
    assert (
        len(page.browser.find_elements(By.CSS_SELECTOR, "#hand_samples img[alt]:not([alt=''])"))
        == 10
    )
    page.js("document.querySelector('#settings').open = true")
    page.js(AXE)
    for name in ("digit", "number", "latent", "archive"):
        page.find(f"#tab_{name}").click()
        page.wait(f"!document.querySelector('#{name}').hidden")
        assert page.js(FAULTS) == [], name
        assert page.axe_findings() == [], name
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    before = page.js(f"return {ground}")
    page.find("#theme").click()
    page.wait(f"{ground} !== {before!r}")
    assert page.js(FAULTS) == [], "in the other theme"
    assert page.axe_findings() == [], "in the other theme"
    page.js("localStorage.clear()")


def test_the_page_is_valid_html() -> None:
    # The parser raises on any parse error; what is below it does not know.
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    text = (PAGE / "index.html").read_text(encoding="utf-8")
    elements = list(parser.parse(text).iter())
    names = [name for one in elements if (name := one.get("id"))]
    assert len(names) == len(set(names))
    for one in elements:
        for attribute in ("for", "aria-labelledby", "aria-controls", "aria-describedby"):
            assert set(one.get(attribute, "").split()) <= set(names), attribute
        assert one.tag != "img" or {"src", "alt"} <= set(one.keys()), one.attrib
        assert one.tag != "button" or one.get("type") in ("button", "submit"), one.attrib


def test_every_text_of_the_page_can_be_translated() -> None:
    class Texts(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.found: set[str] = set()
            self.is_named = False

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            values = dict(attrs)
            self.is_named = "translate" in values
            names = ("title", "aria-label", "placeholder", "alt")
            self.found |= {value for name in names if (value := values.get(name))}

        def handle_data(self, data: str) -> None:
            if not self.is_named:
                self.found.add(data.strip())

    texts = Texts()
    texts.feed((PAGE / "index.html").read_text(encoding="utf-8"))
    for file in PAGE.glob("*.js"):
        texts.found |= set(re.findall(r'\bt\(\s*"([^"]*)"', file.read_text(encoding="utf-8")))
    unspoken = {"", "×", "0.00", "1.00", "CSV", "JSONL", "desktop_cvae"}
    assert texts.found - unspoken == set(TEXTS)
