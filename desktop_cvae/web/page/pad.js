// The drawing pad for pen, finger, mouse and keys, on paper or on a picture; with undo.

import { clamp } from "./page_parts.js";
import { color } from "./pictures.js";
import { Stroke, fit, paintStroke } from "./strokes.js";
import { size, t } from "./texts.js";

const MODEL_SIDE = 280; // Ten pixels for each of the model's 28, as in the window.
const MAX_SIDE = 1200; // A picture with strokes over it is scaled down to this.
const GROUND_PIXELS = 100;
const KEY_STEP = 1 / 28;
const ERASER_BUTTONS = 32; // Buttons of a pen that is turned around.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Pad {
  /**
   * Args: the parent element; aspect: width by usual height; hint: text on the empty pad;
   * onChange(isLive): called when the drawing changes; onRefused(sentence).
   */
  constructor(parent, { aspect, hint, onChange, onRefused }) {
    Object.assign(this, { aspect, hint, onChange, onRefused });
    this.marks = [];
    this.undone = [];
    this.width = 20 / MODEL_SIDE;
    this.erases = false;
    this.stroke = null;
    this.boxes = [];
    this.height = 1; // Of the sheet, whose width is the aspect; taller in full screen and for its ink.
    this.isFullScreen = false;
    this.limits = { bytes: Infinity };
    parent.append(document.getElementById("pad").content.cloneNode(true));
    this.parent = parent;
    this.find = (selector) => parent.querySelector(selector);
    this.canvas = this.find("canvas");
    this.find(".pad_help").id = `${parent.id}_help`;
    this.canvas.setAttribute("aria-describedby", `${parent.id}_help`);
    this.model = document.createElement("canvas");
    this.#listen();
    this.#setHeight();
    new ResizeObserver(() => this.repaint()).observe(this.canvas);
    new ResizeObserver(() => this.#setHeight()).observe(this.find(".sheet"));
  }

  /** Fill the sheet's place, which has a height of its own, or be as tall as usual. */
  setFullScreen(isFullScreen) {
    this.isFullScreen = isFullScreen;
    this.#setHeight();
    this.repaint();
  }

  /** Choose the sheet's height: strokes stay where they are, and all of them stay on it. */
  #setHeight() {
    const { ground, strokes } = this.#sinceGround();
    const { clientWidth, clientHeight } = this.find(".sheet");
    const place = this.isFullScreen && clientHeight ? (this.aspect * clientHeight) / clientWidth : 1;
    // A stroke may leave the sheet on which it was drawn, which does not grow by it.
    const ink = strokes.flatMap(({ points, width, mostY }) => points.map(({ y }) => Math.min(y + width, mostY)));
    // Strokes over a picture stand where the picture does, which is centred.
    this.height = ground?.picture ? 1 : Math.max(1, place, ...ink);
    this.canvas.style.aspectRatio = String(this.aspect / this.height);
    this.canvas.style.setProperty("--shape", String(this.aspect / this.height));
  }

  /** Pixels of the screen for the sheet's usual height. */
  get #unit() {
    return this.canvas.clientWidth / this.aspect;
  }

  /** Show beforehand which pictures are read. */
  setLimits({ bytes }, kinds) {
    this.limits = { bytes };
    this.find("input[type=file]").accept = kinds.includes("PDF") ? "image/*,application/pdf" : "image/*";
    this.find(".allowed").textContent = t("{kinds}; up to {most}. Or drop it, or paste it.", { kinds: kinds.join(", "), most: size(bytes) });
  }

  /** The picture {file, bitmap, name} under the strokes, or null for paper. */
  get picture() {
    return this.#sinceGround().ground?.picture ?? null;
  }

  /** The mark on which the drawing began; undefined for the first paper. */
  get ground() {
    return this.#sinceGround().ground;
  }

  /** What identifies a drawing while it grows: its picture, or its first stroke. */
  get beginning() {
    const { ground, strokes } = this.#sinceGround();
    return ground?.picture ? ground : strokes[0];
  }

  get isBlank() {
    const { ground, strokes } = this.#sinceGround();
    return !ground?.picture && strokes.every((stroke) => stroke.erases);
  }

  get isDrawing() {
    return this.stroke !== null;
  }

  /** Return what is sent: the picture's own file, or the canvas as a PNG. */
  async blob() {
    const { ground, strokes } = this.#sinceGround();
    const picture = ground?.picture;
    if (picture && strokes.length === 0) return picture.file;
    this.#paintModel();
    return new Promise((resolve) => this.model.toBlob(resolve, "image/png"));
  }

  /** Start over on a file; its size is checked here, its kind by the server. */
  async open(file) {
    if (file.size > this.limits.bytes) {
      this.onRefused(t("“{name}” has {size}; pictures up to {most} are read.", { name: file.name, size: size(file.size), most: size(this.limits.bytes) }));
      return;
    }
    this.onRefused("");
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
    this.#add({ picture: { file, bitmap, name: file.name || t("pasted picture") } });
  }

  clear() {
    if (!this.isBlank || this.#sinceGround().strokes.length) this.#add({ picture: null });
  }

  /** Undo the opening of a picture that the server cannot read, unless something followed. */
  takeBack(refused) {
    const { ground, strokes } = this.#sinceGround();
    if (ground !== refused || !ground?.picture || strokes.length) return;
    this.marks.pop();
    this.#changed();
  }

  undo() {
    if (this.marks.length) this.#step(this.marks, this.undone);
  }

  redo() {
    if (this.undone.length) this.#step(this.undone, this.marks);
  }

  /** Frame boxes [x, y, w, h] in pixels of the picture that was sent; one may be chosen. */
  setBoxes(boxes, chosen = -1) {
    this.boxes = boxes.map((box, k) => ({ box, isChosen: k === chosen }));
    this.repaint();
  }

  /** Return the picture's area on the canvas, and its size in pixels. */
  #layout() {
    const bitmap = this.picture?.bitmap;
    const [width, height] = bitmap ? [bitmap.width, bitmap.height] : [MODEL_SIDE * this.aspect, MODEL_SIDE * this.height];
    return { bitmap, width, height, area: fit(width, height, this.aspect, this.height) };
  }

  repaint() {
    const { canvas } = this;
    const ratio = window.devicePixelRatio || 1;
    const height = Math.round(canvas.clientHeight * ratio);
    if (!height) return;
    [canvas.width, canvas.height] = [Math.round(canvas.clientWidth * ratio), height];
    const context = canvas.getContext("2d");
    context.fillStyle = color("paper");
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(ratio * this.#unit, ratio * this.#unit);
    const { bitmap, area } = this.#layout();
    if (bitmap) context.drawImage(bitmap, area.x, area.y, area.w, area.h);
    const { strokes } = this.#sinceGround();
    for (const stroke of strokes) paintStroke(context, stroke, 0, ...this.#colors());
    this.#paintBoxes(context, area);
    if (this.cursor) this.#paintCursor(context);
    this.#showHint();
    this.find(".undo").disabled = this.marks.length === 0;
    this.find(".redo").disabled = this.undone.length === 0;
    this.find(".clear").disabled = this.isBlank && strokes.length === 0;
  }

  #showHint() {
    const hint = this.find(".hint");
    hint.hidden = !this.isBlank && !this.#isUnseen;
    hint.textContent = this.#isUnseen ? t("This browser cannot show the picture, but the picture is still read.") : this.hint;
  }

  /** A picture that the server reads and the browser cannot show, such as a TIFF or PDF. */
  get #isUnseen() {
    return this.picture !== null && !this.picture.bitmap;
  }

  #sinceGround() {
    const at = this.marks.findLastIndex((mark) => !(mark instanceof Stroke));
    return { ground: this.marks[at], strokes: this.marks.slice(at + 1) };
  }

  /** Return ink and paper on the screen: the theme's, or colours that show on the picture. */
  #colors() {
    const { bitmap, inkAndPaper } = this.picture ?? {};
    if (!bitmap) return [color("ink"), color("paper")];
    return inkAndPaper ?? (this.picture.inkAndPaper = colorsOn(bitmap));
  }

  #paintModel() {
    const { bitmap, width, height, area } = this.#layout();
    const shrink = bitmap ? Math.min(1, MAX_SIDE / Math.max(width, height)) : 1;
    [this.model.width, this.model.height] = [Math.round(shrink * width), Math.round(shrink * height)];
    const context = this.model.getContext("2d");
    context.fillStyle = "#000";
    context.fillRect(0, 0, this.model.width, this.model.height);
    if (bitmap) context.drawImage(bitmap, 0, 0, this.model.width, this.model.height);
    const scale = this.model.height / area.h;
    context.scale(scale, scale);
    context.translate(-area.x, -area.y);
    const [ink, paper] = bitmap ? this.#colors() : ["#fff", "#000"];
    for (const stroke of this.#sinceGround().strokes) paintStroke(context, stroke, 0, ink, paper);
  }

  #paintBoxes(context, area) {
    const { width } = this.#layout();
    const scale = area.w / width;
    const line = 1 / this.#unit;
    for (const { box, isChosen } of this.boxes) {
      const [x, y, w, h] = box.map((value) => value * scale);
      context.strokeStyle = context.fillStyle = color("accent");
      context.lineWidth = (isChosen ? 2.5 : 1.25) * line;
      context.strokeRect(area.x + x, area.y + y, w, h);
      if (!isChosen) continue;
      context.globalAlpha = 0.14;
      context.fillRect(area.x + x, area.y + y, w, h);
      context.globalAlpha = 1;
    }
  }

  #paintCursor(context) {
    const { x, y } = this.cursor;
    context.strokeStyle = color("accent");
    context.lineWidth = 2 / this.#unit;
    context.beginPath();
    context.arc(x, y, this.stroke ? 0.02 : 0.035, 0, 2 * Math.PI);
    context.stroke();
  }

  #add(mark) {
    this.marks.push(mark);
    this.undone = [];
    this.#changed();
  }

  #step(from, to) {
    this.end();
    to.push(from.pop());
    this.#changed();
  }

  #changed() {
    this.boxes = [];
    if (!this.stroke) this.#setHeight();
    this.repaint();
    this.onChange(this.isDrawing);
  }

  begin(point, erases = this.erases) {
    this.onRefused("");
    if (this.#isUnseen) this.marks.push({ picture: null });
    this.stroke = Object.assign(new Stroke(this.width, erases, point), { mostY: this.height });
    this.#add(this.stroke);
  }

  extend(points) {
    if (!this.stroke) return;
    const first = this.stroke.points.length;
    this.stroke.points.push(...points);
    this.#paintGrown(first);
    this.onChange(true);
  }

  end() {
    if (!this.stroke) return;
    this.stroke.isEnded = true;
    this.stroke = null;
    this.#changed();
  }

  /** Paint the new pieces only, so that a long drawing stays quick on a slow telephone. */
  #paintGrown(first) {
    if (this.cursor || this.boxes.length) {
      this.repaint();
      return;
    }
    paintStroke(this.canvas.getContext("2d"), this.stroke, first, ...this.#colors());
  }

  #listen() {
    const { canvas } = this;
    canvas.addEventListener("pointerdown", (event) => this.#onDown(event));
    canvas.addEventListener("pointermove", (event) => this.#onMove(event));
    for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, () => this.end());
    canvas.addEventListener("keydown", (event) => this.#onKey(event));
    canvas.addEventListener("blur", () => this.#putAwayCursor());
    for (const button of this.parent.querySelectorAll(".pen, .eraser")) {
      button.addEventListener("click", () => this.#choosePen(button));
    }
    for (const name of ["undo", "redo", "clear"]) {
      this.find(`.${name}`).addEventListener("click", () => this[name]());
    }
    const chooser = this.find("input[type=file]");
    this.find("button.open").addEventListener("click", () => chooser.click());
    chooser.addEventListener("change", () => {
      if (chooser.files.length) this.open(chooser.files[0]);
      chooser.value = ""; // Otherwise opening the same file again would be no change.
    });
  }

  #choosePen(chosen) {
    for (const button of this.parent.querySelectorAll(".pen, .eraser")) {
      button.setAttribute("aria-pressed", String(button === chosen));
    }
    this.erases = !chosen.dataset.width;
    this.width = Number(chosen.dataset.width ?? 30) / MODEL_SIDE;
  }

  #onDown(event) {
    if (event.button !== 0 && event.button !== 5) return;
    event.preventDefault();
    this.canvas.focus({ preventScroll: true, focusVisible: false });
    this.#putAwayCursor();
    this.canvas.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.begin(this.#onSheet(event), this.erases || Boolean(event.buttons & ERASER_BUTTONS));
  }

  #onMove(event) {
    // A second finger on the canvas is not the pen.
    if (!this.stroke || event.pointerId !== this.pointer) return;
    const events = event.getCoalescedEvents?.() ?? [];
    this.extend((events.length ? events : [event]).map((each) => this.#onSheet(each)));
  }

  #onSheet(event) {
    const area = this.canvas.getBoundingClientRect();
    const unit = area.width / this.aspect;
    const point = { x: (event.clientX - area.left) / unit, y: (event.clientY - area.top) / unit };
    // Mice and fingers report a constant pressure.
    if (event.pointerType === "pen" && event.pressure > 0) point.pressure = event.pressure;
    return point;
  }

  #onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = ARROWS[event.key];
    if (!way && event.key !== " ") return;
    event.preventDefault();
    this.cursor ??= { x: this.aspect / 2, y: 0.5 };
    if (way) this.#moveCursor(...way, event.shiftKey ? 4 : 1);
    else if (this.stroke) this.end();
    else this.begin({ ...this.cursor });
    this.repaint();
  }

  #moveCursor(x, y, times) {
    const step = times * KEY_STEP;
    this.cursor = { x: clamp(this.cursor.x + x * step, 0, this.aspect), y: clamp(this.cursor.y + y * step, 0, this.height) };
    this.extend([{ ...this.cursor }]);
  }

  #putAwayCursor() {
    if (!this.cursor) return;
    this.cursor = null;
    this.end();
    this.repaint();
  }
}

/** Return ink that shows on a picture, and the picture's ground: the median of its greys. */
function colorsOn(bitmap) {
  const small = document.createElement("canvas");
  small.width = small.height = GROUND_PIXELS;
  const context = small.getContext("2d");
  context.drawImage(bitmap, 0, 0, GROUND_PIXELS, GROUND_PIXELS);
  const { data } = context.getImageData(0, 0, GROUND_PIXELS, GROUND_PIXELS);
  const greys = [];
  for (let k = 0; k < data.length; k += 4) greys.push(Math.round(0.299 * data[k] + 0.587 * data[k + 1] + 0.114 * data[k + 2]));
  const ground = greys.sort((a, b) => a - b)[greys.length >> 1];
  return [ground > 127 ? "#000" : "#fff", `rgb(${ground} ${ground} ${ground})`];
}
