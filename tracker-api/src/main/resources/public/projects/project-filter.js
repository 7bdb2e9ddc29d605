import { departmentName } from '../data/current.js';
import { asked, matches } from '../parts/filters.js';
import { nextMilestone } from '../parts/milestone.js';
import { RATINGS } from '../parts/rating.js';
import { language, text } from '../words/language.js';

/** The states of a project, in the order that it goes through them. */
export const STATUSES = ['identification', 'preparation', 'implementation', 'completion', 'completed', 'suspended', 'cancelled'];
export const FILTERS = ['category', 'status', 'rating', 'department', 'q'];

/** What each column is sorted by. */
const KEYS = {
  id: (view) => view.id,
  name: (view) => text(view.name),
  category: (view) => view.category,
  owner: (view) => text(view.owner),
  department: (view) => departmentName(view.responsibility?.lead),
  investment: (view) => view.investment,
  share: (view) => view.investedShare,
  complete: (view) => view.percentComplete,
  status: (view) => STATUSES.indexOf(view.status),
  rating: (view) => RATINGS.indexOf(view.rating),
  warnings: (view) => view.warnings.length,
  milestone: (view) => nextMilestone(view.milestones)?.due ?? null,
};

/** The projects that the address asks for. */
export function filtered(views) {
  return views.filter(
    (view) =>
      ['category', 'status', 'rating'].every((name) => asked(name) === null || view[name] === asked(name)) &&
      (asked('department') === null || view.responsibility?.lead === asked('department')) &&
      matches(asked('q'), view.id, view.name.zh, view.name.en, view.owner?.zh, view.owner?.en),
  );
}

/** In the order that the address asks for; what has nothing in that column is last either way. */
export function sorted(views) {
  const { id, descending } = sorting();
  const key = KEYS[id] ?? KEYS.id;
  const collator = new Intl.Collator(language.value === 'zh' ? 'zh-CN' : 'en', { numeric: true });
  return [...views].sort((left, right) => {
    const [one, other] = [key(left) ?? null, key(right) ?? null];
    if (one === null || other === null) {
      return Number(one === null) - Number(other === null);
    }
    const order = typeof one === 'number' ? one - other : collator.compare(one, other);
    return (descending ? -order : order) || collator.compare(left.id, right.id);
  });
}

/** The column that the address sorts by, and which way. */
export function sorting() {
  const said = asked('sort') ?? 'id';
  return said.startsWith('-') ? { id: said.slice(1), descending: true } : { id: said, descending: false };
}

/** What is to be invested and what is, never over two units in one sum. */
export function sums(views) {
  const units = [...new Set(views.filter((view) => view.investment !== null).map((view) => view.unit))];
  return units.map((unit) => {
    const own = views.filter((view) => view.unit === unit);
    const sum = (field) => Number(own.reduce((total, view) => total + (view[field] ?? 0), 0).toFixed(6));
    return { unit, investment: sum('investment'), invested: sum('invested') };
  });
}
