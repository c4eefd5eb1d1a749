// One digit: the input, what the model makes of it, and what it writes.

import { ask, forget, post } from "./api.js";
import { Pad } from "./pad.js";
import { byId, dim, make, notify, option, orNotice, press, tell, tellKept } from "./page_parts.js";
import { greys, labelColor, paintDifference, paintForeign, showDigit } from "./pictures.js";
import { number, percent, size, t } from "./texts.js";

const SPAN_NATS = 1000; // Distance from the best label at which a bar is empty.
const FLOOR = 0.04;
const SAMPLE_COUNT = 10;
const SURE = 0.99; // Above this probability of the usual preparation no candidates are shown.
const LEAST_SHARE = 0.01;
const MOST_CANDIDATES = 4;

/** “a 7”, “an 8”. */
const article = (name) => (name === "8" ? t("an {name}", { name }) : t("a {name}", { name }));

export class DigitView {
  constructor(app) {
    this.app = app;
    this.label = null;
    this.preparation = "";
    this.noiseSeed = 1;
    this.reply = null;
    const onChange = (isLive) => this.read(isLive);
    this.pad = new Pad(byId("digit_pad"), { aspect: 1, hint: t("Draw a digit here"), onChange, onRefused: notify });
    byId("temperature_shown").textContent = number(1, 2);
    this.#listen();
  }

  setLimits(status) {
    this.pad.setLimits(status.limits, status.kinds);
    this.noise = status.noise;
    byId("noise_kind").replaceChildren(...status.noise.map(({ kind, title }) => option(kind, title.charAt(0).toUpperCase() + title.slice(1))));
    this.#takeNoiseKind();
  }

  /** Take another model: show its labels, and let it read the drawing. */
  setModel(model) {
    this.model = model;
    this.label = null;
    const buttons = (model.labels ?? []).map((name, index) => {
      const button = make("button", { type: "button", textContent: name, title: t("Read, reconstruct and write as {name}", { name }), "aria-pressed": "false" });
      button.style.setProperty("--label", labelColor(index));
      button.addEventListener("click", () => this.chooseLabel(name));
      return button;
    });
    byId("labels").replaceChildren(...buttons);
    byId("label_auto").disabled = buttons.length === 0;
    this.chooseLabel(null);
  }

  /** Read under a label, or null to let the model choose. */
  chooseLabel(name) {
    if (name !== null && !this.model.labels?.includes(name)) return;
    this.label = name;
    const chosen = [...byId("labels").children].find((button) => button.textContent === name);
    press([...byId("labels").children, byId("label_auto")], chosen ?? byId("label_auto"));
    this.#writeSamples();
    this.read(false);
  }

