// Colours of the theme, and digits as pictures: what the server sends is white ink on black.

export const LABEL_COLORS = ["#3f90da", "#ffa90e", "#bd1f01", "#94a4a2", "#832db6", "#a96b59", "#e76300", "#b9ac70", "#717581", "#92dadd"];
const SIDE = 28;
const SOFTENED = 0.6; // Exponent of a difference's tint: in proportion, small ones vanish.
const CLEARLY = 0.15; // Grey levels of missing ink that get stripes, too.
const BLANK = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAkQBADs=";

export const labelColor = (index) => LABEL_COLORS[index % LABEL_COLORS.length];

const probe = document.createElement("span");
probe.hidden = true;
document.body.append(probe);

/** A colour of the present theme by its name in the style sheet, as rgb(…). */
export function color(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

/** Put a digit, or nothing, into an <img>. */
export function showDigit(image, picture, words) {
  image.src = picture ?? BLANK;
  image.alt = words;
}

/** The greys of a picture, 28 × 28 numbers in [0, 1]. */
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

/** Where a reconstruction departs: tints over paper, stripes where the original lacks ink. */
export function paintDifference(canvas, reconstruction, original) {
  const context = canvas.getContext("2d");
  const scale = canvas.width / SIDE;
  context.fillStyle = color("paper");
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (!reconstruction) return;
  const [tooMuch, tooLittle] = [color("too-much"), color("too-little")];
  for (let k = 0; k < SIDE * SIDE; k += 1) {
    const signed = reconstruction[k] - original[k];
    const [x, y] = [(k % SIDE) * scale, Math.floor(k / SIDE) * scale];
    context.globalAlpha = Math.abs(signed) ** SOFTENED;
    context.fillStyle = signed > 0 ? tooMuch : tooLittle;
    context.fillRect(x, y, scale, scale);
    if (signed > CLEARLY) {
      context.globalAlpha = 1;
      context.fillStyle = color("paper");
      for (let row = 0; row < scale; row += 1) context.fillRect(x + ((scale - 1 - row) % scale), y + row, 1, 1);
    }
  }
  context.globalAlpha = 1;
}
