// Number mode: a wide canvas, or a picture of several digits, read line by line.

import { ask, forget, post } from "./api.js";
import { Pad } from "./pad.js";
import { byId, dim, make, notify, orNotice, press, tell, tellKept } from "./page_parts.js";
import { percent, size, t } from "./texts.js";

const WIDE_ASPECT = 2.6;
const COUNTS = { length: { min: 1, max: 40, usual: 10 }, postal: { min: 3, max: 10, usual: 5 } };

export class NumberView {
  constructor(app) {
    this.app = app;
    this.reply = null;
    const onChange = (isLive) => this.read(isLive);
    this.pad = new Pad(byId("number_pad"), { aspect: WIDE_ASPECT, hint: t("Write a number here"), onChange, onRefused: notify });
    byId("rule").addEventListener("change", () => this.#takeRule());
    byId("rule_count").addEventListener("input", () => this.read(false));
    byId("keep_number").addEventListener("click", () => this.#keep());
    byId("copy_number").addEventListener("click", () => this.#copy());
    byId("number_full").addEventListener("click", () => this.#fillScreen());
    byId("full_close").addEventListener("click", () => byId("full").close());
    byId("full").addEventListener("close", () => this.#leaveFullScreen());
  }

  /** Move the pad into a dialog over the whole page, which Escape and a telephone's Back close. */
  #fillScreen() {
    this.place = byId("number_pad").parentElement;
    byId("full").append(byId("number_pad"));
    byId("full").showModal();
    this.pad.setFullScreen(true);
    this.pad.canvas.focus({ focusVisible: false });
  }

  #leaveFullScreen() {
    this.place.append(byId("number_pad"));
    this.pad.setFullScreen(false);
    byId("number_full").focus({ focusVisible: false });
  }

  setLimits(status) {
    this.pad.setLimits(status.limits, status.kinds);
  }

  setModel(model) {
    this.model = model;
    this.read(false);
  }

  async read(isLive) {
    const { picture, ground } = this.pad;
    byId("number_name").textContent = picture ? `${picture.name} · ${size(picture.file.size)}` : "";
    if (this.pad.isBlank) {
      forget("number");
      this.#show(null);
      return;
    }
    const reply = await orNotice(ask("number", async () => post("number", await this.#question())), () => this.pad.takeBack(ground), () => dim("number", true));
    if (reply === undefined || this.pad.isBlank) return;
    this.#show(reply);
    if (!isLive && !this.pad.isDrawing) tell(`${reply.record.text || t("Nothing found")}. ${reply.record.warning}`);
  }

  async #question(isKept = false) {
    const form = new FormData();
    form.set("picture", await this.pad.blob(), this.pad.picture?.name ?? "drawing.png");
    form.set("model", this.model.name);
    const rule = this.#rule();
    if (rule) form.set("rule", rule);
    if (isKept) form.set("keep", "true");
    return form;
  }

  async #keep() {
    const reply = await orNotice(ask("keep", async () => post("number", await this.#question(true))));
    if (!reply) return;
    byId("keep_number").disabled = true;
    tellKept(reply, byId("number_line"));
  }

  #rule() {
    const kind = byId("rule").value;
    return kind in COUNTS ? `${kind}:${byId("rule_count").value}` : kind;
  }

  #takeRule() {
    const counts = COUNTS[byId("rule").value];
    const field = byId("rule_count");
    field.hidden = !counts;
    if (counts) [field.min, field.max, field.value] = [counts.min, counts.max, counts.usual].map(String);
    this.read(false);
  }

  #show(reply) {
    this.reply = reply;
    dim("number", false);
    const { digits = [], warning = "", probability = null } = reply?.record ?? {};
    byId("copy_number").disabled = byId("keep_number").disabled = digits.length === 0;
    byId("keep_number").hidden = !this.app.status.has_archive;
    byId("number_warning").textContent = warning;
    const lines = [];
    for (const [index, digit] of digits.entries()) (lines[digit.line] ??= make("div")).append(this.#button(index, digit));
    byId("number_text").replaceChildren(...lines.filter(Boolean));
    byId("full_text").textContent = reply ? reply.record.text.replaceAll("\n", "  ") || t("Nothing found") : "";
    if (!reply) byId("number_line").textContent = t("Write a number, or open a picture of one.");
    else if (!digits.length) byId("number_line").textContent = t("Nothing found");
    else if (probability === null) byId("number_line").textContent = t("Not a digit");
    else byId("number_line").textContent = t("Digits: {n} · {share} probable as a whole", { n: digits.length, share: percent(probability) });
    this.#frame();
  }

  #button(index, digit) {
    const button = make("button", { type: "button", textContent: shown(digit), "aria-pressed": "false", title: this.#about(index, digit) });
    if (digit.label === null || digit.probability < 0.9) button.classList.add("doubtful");
    button.addEventListener("click", () => {
      press(byId("number_text").querySelectorAll("button"), button);
      byId("number_line").textContent = this.#about(index, digit);
      this.#frame(index);
    });
    return button;
  }

  #frame(chosen = -1) {
    const isSeen = !this.pad.picture || this.pad.picture.bitmap;
    this.pad.setBoxes(isSeen ? (this.reply?.record.digits ?? []).map(({ box }) => box) : [], chosen);
  }

  #about(index, digit) {
    const share = digit.label === null ? t("Not a digit") : percent(digit.probability);
    return t("Digit {k} of {n}: {name}, {share}", { k: index + 1, n: this.reply.record.digits.length, name: shown(digit), share });
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.reply.record.text);
      tell(t("Copied."));
    } catch {
      // Without TLS browsers refuse the clipboard; the user can copy the selected text.
      getSelection().selectAllChildren(byId("number_text"));
    }
  }
}

/** Return what stands for a digit in the number's text. */
const shown = (digit) => digit.label ?? "?";
