import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { page } from '../data/place.js';
import { day } from '../format/times.js';
import { schedule } from '../parts/milestone.js';
import { departmentLink } from '../parts/responsibility.js';
import { term, text, words } from '../words/language.js';

const w = words({
  title: ['节点列表', 'The same as a list'],
  due: ['应完成', 'Due'],
  milestone: ['节点', 'Milestone'],
  project: ['项目', 'Project'],
  state: ['状态', 'State'],
  reached: ['完成日期', 'Reached on'],
});

/** All milestones in the order of their days. */
export function milestoneTable(projects) {
  const rows = projects
    .flatMap((project) => project.milestones.map((milestone) => ({ project, milestone })))
    .sort((one, other) => one.milestone.due.localeCompare(other.milestone.due));
  return html`<section class="card" aria-labelledby="milestone-list">
    <h2 id="milestone-list">${w('title')}</h2>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="milestone-list">
      <table class="data-table">
        <thead>
          <tr>
            <th scope="col">${w('due')}</th>
            <th scope="col">${w('project')}</th>
            <th scope="col">${w('milestone')}</th>
            <th scope="col">${w('state')}</th>
            <th scope="col">${w('reached')}</th>
            <th scope="col">${term('field', 'lead')}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            rows,
            ({ project, milestone }) => `${project.id}/${milestone.id}`,
            ({ project, milestone }) => html`<tr>
              <td class="when">${day(milestone.due)}</td>
              <th scope="row"><a href=${page(`projects/${encodeURIComponent(project.id)}`)}>${text(project.name)}</a></th>
              <td>${text(milestone.name)}</td>
              <td>${schedule(milestone.schedule)}</td>
              <td class="when">${day(milestone.reachedOn)}</td>
              <td>${departmentLink(project.responsibility?.lead)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
