// Strokes on a sheet whose usual height is 1, and their painting: the same widths, pressure and curves
// as in the desktop window, so that a digit drawn here is read as well as there.

const LIGHTEST = 0.4; // Fraction of its width that a pen keeps when it hardly touches.

export class Stroke {
  /** A movement of the pen: width as a fraction of the sheet's usual height, points {x, y, pressure?}. */
  constructor(width, erases, point) {
    Object.assign(this, { width, erases, points: [point], isEnded: false });
  }

  widthAt(k) {
    const near = this.points.slice(Math.max(0, k - 1), k + 1).map((point) => point.pressure);
    if (this.erases || near.some((pressure) => pressure === undefined)) return this.width;
    const mean = near.reduce((sum, value) => sum + value, 0) / near.length;
    return this.width * (LIGHTEST + 2 * (1 - LIGHTEST) * mean);
  }
}

/**
 * Paint a stroke's pieces from point number `first` on, in a context whose unit is the sheet's
 * usual height. The last piece waits for the next point, which decides how it bends.
 */
export function paintStroke(context, stroke, first, ink, paper) {
  const { points } = stroke;
  context.strokeStyle = stroke.erases ? paper : ink;
  context.lineCap = "round";
  for (let k = first; k < points.length; k += 1) {
    if (k === 0) paintDot(context, points[0], stroke.widthAt(0));
    else if (k > 1) paintPiece(context, stroke, k - 1);
  }
  if (stroke.isEnded && points.length > 1) paintPiece(context, stroke, points.length - 1);
}

function paintDot(context, { x, y }, width) {
  context.beginPath();
  context.lineWidth = width;
  context.moveTo(x, y);
  context.lineTo(x + 1e-4, y);
  context.stroke();
}

/** Paint the centripetal Catmull-Rom curve from point k - 1 to k, as a Bézier curve. */
function paintPiece(context, stroke, k) {
  const { points } = stroke;
  const [start, end] = [points[k - 1], points[k]];
  const span = spanOf(start, end);
  const one = control(points[k - 2], start, end, span);
  const two = control(points[k + 1], end, start, span);
  context.beginPath();
  context.lineWidth = stroke.widthAt(k);
  context.moveTo(start.x, start.y);
  context.bezierCurveTo(one.x, one.y, two.x, two.y, end.x, end.y);
  context.stroke();
}

function control(before, at, other, span) {
  if (!before) return { x: at.x + (other.x - at.x) / 3, y: at.y + (other.y - at.y) / 3 };
  const far = spanOf(before, at);
  const weight = 2 * far ** 2 + 3 * far * span + span ** 2;
  const blend = (name) => (other[name] * far ** 2 - before[name] * span ** 2 + at[name] * weight) / (3 * far * (far + span));
  return { x: blend("x"), y: blend("y") };
}

function spanOf(start, end) {
  return Math.sqrt(Math.max(Math.hypot(end.x - start.x, end.y - start.y), 1e-8));
}

/** Return the area {x, y, w, h} of a whole, centred picture on a sheet of a width and height. */
export function fit(width, height, sheetWidth, sheetHeight) {
  const scale = Math.min(sheetWidth / width, sheetHeight / height);
  const [w, h] = [scale * width, scale * height];
  return { x: (sheetWidth - w) / 2, y: (sheetHeight - h) / 2, w, h };
}
