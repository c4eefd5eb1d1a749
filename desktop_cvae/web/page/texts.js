// The page's words: the sources contain the English ones, the server translates them. Numbers are
// written as the language writes them.

const TRANSLATED = ["title", "aria-label", "placeholder", "alt"]; // Attributes with words.

let known = {};
let language = "en";

/** Replace the page's English by the server's translations. */
export function speak({ language: code, texts }) {
  known = texts;
  language = code;
  document.documentElement.lang = code;
  translateAll(document.body);
  for (const template of document.querySelectorAll("template")) translateAll(template.content);
}

/** Return a text in the user's language; values replace {names}. */
export function t(text, values = {}) {
  return (known[text] || text).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** Write a number with a fixed count of decimals and a real minus sign. */
export function number(value, decimals = 0) {
  const form = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(language, form).format(value).replace("-", "−");
}

/** Write a probability; a possible one is never 0.0 %, an uncertain one never 100.0 %. */
export function percent(probability) {
  const sign = probability > 0.9995 ? "> " : probability < 0.0005 ? "< " : "";
  const possible = sign ? Math.min(Math.max(probability, 0.001), 0.999) : probability;
  return `${sign}${number(100 * possible, 1)} %`;
}

/** Write a file's size for people. */
export function size(bytes) {
  if (bytes < 1e6) return t("{n} kB", { n: number(Math.ceil(bytes / 1e3)) });
  return t("{n} MB", { n: number(bytes / 1e6, bytes % 1e6 ? 1 : 0) });
}

/** Write a moment in the reader's own time zone. */
export function moment(text) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(text));
}

function translateAll(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = node.data.trim();
    if (known[text]) node.data = node.data.replace(text, known[text]);
  }
  for (const name of TRANSLATED) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, t(element.getAttribute(name)));
    }
  }
}
