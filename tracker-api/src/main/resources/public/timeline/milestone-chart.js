import { html, nothing, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { today, zone } from '../data/current.js';
import { moment, page } from '../data/place.js';
import { day, dayOf } from '../format/times.js';
import { Element } from '../parts/element.js';
import { milestoneDates, schedule } from '../parts/milestone.js';
import { placed } from '../parts/placed.js';
import { term, text, words } from '../words/language.js';
import { span, timeScale } from './time-scale.js';

const w = words({
  label: ['时间轴：方向键在节点之间移动', 'Time axis: the arrow keys go from milestone to milestone'],
  project: ['项目', 'Project'],
  today: ['今天 {0}', 'Today, {0}'],
  then: ['截至 {0}', 'As of {0}'],
  said: ['{0}：{1}，{2}，应于 {3}', '{0}: {1}, {2}, due {3}'],
  reached: ['{0}，{1} 完成', '{0}, reached {1}'],
  hint: ['指向或选中一个节点，这里显示说明。', 'Point at a milestone or go to it, and it is told of here.'],
});

/** Shape and colour say the same. */
const SHAPES = {
  'reached-on-time': svg`<path d="M8 1 15 8 8 15 1 8Z"></path>`,
  'reached-late': svg`<path d="M8 1 15 8 8 15 1 8Z"></path><path class="hole" d="M8 3.6 12.4 8 8 12.4 3.6 8Z"></path><path d="M8 5 11 8 8 11 5 8Z"></path>`,
  due: svg`<path class="open" d="M8 2 14 8 8 14 2 8Z"></path>`,
  missed: svg`<path class="cross" d="M2.5 2.5 13.5 13.5M13.5 2.5 2.5 13.5"></path>`,
};

/** The rows of the time axis: a project's window as a bar, its milestones upon it. One milestone is in the order of tabs; arrows lead to the others. */
class MilestoneChart extends Element {
  static properties = { projects: { attribute: false }, plan: { attribute: false }, chosen: { state: true } };

  chosen = null;

  render() {
    const scale = timeScale(...span(this.projects, this.plan));
    // The line is at the day that is looked at.
    const date = moment() ? dayOf(moment(), zone()) : today();
    const now = scale.at(date);
    const rows = this.projects.filter((one) => one.milestones.length);
    const first = this.#known(rows) ? this.chosen : key(rows[0], rows[0]?.milestones[0]);
    return html`<div class="scroll axis-box" role="group" aria-label=${w('label')}>
        <div class="axis" @keydown=${this.#move}>
          <div class="axis-head">
            <span class="axis-name">${w('project')}</span>
            <span class="track" aria-hidden="true">
              ${scale.years.map(({ year, at }) => html`<span class="year" ${placed({ left: `${at}%` })}>${year}</span>`)}
              <span class="now" ${placed({ left: `${now}%` })}><span class="now-name">${w(moment() ? 'then' : 'today', day(date))}</span></span>
            </span>
          </div>
          ${repeat(this.projects, (one) => one.id, (one) => this.#row(one, scale, now, first))}
        </div>
      </div>
      <p class="told" aria-hidden="true">${this.#told()}</p>`;
  }

  #row(project, scale, now, first) {
    const left = scale.at(project.start);
    return html`<div class="axis-row">
      <a class="axis-name" href=${page(`projects/${encodeURIComponent(project.id)}`)}>${text(project.name)}</a>
      <span class="track">
        ${scale.years.map(({ at }) => html`<span class="tick" ${placed({ left: `${at}%` })}></span>`)}
        <span class="window" ${placed({ left: `${left}%`, width: `${scale.at(project.end) - left}%` })}></span>
        <span class="now" ${placed({ left: `${now}%` })}></span>
        ${project.milestones.map((one) => this.#milestone(project, one, scale, first))}
      </span>
    </div>`;
  }

  #milestone(project, milestone, scale, first) {
    const id = key(project, milestone);
    return html`<a
      class="milestone-mark ${milestone.schedule}"
      href=${page(`projects/${encodeURIComponent(project.id)}`)}
      data-key=${id}
      tabindex=${id === first ? 0 : -1}
      ${placed({ left: `${scale.at(milestone.reachedOn ?? milestone.due)}%` })}
      aria-label=${said(project, milestone)}
      @focus=${() => (this.chosen = id)}
      @pointerenter=${() => (this.chosen = id)}
      ><svg viewBox="0 0 16 16" aria-hidden="true">${SHAPES[milestone.schedule]}</svg></a
    >`;
  }

  #known(rows) {
    return rows.some((project) => project.milestones.some((one) => key(project, one) === this.chosen));
  }

  #told() {
    for (const project of this.projects) {
      const milestone = project.milestones.find((one) => key(project, one) === this.chosen);
      if (milestone) {
        return html`<strong>${text(project.name)}</strong> · ${text(milestone.name)} · ${schedule(milestone.schedule)} · ${milestoneDates(milestone)}`;
      }
    }
    return this.projects.length ? w('hint') : nothing;
  }

  #move(event) {
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    const from = event.target.closest('.milestone-mark');
    if (!step || !from) {
      return;
    }
    event.preventDefault();
    const rows = [...this.querySelectorAll('.axis-row')].map((row) => [...row.querySelectorAll('.milestone-mark')]).filter((row) => row.length);
    const row = rows.findIndex((marks) => marks.includes(from));
    const index = rows[row].indexOf(from);
    const to = step[0] ? nearest(rows[row + step[0]], from) : (rows[row][index + step[1]] ?? (step[1] > 0 ? rows[row + 1]?.[0] : rows[row - 1]?.at(-1)));
    to?.focus();
  }
}

function nearest(marks, from) {
  const x = from.offsetLeft;
  return marks?.reduce((best, one) => (Math.abs(one.offsetLeft - x) < Math.abs(best.offsetLeft - x) ? one : best));
}

function key(project, milestone) {
  return milestone ? `${project.id}/${milestone.id}` : null;
}

function said(project, milestone) {
  const words = w('said', text(project.name), text(milestone.name), term('schedule', milestone.schedule), day(milestone.due));
  return milestone.reachedOn ? w('reached', words, day(milestone.reachedOn)) : words;
}
customElements.define('tracker-milestone-chart', MilestoneChart);
