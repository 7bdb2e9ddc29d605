/** What the charts over time have in common, of ECharts' option. said(points) is the text of a tip. */
export function timeChart(colours, said) {
  return {
    legend: { bottom: 0, type: 'scroll', itemWidth: 22, textStyle: { color: colours.ink }, pageTextStyle: { color: colours.soft }, pageIconColor: colours.ink, pageIconInactiveColor: colours.line },
    tooltip: {
      trigger: 'axis',
      // Drawn, since a tip of HTML would bring styles with it that our policy forbids.
      renderMode: 'richText',
      backgroundColor: colours.card,
      borderColor: colours['strong-line'],
      textStyle: { color: colours.ink, fontSize: 13 },
      formatter: said,
    },
  };
}

/** The axis of days, labelled by years. */
export function dayAxis(colours, min, max) {
  return { ...axis(colours), type: 'time', min, max, minInterval: 360 * 86_400_000, axisLabel: { ...axis(colours).axisLabel, formatter: year } };
}

/** An axis of words. */
export function wordAxis(colours, data) {
  return { ...axis(colours), type: 'category', data };
}

function axis(colours) {
  return {
    axisLine: { lineStyle: { color: colours['strong-line'] } },
    axisTick: { lineStyle: { color: colours['strong-line'] } },
    splitLine: { show: false },
    axisLabel: { color: colours.soft, hideOverlap: true },
  };
}

// Days are read and said in the browser's own zone by the chart, so none is moved.
function year(value) {
  return String(new Date(value).getFullYear());
}
