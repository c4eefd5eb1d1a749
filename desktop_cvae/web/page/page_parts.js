// Small things that every view uses.

import { Refused, Unreachable } from "./api.js";
import { t } from "./texts.js";

const UNREADABLE = [413, 415, 422]; // Statuses of a picture that cannot be read.
let passing = ""; // The notice that goes as soon as the server answers again.

export const byId = (id) => document.getElementById(id);

/** Make an element with properties, attributes (aria-…, data-…, scope) and children. */
export function make(name, values = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(values)) {
    if (key.includes("-") || key === "scope") element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
}

/** Make an option of a list. */
export const option = (value, text = value) => make("option", { value, textContent: text });

/** Return the nearest value from low to high. */
export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** Show one of several buttons as pressed. */
export function press(buttons, chosen) {
  for (const button of buttons) button.setAttribute("aria-pressed", String(button === chosen));
}

/** Dim the answer in a view that is to an earlier drawing, as the server is gone. */
export function dim(view, isStale) {
  byId(view).classList.toggle("stale", isStale);
}

/** Let screen readers say a sentence: a result that has settled, not one of many on the way. */
export function tell(sentence) {
  byId("told").textContent = sentence;
}

/** Say, in a line too, that an answer is in the archive now, or why it is not. */
export function tellKept({ entry, archive_warning: warning }, line) {
  if (warning) notify(warning);
  if (!entry) return;
  line.textContent = t("Saved in the archive.");
  tell(line.textContent);
}

/** Show a notice until it is closed or its cause is gone. */
export function notify(sentence) {
  byId("notice").hidden = !sentence;
  byId("notice").firstElementChild.textContent = sentence;
}

/**
 * Await an answer; a rejection becomes a notice, and the answer undefined. The notice of a server
 * that is gone or full disappears when it answers again. onUnreadable() is called if the picture
 * cannot be read, onGone() if nobody answers.
 */
export async function orNotice(promise, onUnreadable = () => {}, onGone = () => {}) {
  try {
    const answer = await promise;
    if (answer !== undefined && passing && byId("notice").textContent.includes(passing)) notify("");
    return answer;
  } catch (error) {
    const isGone = error instanceof Unreachable;
    if (!isGone && !(error instanceof Refused)) throw error;
    const sentence = isGone ? t("The server does not answer. Is the program still running?") : error.message;
    passing = isGone || error.status === 429 || error.status >= 500 ? sentence : "";
    notify(sentence);
    if (isGone) onGone();
    if (UNREADABLE.includes(error.status)) onUnreadable();
    return undefined;
  }
}
