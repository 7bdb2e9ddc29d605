/** A page's module, loaded when it is first gone to. `list` and `one` are the elements it defines: for the page, and for one subject of it. */
const PAGES = {
  '': { load: () => import('../overview/overview.js'), list: 'tracker-overview' },
  indicators: { load: () => import('../indicators/indicators.js'), list: 'tracker-indicators', one: 'tracker-indicator' },
  projects: { load: () => import('../projects/projects.js'), list: 'tracker-projects', one: 'tracker-project' },
  timeline: { load: () => import('../timeline/timeline.js'), list: 'tracker-timeline' },
  map: { load: () => import('../map/map.js'), list: 'tracker-map' },
  tasks: { load: () => import('../tasks/tasks.js'), list: 'tracker-tasks', one: 'tracker-task' },
  goals: { load: () => import('../goals/goals.js'), list: 'tracker-goals', one: 'tracker-goal' },
  departments: { load: () => import('../departments/departments.js'), list: 'tracker-departments', one: 'tracker-department' },
  warnings: { load: () => import('../warnings/warnings.js'), list: 'tracker-warnings' },
  compare: { load: () => import('../compare/compare.js'), list: 'tracker-compare' },
  work: { load: () => import('../work/work.js'), list: 'tracker-work' },
  office: { load: () => import('../office/office.js'), list: 'tracker-office' },
  assessments: { load: () => import('../assessments/assessments.js'), list: 'tracker-assessments' },
  log: { load: () => import('../log/log.js'), list: 'tracker-log', one: 'tracker-event' },
  verify: { load: () => import('../verify/verify.js'), list: 'tracker-verify' },
  public: { load: () => import('../public/public.js'), list: 'tracker-public' },
  wall: { load: () => import('../wall/wall.js'), list: 'tracker-wall' },
};

const OUTSIDE = {
  '/': { load: () => import('./home.js'), tag: 'tracker-home' },
  '/wall': { load: () => import('./home.js'), tag: 'tracker-home' },
  '/register': { load: () => import('../office/register.js'), tag: 'tracker-register' },
};

/** The page at a path: {load, tag, page, subject}; page is its name within the plan, subject the id in the address, else null. Null: there is none. */
export function routeOf(path) {
  if (OUTSIDE[path]) {
    return { ...OUTSIDE[path], page: null, subject: null };
  }
  const found = /^\/plans\/[^/]+(?:\/([^/]+)(?:\/([^/]+))?)?\/?$/.exec(path);
  const page = found && PAGES[found[1] ?? ''];
  const tag = page && (found[2] ? page.one : page.list);
  return tag ? { load: page.load, tag, page: found[1] ?? '', subject: found[2] ? decodeURIComponent(found[2]) : null } : null;
}
