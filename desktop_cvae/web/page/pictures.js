// Colours of the theme, and digits as pictures; the server sends white ink on black.

export const LABEL_COLORS = ["#3f90da", "#ffa90e", "#bd1f01", "#94a4a2", "#832db6", "#a96b59", "#e76300", "#b9ac70", "#717581", "#92dadd"];
const SIDE = 28;
const SOFTENED = 0.6; // Exponent of a difference's tint; proportional tints would hide small ones.
const CLEARLY = 0.15; // Grey levels of missing ink that get stripes, too.
const CLEARLY_FOREIGN = 0.5; // Probability of foreign ink that gets hatches, too.
const FOREIGN_ON_PAPER = 0.3;
const FOREIGN_ON_INK = 0.85;
const BLANK = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAkQBADs=";

export const labelColor = (index) => LABEL_COLORS[index % LABEL_COLORS.length];

const probe = document.createElement("span");
probe.hidden = true;
document.body.append(probe);

/** Return a colour of the current theme by its name in the style sheet, as rgb(…). */
export function color(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

/** Put a digit, or nothing, into an <img>. */
export function showDigit(image, picture, words) {
  image.src = picture ?? BLANK;
  image.alt = words;
}

/** Return the greys of a picture, 28 × 28 numbers in [0, 1]. */
export async function greys(picture) {
  const image = new Image();
  image.src = picture;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0, SIDE, SIDE);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  return Float32Array.from({ length: SIDE * SIDE }, (_, k) => data[4 * k] / 255);
}

const cornerOf = (k, scale) => [(k % SIDE) * scale, Math.floor(k / SIDE) * scale];

/** Hatch one pixel of a digit, in the paper's colour. */
function hatch(context, x, y, scale) {
  context.globalAlpha = 1;
  context.fillStyle = color("paper");
  for (let row = 0; row < scale; row += 1) {
    context.fillRect(x + row, y + row, 1, 1);
    context.fillRect(x + scale - 1 - row, y + row, 1, 1);
  }
}

/** Tint foreign ink over the picture, and hatch it where it is clear. */
export function paintForeign(canvas, picture, foreign) {
  const context = canvas.getContext("2d");
  const scale = canvas.width / SIDE;
  context.clearRect(0, 0, canvas.width, canvas.height);
  const tint = color("foreign");
  for (let k = 0; k < SIDE * SIDE; k += 1) {
    const [x, y] = cornerOf(k, scale);
    context.globalAlpha = foreign[k] * (FOREIGN_ON_PAPER + (FOREIGN_ON_INK - FOREIGN_ON_PAPER) * picture[k]);
    context.fillStyle = tint;
    context.fillRect(x, y, scale, scale);
    if (foreign[k] > CLEARLY_FOREIGN && (x / scale + y / scale) % 2 === 0) hatch(context, x, y, scale);
  }
  context.globalAlpha = 1;
}

/** Paint a reconstruction's difference: tints on paper, stripes where the original lacks ink. */
export function paintDifference(canvas, reconstruction, original, foreign = null) {
  const context = canvas.getContext("2d");
  const scale = canvas.width / SIDE;
  context.fillStyle = color("paper");
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (!reconstruction) return;
  const [tooMuch, tooLittle, other] = [color("too-much"), color("too-little"), color("foreign")];
  for (let k = 0; k < SIDE * SIDE; k += 1) {
    const signed = reconstruction[k] - original[k];
    const isForeign = (foreign?.[k] ?? 0) > CLEARLY_FOREIGN;
    const [x, y] = cornerOf(k, scale);
    context.globalAlpha = Math.abs(signed) ** SOFTENED;
    context.fillStyle = signed > 0 ? tooMuch : tooLittle;
    if (isForeign) context.fillStyle = other;
    context.fillRect(x, y, scale, scale);
    if (isForeign && Math.abs(signed) > CLEARLY) {
      if ((x / scale + y / scale) % 2 === 0) hatch(context, x, y, scale);
    } else if (signed > CLEARLY) {
      context.globalAlpha = 1;
      context.fillStyle = color("paper");
      for (let row = 0; row < scale; row += 1) context.fillRect(x + ((scale - 1 - row) % scale), y + row, 1, 1);
    }
  }
  context.globalAlpha = 1;
}