  /** Ask what the drawing is; while the pen moves, only the last question counts. */
  async read(isLive) {
    const { picture, ground } = this.pad;
    byId("input_name").textContent = picture ? `${picture.name} · ${size(picture.file.size)}` : "";
    // A preparation is chosen for one drawing or picture, not for the next.
    if (ground !== this.ground || this.pad.isBlank) this.preparation = "";
    this.ground = ground;
    if (this.pad.isBlank) {
      forget("read");
      this.#show(null);
      this.#writeInHand();
      return;
    }
    const reply = await orNotice(ask("read", async () => post("read", await this.#question(false))), () => this.pad.takeBack(ground), () => dim("digit", true));
    if (reply === undefined || this.pad.isBlank) return;
    this.#show(reply, isLive);
    if (!isLive && !this.pad.isDrawing) tell(`${byId("verdict").textContent}. ${byId("verdict_line").textContent}`);
    this.#writeInHand();
  }

  async #question(isKept) {
    const form = new FormData();
    const picture = await this.pad.blob();
    form.set("picture", picture, this.pad.picture?.name ?? "drawing.png");
    form.set("model", this.model.name);
    const level = byId("noise_level").value;
    if (Number(level) > 0) {
      form.set("noise", `${byId("noise_kind").value}:${level}`);
      form.set("seed", String(this.noiseSeed));
    }
    if (this.label !== null) form.set("label", this.label);
    if (this.preparation) form.set("preparation", this.preparation);
    if (isKept) {
      form.set("keep", "true");
      // A later state of the same drawing replaces its entry.
      if (this.kept && this.kept.beginning === this.pad.beginning) form.set("entry", String(this.kept.entry));
    }
    return form;
  }

  async #keep() {
    const { beginning } = this.pad;
    const reply = await orNotice(ask("keep", async () => post("read", await this.#question(true))));
    if (!reply) return;
    this.kept = reply.entry ? { entry: reply.entry, beginning } : null;
    byId("keep").disabled = true;
    tellKept(reply, byId("took"));
  }

  /** Write all labels in the drawing's style. */
  async #writeInHand() {
    const { hand, model } = this.reply ?? {};
    if (!hand) {
      forget("hand");
      byId("hand_samples").replaceChildren(...(this.model.labels ?? []).map((label) => this.#sample({ label, picture: null })));
      byId("hand_line").textContent = this.reply ? t("There is no drawing whose handwriting could be used.") : t("Draw a digit to see all digits in its handwriting.");
      return;
    }
    const reply = await orNotice(ask("hand", () => post("samples", { model, hand })));
    if (!reply || !this.reply) return;
    byId("hand_line").textContent = t("All labels in the handwriting of the drawing.");
    byId("hand_samples").replaceChildren(...reply.samples.map((sample) => this.#sample(sample)));
  }

  /** Write samples of the prior under the label, or under all in turn. */
  async #writeSamples() {
    const values = {
      model: this.model.name,
      label: this.label,
      count: SAMPLE_COUNT,
      temperature: Number(byId("temperature").value),
      seed: Number(byId("seed").value) || 0,
    };
    const reply = await orNotice(ask("samples", () => post("samples", values)));
    if (!reply) return;
    byId("samples_line").textContent = this.label === null ? "" : t("as {name}", { name: this.label });
    byId("samples").replaceChildren(...reply.samples.map((sample) => this.#sample(sample)));
  }

  #sample({ label, picture }) {
    const image = make("img", { className: "digit_picture" });
    const words = label === null ? t("A sample") : t("A written {name}", { name: label });
    showDigit(image, picture, picture ? words : "");
    const caption = make("figcaption", { className: "labelled", textContent: label ?? "" });
    caption.style.setProperty("--label", labelColor(Math.max(0, (this.model.labels ?? []).indexOf(label))));
    return make("figure", {}, image, caption);
  }

  #show(reply, isLive = false) {
    this.reply = reply;
    dim("digit", false);
    // Half a digit is not a digit yet: the page waits for the pen before it says so.
    const isWaiting = isLive && reply?.verdict?.kind === "not a digit";
    const [headline, line] = isWaiting ? ["…", ""] : this.#words(reply);
    byId("verdict").textContent = headline;
    byId("verdict_line").textContent = line;
    const likeness = reply?.verdict?.likeness ?? null;
    byId("likeness").textContent = likeness === null ? "" : t("Like a digit: {share}", { share: percent(likeness) });
    byId("keep").hidden = !reply || !this.app.status.has_archive;
    byId("keep").disabled = false;
    byId("took").textContent = reply ? t("Answered in {n} ms by {model}.", { n: number(reply.elapsed_ms, 1), model: reply.model }) : "";
    this.pad.setBoxes(this.pad.picture?.bitmap && reply?.box ? [reply.box] : []);
    this.#showCandidates(reply?.candidates ?? []);
    this.#showEvidence(reply);
    this.showSeen();
  }

  /** Show how the picture may be prepared, the likeliest first; nothing if that is clear. */
  #showCandidates(candidates) {
    const [read] = candidates;
    const isTold = candidates.length > 1 && (this.preparation || read.preparation !== "ink" || read.share < SURE);
    const ranked = [...candidates].sort((one, other) => other.share - one.share);
    const shown = ranked.slice(0, MOST_CANDIDATES).filter((one, at) => at === 0 || one.share >= LEAST_SHARE);
    if (read && !shown.includes(read)) shown.push(read);
    const box = byId("candidates");
    const hadFocus = box.contains(document.activeElement);
    box.hidden = !isTold;
    box.replaceChildren(...(isTold ? shown : []).map((one) => this.#candidate(one, one === read, one === ranked[0])));
    if (hadFocus) box.querySelector("[aria-checked=true]")?.focus();
  }

  #candidate({ preparation, title, share, picture }, isRead, isBest) {
    const image = make("img", { className: "digit_picture" });
    showDigit(image, picture, "");
    const words = `${title}, ${percent(share)}`;
    const caption = make("span", { className: "figures", textContent: `${number(100 * share)} %` });
    const button = make("button", { type: "button", title: words, role: "radio", "aria-checked": String(isRead), "aria-label": words }, image, caption);
    // A click on the likeliest one, or again on the chosen one, lets the evidence decide again.
    button.addEventListener("click", () => {
      this.preparation = isBest || preparation === this.preparation ? "" : preparation;
      this.read(false);
    });
    return button;
  }

  #words(reply) {
    if (!reply) return [t("Draw a digit"), t("or open a picture; it is read at once")];
    if (!reply.found) return [t("Nothing found"), t("There is no ink in the picture.")];
    const { verdict } = reply;
    if (!verdict || reply.label === null) return [t("Reconstructed"), t("This model names no digits.")];
    if (verdict.kind === "not a digit") return [t("Not a digit"), t("It looks most like {nearest}, but not enough like a digit.", { nearest: article(reply.label) })];
    const share = percent(verdict.probability);
    let headline = t("It is {name}", { name: article(reply.label) });
    let line = t("Probability: {share}", { share });
    if (verdict.labels.length > 1) {
      const first = verdict.labels.slice(0, -1).join(", ");
      headline = t("Unsure: {names}", { names: t("{first} or {last}", { first, last: verdict.labels.at(-1) }) });
      line = t("Probability of {name}: {share}", { name: reply.label, share });
    }
    if (this.label !== null && this.label !== reply.label) line = t("{line}; read as {name} below", { line, name: this.label });
    return [headline, line];
  }

  /** Show what was read, and its explanation under the chosen or best label, or one pointed at. */
  async showSeen(pointed = null) {
    const { reply } = this;
    const seen = reply?.noisy ?? reply?.prepared;
    const row = pointed === null ? null : reply?.labels.find(({ label }) => label === pointed);
    const explanation = row ? row.picture : reply?.reconstruction;
    const label = row ? pointed : (reply?.chosen_label ?? reply?.label ?? null);
    showDigit(byId("seen_input"), seen, t("The picture as it is read"));
    showDigit(byId("seen_reconstruction"), explanation, label === null ? t("Reconstruction") : t("Reconstruction as {name}", { name: label }));
    byId("seen_label").textContent = reply && label !== null ? t("as {name}", { name: label }) : "";
    const foreign = (seen && reply?.foreign) || null;
    for (const id of ["seen_foreign", "foreign_key"]) byId(id).hidden = foreign === null;
    this.shown = [seen, explanation, foreign];
    await this.paintDifference();
  }

  /** Paint the difference; also called when the theme changes. */
  async paintDifference() {
    const shown = this.shown ?? [];
    const pictures = shown[1] ? await Promise.all(shown.map((picture) => picture && greys(picture))) : [];
    if (shown !== (this.shown ?? shown)) return;
    const [original, explanation, foreign] = pictures;
    paintDifference(byId("seen_difference"), explanation, original, foreign);
    if (foreign) paintForeign(byId("seen_foreign"), original, foreign);
  }

  #showEvidence(reply) {
    // Empty rows, so that nothing moves when the first answer comes.
    const rows = reply?.labels.length ? reply.labels : (this.model.labels ?? []).map((label) => ({ label }));
    byId("evidence").hidden = rows.length === 0;
    byId("evidence").classList.toggle("worded", rows.some(({ label }) => label.length > 2));
    const best = Math.max(...rows.map((row) => row.evidence_nats));
    byId("evidence").tBodies[0].replaceChildren(...rows.map((row, index) => this.#row(row, index, best)));
  }

  #row(row, index, best) {
    const { label } = row;
    const isRead = row.evidence_nats !== undefined;
    const length = !isRead ? 0 : Math.max(FLOOR, 1 - Math.log1p(best - row.evidence_nats) / Math.log1p(SPAN_NATS));
    const image = make("img", { className: "digit_picture" });
    showDigit(image, row.picture, isRead ? t("{name} as the model would write it here", { name: label }) : "");
    const bar = make("span", { className: "length" });
    bar.style.width = `${100 * length}%`;
    bar.style.setProperty("--label", labelColor(index));
    const nats = (value) => (isRead ? number(value, 1) : "");
    const line = make("tr", { className: isRead && label === this.reply.label ? "best" : "" },
      make("th", { scope: "row", textContent: label }),
      make("td", {}, image),
      make("td", { className: "bars" }, make("span", { className: "groove" }, bar)),
      make("td", { className: "wide", textContent: nats(row.reconstruction_nats) }),
      make("td", { className: "wide", textContent: nats(row.kl_nats) }),
      make("td", { textContent: nats(row.evidence_nats) }),
      make("td", { textContent: isRead ? percent(row.probability) : "" }));
    line.addEventListener("pointerenter", () => this.showSeen(label));
    line.addEventListener("pointerleave", () => this.showSeen());
    return line;
  }

  #takeNoiseKind() {
    const kind = this.noise.find(({ kind: name }) => name === byId("noise_kind").value) ?? this.noise[0];
    const slider = byId("noise_level");
    [slider.min, slider.max] = [String(kind?.least ?? 0), String(kind?.most ?? 1)];
    this.#showNoise();
  }

  #showNoise() {
    const level = Number(byId("noise_level").value);
    byId("noise_shown").textContent = number(level, 2);
    byId("noise_again").disabled = level === 0;
  }

  #listen() {
    byId("noise_kind").addEventListener("change", () => {
      this.#takeNoiseKind();
      this.read(false);
    });
    byId("noise_level").addEventListener("input", () => {
      this.#showNoise();
      this.read(true);
    });
    byId("noise_level").addEventListener("change", () => this.read(false));
    byId("noise_again").addEventListener("click", () => {
      this.noiseSeed += 1;
      this.read(false);
    });
    byId("label_auto").addEventListener("click", () => this.chooseLabel(null));
    byId("keep").addEventListener("click", () => this.#keep());
    byId("temperature").addEventListener("input", () => {
      byId("temperature_shown").textContent = number(Number(byId("temperature").value), 2);
      this.#writeSamples();
    });
    byId("seed").addEventListener("input", () => this.#writeSamples());
    byId("samples_again").addEventListener("click", () => {
      byId("seed").value = String((Number(byId("seed").value) || 0) + 1);
      this.#writeSamples();
    });
  }
}
