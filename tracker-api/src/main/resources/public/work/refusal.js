import { html, nothing } from 'lit';
import { all, planPath } from '../data/api.js';
import { departmentName, zone } from '../data/current.js';
import { page } from '../data/place.js';
import { Resource } from '../data/resource.js';
import { time } from '../format/times.js';
import { changesTable } from '../parts/changes.js';
import { Element } from '../parts/element.js';
import { term, words } from '../words/language.js';
import { subjectPath } from './writing.js';

const w = words({
  refused: ['被退回：未作任何更改。', 'Refused: nothing was changed.'],
  invalid: ['内容有误，见各栏。', 'Something is wrong with it: see the fields.'],
  'period-already-reported': ['该时期已有填报，请改为更正。', 'That period is reported already: a correction is needed.'],
  'period-not-reported': ['该时期没有有效的填报。', 'No report is in force for that period.'],
  'stale-version': ['打开之后，该对象已有变化。请看清变化，再决定是否提交。', 'Its subject has changed since you opened it. Look at what changed, then decide whether to send.'],
  'not-yours': ['该对象不由本部门牵头，不能填报。', 'Your department does not lead this subject.'],
  forbidden: ['没有填报权限。', 'You may not report.'],
  'milestone-reached': ['该节点已报告达成。', 'That milestone is reported as reached already.'],
  'key-reused': ['这份内容此前已用同一编号提交过另一版本。请核对已记录的内容后再提交。', 'Another version was sent under the same key before. Look at what is recorded, then send again.'],
  correct: ['去更正', 'Correct it'],
  meanwhile: ['其间的变化', 'What changed meanwhile'],
  agree: ['已看过，按第 {0} 版提交', 'Seen: send it on version {0}'],
  agreed: ['再次提交即可。', 'Now it can be sent again.'],
});

/** Why a draft was refused. After a stale version, what changed meanwhile, and the choice to go on from there: again({ifMatch}). view is its subject's. */
class Refusal extends Element {
  static properties = { draft: { attribute: false }, view: { attribute: false }, again: { attribute: false } };

  meanwhile = new Resource(this, () => (this.#kind() === 'stale-version' ? planPath(`${subjectPath(this.draft.subject)}/history?limit=200`) : null), {
    load: all,
  });

  #kind() {
    return (this.draft.refusal.body.type ?? '').split('/').pop();
  }

  render() {
    const { body } = this.draft.refusal;
    const kind = this.#kind();
    const said = ['invalid', 'period-already-reported', 'period-not-reported', 'stale-version', 'not-yours', 'forbidden', 'milestone-reached', 'key-reused'];
    return html`<div class="problem refusal" role="alert">
      <p><strong>${w('refused')}</strong> ${said.includes(kind) ? w(kind) : (body.detail ?? body.title ?? nothing)}</p>
      ${kind === 'period-already-reported'
        ? html`<p><a href=${page('work', { subject: this.draft.subject, action: 'correction', period: this.draft.period })}>${w('correct')}</a></p>`
        : nothing}
      ${kind === 'stale-version' ? this.#meanwhile(body.currentVersion) : nothing}
    </div>`;
  }

  #meanwhile(version) {
    return html`<h3>${w('meanwhile')}</h3>
      ${this.meanwhile.show(
        (entries) => html`<ol class="meanwhile">
          ${entries
            .filter((entry) => entry.version > this.draft.ifMatch)
            .map(
              (entry) => html`<li>
                <b>${term('event', entry.type)}</b> <span class="fine">${time(entry.recordedAt, zone())} · ${entry.actor.department ? departmentName(entry.actor.department) : term('role', entry.actor.role)}</span>
                ${entry.reason ? html`<p>${entry.reason}</p>` : nothing} ${changesTable(entry.changes, this.view)}
              </li>`,
            )}
        </ol>`,
      )}
      <p class="actions"><button type="button" @click=${() => this.again({ ifMatch: version, refusal: null, state: 'draft' })}>${w('agree', version)}</button></p>`;
  }
}
customElements.define('tracker-refusal', Refusal);
