// The page's words: the English ones stand in the sources, the server knows what they are in
// another language. Numbers are written as that language writes them.

let known = {};
let language = "en";

/** Take the server's translations and put them where the page's own English stands. */
export function speak({ language: code, texts }) {
  known = texts;
  language = code;
  document.documentElement.lang = code;
  translateAll(document.body);
  for (const template of document.querySelectorAll("template")) translateAll(template.content);
}

/** A text in the user's language; values are set in for {names}. */
export function t(text, values = {}) {
  return (known[text] || text).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** A number with so many decimals and a real minus sign. */
export function number(value, decimals = 0) {
  const form = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(language, form).format(value).replace("-", "−");
}

/** A share; what is possible is never 0.0 % and what is not certain never 100.0 %. */
export function percent(share) {
  const sign = share > 0.9995 ? "> " : share < 0.0005 ? "< " : "";
  const possible = sign ? Math.min(Math.max(share, 0.001), 0.999) : share;
  return `${sign}${number(100 * possible, 1)} %`;
}

/** A file's size for people. */
export function size(bytes) {
  if (bytes < 1e6) return t("{n} kB", { n: number(Math.ceil(bytes / 1e3)) });
  return t("{n} MB", { n: number(bytes / 1e6, bytes % 1e6 ? 1 : 0) });
}

/** A moment in the reader's own time zone. */
export function moment(text) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(text));
}

const SAID = ["title", "aria-label", "placeholder", "alt"];

function translateAll(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = node.data.trim();
    if (known[text]) node.data = node.data.replace(text, known[text]);
  }
  for (const name of SAID) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, t(element.getAttribute(name)));
    }
  }
}
