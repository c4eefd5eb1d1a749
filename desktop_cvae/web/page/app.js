// The page: starts the views, and connects them to the tabs, the model, the theme and the keys.

import { ask, get, status } from "./api.js";
import { ArchiveView } from "./archive.js";
import { DigitView } from "./digit.js";
import { LatentView } from "./latent.js";
import { NumberView } from "./number.js";
import { byId, notify, option, orNotice } from "./page_parts.js";
import { speak, t } from "./texts.js";

const TABS = ["digit", "number", "latent", "archive"];
const THEME = "desktop_cvae theme";
const NARROW = matchMedia("(max-width: 719px) and (min-height: 501px), (max-width: 559px)");
const DARK = matchMedia("(prefers-color-scheme: dark)");

class App {
  async start() {
    this.#takeTheme(recalled());
    const texts = await orNotice(ask("status", () => get("texts")));
    if (texts) speak(texts);
    this.status = await orNotice(ask("status", status));
    if (!this.status) return;
    this.views = { digit: new DigitView(this), number: new NumberView(this), latent: new LatentView(), archive: new ArchiveView() };
    byId("tab_archive").hidden = !this.status.has_archive;
    this.views.digit.setLimits(this.status);
    this.views.number.setLimits(this.status);
    this.#listModels();
    this.#listen();
    document.body.dataset.ready = "";
  }

  get tab() {
    return TABS.find((name) => !byId(name).hidden);
  }

  #listModels() {
    const { models } = this.status;
    byId("model").replaceChildren(...models.map(({ name }) => option(name)));
    byId("model").value = (models.find((model) => model.is_default) ?? models[0])?.name ?? "";
    byId("model").addEventListener("change", () => this.#takeModel());
    this.#takeModel();
  }

  #takeModel() {
    const model = this.status.models.find(({ name }) => name === byId("model").value);
    if (!model) {
      notify(t("There is no model."));
      return;
    }
    byId("about_model").textContent = model.description;
    for (const view of Object.values(this.views)) view.setModel(model);
  }

  show(name) {
    for (const each of TABS) {
      const [tab, isChosen] = [byId(`tab_${each}`), each === name];
      byId(each).hidden = !isChosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
    }
    if (name === "latent") this.views.latent.setDrawing(this.views.digit.reply);
    this.views[name].open?.();
  }

  /** Return the shown tab's pad; from a tab without one, pictures go to the digit's. */
  #pad() {
    if (!this.views[this.tab].pad) this.show("digit");
    return this.views[this.tab].pad;
  }

  #openFirst(files) {
    if (!files.length) return;
    this.#pad().open(files[0]);
    if (files.length > 1) notify(t("Only the first of {n} files was opened.", { n: files.length }));
  }

  #listen() {
    for (const name of TABS) byId(`tab_${name}`).addEventListener("click", () => this.show(name));
    document.querySelector(".tabs").addEventListener("keydown", (event) => this.#onTabKey(event));
    byId("theme").addEventListener("click", () => this.#takeTheme(isDark() ? "light" : "dark"));
    byId("notice").querySelector("button").addEventListener("click", () => notify(""));
    document.addEventListener("keydown", (event) => this.#onKey(event));
    document.addEventListener("paste", (event) => this.#openFirst([...event.clipboardData.files]));
    document.addEventListener("dragover", (event) => {
      event.preventDefault();
      document.body.classList.add("dropping");
    });
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) document.body.classList.remove("dropping");
    });
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      document.body.classList.remove("dropping");
      this.#openFirst([...event.dataTransfer.files]);
    });
    // On a narrow screen the answer stands right under the canvas, which it must never move, and
    // the settings are folded.
    const fold = () => {
      byId("settings").toggleAttribute("open", !NARROW.matches);
      if (NARROW.matches) byId("digit_pad").querySelector(".sheet").after(byId("answer"));
      else byId("explained").prepend(byId("answer"));
    };
    NARROW.addEventListener("change", fold);
    fold();
    DARK.addEventListener("change", () => this.#repaint());
    byId("dark").addEventListener("load", () => this.#repaint());
  }

  #onTabKey(event) {
    const shown = TABS.filter((name) => !byId(`tab_${name}`).hidden);
    const at = shown.indexOf(this.tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const name = shown[(to + shown.length) % shown.length];
    this.show(name);
    byId(`tab_${name}`).focus();
  }

  /** Handle the keys of the desktop window, unless the user types in a field. */
  #onKey(event) {
    if (event.target.closest("input:not([type=range], [type=checkbox]), select, dialog:not(#full)")) return;
    const pad = this.views[this.tab].pad;
    const key = event.key.toLowerCase();
    const isWithControl = event.ctrlKey || event.metaKey;
    if (pad && isWithControl && (key === "z" || key === "y")) {
      event.preventDefault();
      if (key === "y" || event.shiftKey) pad.redo();
      else pad.undo();
    } else if (isWithControl || event.altKey) {
      return;
    } else if (pad && key === "delete") {
      pad.clear();
    } else if (this.tab === "digit" && key === "a") {
      this.views.digit.chooseLabel(null);
    } else if (this.tab === "digit" && /^\d$/.test(key)) {
      this.views.digit.chooseLabel(key);
    }
  }

  #takeTheme(choice) {
    if (choice) {
      byId("dark").media = choice === "dark" ? "all" : "not all";
      remember(choice);
    }
    this.#repaint();
  }

  /** Paint the canvases in the theme's colours, which style sheets cannot change there. */
  #repaint() {
    byId("theme").firstElementChild.className = isDark() ? "icon sun" : "icon moon";
    if (!this.views) return;
    this.views.digit.pad.repaint();
    this.views.digit.paintDifference();
    this.views.number.pad.repaint();
    this.views.latent.paint();
  }
}

function isDark() {
  return matchMedia(byId("dark").media).matches;
}

function recalled() {
  try {
    return localStorage.getItem(THEME);
  } catch {
    return null; // The browser allows no storage for this page.
  }
}

function remember(choice) {
  try {
    localStorage.setItem(THEME, choice);
  } catch {
    // As above: the choice lasts until the page is closed.
  }
}

new App().start();
