const DAY = 86_400_000;

/** Where days lie between two, as percentages of the way: {at(day), years: [{year, at}]}. */
export function timeScale(from, to) {
  const start = Date.parse(from);
  const length = Date.parse(to) + DAY - start;
  const at = (date) => Math.min(100, Math.max(0, ((Date.parse(date) - start) / length) * 100));
  const years = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    years.push({ year, at: at(`${year}-01-01`) });
  }
  return { at, years };
}

/** The days from which and until which all windows and milestones lie, and the plan. */
export function span(projects, plan) {
  const days = projects.flatMap((one) => [one.start, one.end, ...one.milestones.flatMap((milestone) => [milestone.due, milestone.reachedOn])]);
  const all = [plan.start, plan.end, ...days.filter(Boolean)].sort();
  return [`${all[0].slice(0, 4)}-01-01`, `${all.at(-1).slice(0, 4)}-12-31`];
}
