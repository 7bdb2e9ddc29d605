import { all, asOf, planPath } from './api.js';
import { Resource } from './resource.js';

/** A lit controller for all the plan's projects, at the moment that is looked at. */
export function allProjects(host) {
  return new Resource(host, () => asOf(planPath('/projects'), { limit: 200 }), {
    load: all,
    concerns: (view) => view.kind === 'project' || view.kind === 'plan',
  });
}
