// What is wrong with the shown page, as sentences: it scrolls sideways, a control has no name, is too
// small or out of its card, a text has too little contrast (WCAG 2.2, 1.4.3: 4.5 : 1).
const faults = [];
const isShown = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length;
const told = (e) => `${e.tagName.toLowerCase()}#${e.id}.${e.className} “${e.textContent.trim().slice(0, 30)}”`;
if (document.documentElement.scrollWidth > innerWidth) faults.push("scrolls sideways");
// An empty alt is of a picture that shows nothing yet.
const name = (e) => (e.tagName === "IMG" && e.hasAttribute("alt")) || e.ariaLabel || e.alt || e.title || e.textContent.trim() || e.placeholder
  || [...(e.labels ?? [])].map((l) => l.textContent).join("").trim();
for (const e of document.querySelectorAll("button, input, select, a, img, canvas, [role=tab]")) {
  if (isShown(e) && !name(e) && !e.closest("h1")) faults.push(`no name: ${told(e)}`);
}
for (const e of document.querySelectorAll("button, input, select, a.button")) {
  const { width, height, left, right } = e.getBoundingClientRect();
  if (isShown(e) && e.type !== "checkbox" && Math.min(width, height) < 24) faults.push(`small: ${told(e)}`);
  const card = e.closest(".card")?.getBoundingClientRect();
  if (isShown(e) && card && (left < card.left || right > card.right)) faults.push(`outside: ${told(e)}`);
}
const numbers = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
const light = (rgb) => rgb.slice(0, 3).map((v) => v / 255)
  .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  .reduce((sum, v, k) => sum + v * [0.2126, 0.7152, 0.0722][k], 0);
const ground = (e) => {
  for (; e; e = e.parentElement) {
    const color = numbers(getComputedStyle(e).backgroundColor);
    if (color.length === 3 || color[3] === 1) return color;
  }
  return [255, 255, 255];
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !isShown(e) || e.closest(":disabled, .unseen, script")) continue;
  const [a, b] = [light(numbers(getComputedStyle(e).color)), light(ground(e))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) faults.push(`contrast ${ratio.toFixed(2)}: ${told(e)}`);
}
return faults;
