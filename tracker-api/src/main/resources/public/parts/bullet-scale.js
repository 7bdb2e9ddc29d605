/**
 * Where the marks of a bullet chart lie, as shares of its width from worse to better: {baseline, target, actual, expected}, each null where
 * there is none; null where there is nothing to draw. Values are those of an indicator's view.
 */
export function bulletScale({ baseline, target, value, expected, direction }) {
  if (target === null || target === undefined || (value === null && baseline === null)) {
    return null;
  }
  const line = baseline !== null && expected !== null && expected !== undefined ? baseline + expected * (target - baseline) : null;
  const marks = [baseline, target, value, line].filter((mark) => mark !== null && mark !== undefined);
  let low = Math.min(...marks);
  let high = Math.max(...marks);
  if (low === high) {
    low -= Math.abs(low) * 0.1 || 1;
    high += Math.abs(high) * 0.1 || 1;
  }
  const room = (high - low) * 0.06;
  const at = (mark) => {
    if (mark === null || mark === undefined) {
      return null;
    }
    const share = (mark - low + room) / (high - low + 2 * room);
    return direction === 'lower' ? 1 - share : share;
  };
  return { baseline: at(baseline), target: at(target), actual: at(value), expected: at(line) };
}
