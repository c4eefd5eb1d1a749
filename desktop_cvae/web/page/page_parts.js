// Small things that every view uses.

import { Refused, Unreachable } from "./api.js";
import { t } from "./texts.js";

export const byId = (id) => document.getElementById(id);

/** An element with properties, attributes (aria-…, data-…, scope) and children. */
export function make(name, values = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(values)) {
    if (key.includes("-") || key === "scope") element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
}

/** One of several buttons is the pressed one. */
export function press(buttons, chosen) {
  for (const button of buttons) button.setAttribute("aria-pressed", String(button === chosen));
}

/** Tell a screen reader what has come to rest. */
export function tell(sentence) {
  byId("told").textContent = sentence;
}

/** Say that an answer is in the archive now, in a line too; or why it is not. */
export function tellKept({ entry, archive_warning: warning }, line) {
  if (warning) notify(warning);
  if (!entry) return;
  line.textContent = t("Saved in the archive.");
  tell(line.textContent);
}

/** A notice that stays until it is closed or its cause is gone. */
export function notify(sentence) {
  byId("notice").hidden = !sentence;
  byId("notice").firstElementChild.textContent = sentence;
}

const UNREADABLE = [413, 415, 422];
let passing = "";

/**
 * Await an answer; what the server refuses becomes a notice, and the answer undefined. A notice
 * of a server that is gone or full goes when it answers again. onUnreadable() is called when it
 * is the picture that cannot be read.
 */
export async function orNotice(promise, onUnreadable = () => {}) {
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
    if (UNREADABLE.includes(error.status)) onUnreadable();
    return undefined;
  }
}
