// The latent space as a map: encoded test digits, the drawing, and the decoder under the pointer.

import { ask, get, post } from "./api.js";
import { byId, clamp, make, option, orNotice } from "./page_parts.js";
import { color, labelColor, showDigit } from "./pictures.js";
import { number, percent, t } from "./texts.js";

const PREVIEW_PX = 84;
const POINT_PX = 1.6;
const KEY_STEPS = 60;
const MARGIN = 1.06;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class LatentView {
  constructor() {
    this.canvas = byId("map");
    this.map = this.position = this.drawn = null;
    this.preview = new Image();
    this.preview.addEventListener("load", () => this.paint());
    this.canvas.addEventListener("pointermove", (event) => this.#pointAt(event));
    this.canvas.addEventListener("pointerdown", (event) => this.#pointAt(event));
    this.canvas.addEventListener("keydown", (event) => this.#onKey(event));
    byId("map_label").addEventListener("change", () => this.#decode());
    new ResizeObserver(() => this.paint()).observe(this.canvas);
  }

  setModel(model) {
    this.model = model;
    this.map = this.position = this.drawn = null;
    const names = model.labels ?? [];
    byId("map_label").replaceChildren(...names.map((name) => option(name)));
    byId("map_label").disabled = names.length === 0;
    byId("legend").replaceChildren(...names.map((name, index) => {
      const item = make("span", { className: "labelled", textContent: name });
      item.style.setProperty("--label", labelColor(index));
      return item;
    }));
    showDigit(byId("decoded"), null, t("Decoded digit"));
    byId("decoded_line").textContent = "";
    if (!byId("latent").hidden) this.open();
  }

  /** Show the drawing's position; from now on the map is decoded under its label. */
  setDrawing(reply) {
    this.drawn = reply?.place ?? null;
    if (reply?.label) byId("map_label").value = reply.chosen_label ?? reply.label;
    this.paint();
  }

  /** Called when the view is shown; the map is loaded once. */
  async open() {
    this.paint();
    if (this.map) return;
    byId("map_line").textContent = t("Encoding test digits…");
    const map = await orNotice(ask("map", () => get("map", { model: this.model.name })));
    byId("map_line").textContent = map ? this.#axesLine(map) : "";
    if (!map) return;
    this.map = map;
    this.paint();
    this.#goTo(this.drawn ?? { x: 0, y: 0 });
  }

  #axesLine({ dimensions, explained }) {
    const share = percent(explained);
    if (!dimensions) return t("The two principal directions, which hold {share} of the variance", { share });
    return t("The latent dimensions {first} and {second}, which hold {share} of the variance", { first: `z${dimensions[0] + 1}`, second: `z${dimensions[1] + 1}`, share });
  }

  paint() {
    const { canvas, map } = this;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (!width || !height) return;
    [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.clearRect(0, 0, width, height);
    if (!map) return;
    this.#paintAxes(context, width, height);
    context.globalAlpha = 0.75;
    const names = this.model.labels ?? [];
    for (const point of map.points) {
      const { x, y } = this.#toPixels(point);
      context.fillStyle = labelColor(Math.max(0, names.indexOf(point.label)));
      context.beginPath();
      context.arc(x, y, POINT_PX, 0, 2 * Math.PI);
      context.fill();
    }
    context.globalAlpha = 1;
    if (this.drawn) this.#ring(context, this.drawn, color("text"), 6);
    if (this.position) this.#paintPosition(context, width, height);
  }

  #paintAxes(context, width, height) {
    const origin = this.#toPixels({ x: 0, y: 0 });
    context.strokeStyle = color("border");
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(0, Math.round(origin.y) + 0.5);
    context.lineTo(width, Math.round(origin.y) + 0.5);
    context.moveTo(Math.round(origin.x) + 0.5, 0);
    context.lineTo(Math.round(origin.x) + 0.5, height);
    context.stroke();
  }

  #ring(context, position, ink, radius) {
    const { x, y } = this.#toPixels(position);
    context.strokeStyle = ink;
    context.lineWidth = 2.5;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
  }

  #paintPosition(context, width, height) {
    this.#ring(context, this.position, color("accent"), 5);
    if (!this.preview.complete || !this.preview.naturalWidth) return;
    const { x, y } = this.#toPixels(this.position);
    const left = x + 14 + PREVIEW_PX > width ? x - 14 - PREVIEW_PX : x + 14;
    const top = clamp(y - PREVIEW_PX / 2, 2, height - PREVIEW_PX - 2);
    context.imageSmoothingEnabled = false;
    context.drawImage(this.preview, left, top, PREVIEW_PX, PREVIEW_PX);
    if (getComputedStyle(this.canvas).getPropertyValue("--is-light").trim() === "1") {
      // Inverted by a difference from white: not every browser has filters for canvases.
      context.globalCompositeOperation = "difference";
      context.fillStyle = "#fff";
      context.fillRect(left, top, PREVIEW_PX, PREVIEW_PX);
      context.globalCompositeOperation = "source-over";
    }
    context.strokeStyle = color("control");
    context.lineWidth = 1;
    context.strokeRect(left + 0.5, top + 0.5, PREVIEW_PX - 1, PREVIEW_PX - 1);
  }

  /** Return the pixels per unit, the same along both axes, and the point in the middle. */
  #scale() {
    const { x_range: [left, right], y_range: [bottom, top] } = this.map;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const unit = Math.min(width / (right - left), height / (top - bottom)) / MARGIN;
    return { unit, middle: { x: (left + right) / 2, y: (bottom + top) / 2 }, width, height };
  }

  #toPixels({ x, y }) {
    const { unit, middle, width, height } = this.#scale();
    return { x: width / 2 + unit * (x - middle.x), y: height / 2 - unit * (y - middle.y) };
  }

  #pointAt(event) {
    if (!this.map) return;
    const { unit, middle } = this.#scale();
    const area = this.canvas.getBoundingClientRect();
    const away = { x: event.clientX - area.left - area.width / 2, y: event.clientY - area.top - area.height / 2 };
    this.#goTo({ x: middle.x + away.x / unit, y: middle.y - away.y / unit });
  }

  #onKey(event) {
    const way = ARROWS[event.key];
    if (!way || !this.map) return;
    event.preventDefault();
    const { x_range: [left, right], y_range: [bottom, top] } = this.map;
    const position = this.position ?? { x: 0, y: 0 };
    const step = (event.shiftKey ? 5 : 1) / KEY_STEPS;
    this.#goTo({ x: clamp(position.x + way[0] * step * (right - left), left, right), y: clamp(position.y + way[1] * step * (top - bottom), bottom, top) });
  }

  #goTo(position) {
    this.position = position;
    this.paint();
    this.#decode();
  }

  async #decode() {
    if (!this.position) return;
    const label = byId("map_label").value || null;
    const reply = await orNotice(ask("decode", () => post("decode", { model: this.model.name, label, ...this.position })));
    if (!reply) return;
    const line = t("at {x}, {y}", { x: number(this.position.x, 2), y: number(this.position.y, 2) });
    this.preview.src = reply.picture;
    showDigit(byId("decoded"), reply.picture, label === null ? t("Decoded digit") : t("A decoded {name}", { name: label }));
    byId("decoded_line").textContent = line;
  }
}
