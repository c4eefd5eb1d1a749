// The window's archive: search, pages, removal, download.

import { address, ask, get, remove } from "./api.js";
import { byId, make, option, orNotice, tell } from "./page_parts.js";
import { showDigit } from "./pictures.js";
import { moment, number, percent, t } from "./texts.js";

const PAGE = 24;

export class ArchiveView {
  constructor() {
    this.offset = 0;
    byId("search").addEventListener("submit", (event) => event.preventDefault());
    const search = () => {
      this.offset = 0;
      this.open();
    };
    byId("search").addEventListener("change", search);
    byId("search_text").addEventListener("input", search);
    byId("newer").addEventListener("click", () => this.#turn(-PAGE));
    byId("older").addEventListener("click", () => this.#turn(PAGE));
    byId("sure_no").addEventListener("click", () => byId("sure").close());
    byId("sure_yes").addEventListener("click", () => this.#remove());
  }

  setModel(model) {
    const names = model.labels ?? [];
    byId("search_label").replaceChildren(option("", t("Any label")), ...names.map((name) => option(name)));
  }

  /** Show what the search finds. */
  async open() {
    const query = {
      text: byId("search_text").value.trim(),
      label: byId("search_label").value,
      verdict: byId("search_verdict").value,
      starred: byId("search_starred").checked ? "true" : "",
    };
    // A download has all that the search finds, not only this page.
    for (const format of ["csv", "jsonl"]) byId(`save_${format}`).href = address("archive/export", { ...query, format });
    const page = { ...query, offset: this.offset, limit: PAGE };
    const found = await orNotice(ask("archive", () => get("archive", page)));
    if (!found) return;
    const { total, entries } = found;
    byId("archive_count").textContent = t("Entries: {n}", { n: number(total) });
    byId("no_entries").hidden = total > 0;
    byId("entries").replaceChildren(...entries.map((entry) => this.#tile(entry)));
    byId("newer").disabled = this.offset === 0;
    byId("older").disabled = this.offset + PAGE >= total;
    byId("page_shown").textContent = total ? t("{first} to {last}", { first: number(this.offset + 1), last: number(this.offset + entries.length) }) : "";
  }

  #tile(entry) {
    const image = make("img", { className: "digit_picture" });
    const text = entry.text || t("Nothing found");
    showDigit(image, entry.image, t("Archived picture, read as {name}", { name: text }));
    const button = make("button", { type: "button", className: "tool flat", title: t("Remove this entry"), "aria-label": t("Remove {name}", { name: text }) }, make("i", { className: "icon clear" }));
    button.addEventListener("click", () => this.#ask(entry));
    const share = entry.probability === null ? "" : percent(entry.probability);
    return make("li", {}, image,
      make("div", { className: "about" },
        make("strong", { className: "ellipsis", textContent: entry.is_starred ? `★ ${text}` : text }),
        make("span", { className: "muted small figures", textContent: share }),
        make("span", { className: "muted small ellipsis", textContent: moment(entry.kept_at) }),
        make("span", { className: "muted small ellipsis", textContent: entry.note || entry.model })),
      button);
  }

  #turn(by) {
    this.offset = Math.max(0, this.offset + by);
    this.open();
  }

  #ask(entry) {
    this.wanted = entry;
    byId("sure").showModal();
  }

  async #remove() {
    const { id } = this.wanted;
    byId("sure").close();
    const gone = await orNotice(ask(`remove ${id}`, () => remove(`archive/${id}`)));
    if (!gone) return;
    tell(t("Removed."));
    await this.open();
    byId("search_text").focus();
  }
}
