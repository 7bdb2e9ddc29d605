const SCALE = 2;
const MARGIN = 16;

/** A chart as a PNG with its title and the lines that a picture must not go without, such as that its data are simulated. */
export function picture(chart, { title, lines, colours }) {
  const drawn = chart.renderToCanvas({ pixelRatio: SCALE, backgroundColor: colours.card });
  const head = MARGIN + 24 + lines.length * 18;
  const whole = document.createElement('canvas');
  whole.width = drawn.width + 2 * MARGIN * SCALE;
  whole.height = drawn.height + (head + MARGIN) * SCALE;
  const pen = whole.getContext('2d');
  pen.fillStyle = colours.card;
  pen.fillRect(0, 0, whole.width, whole.height);
  pen.drawImage(drawn, MARGIN * SCALE, head * SCALE);
  pen.scale(SCALE, SCALE);
  const width = whole.width / SCALE - 2 * MARGIN;
  pen.textBaseline = 'top';
  pen.fillStyle = colours.ink;
  pen.font = `600 16px ${colours.sans}`;
  pen.fillText(title, MARGIN, MARGIN, width);
  pen.fillStyle = colours.soft;
  pen.font = `12px ${colours.sans}`;
  lines.forEach((line, index) => pen.fillText(line, MARGIN, MARGIN + 24 + index * 18, width));
  return new Promise((resolve) => whole.toBlob(resolve, 'image/png'));
}
