import { html, nothing } from 'lit';
import { zone } from '../data/current.js';
import { page } from '../data/place.js';
import { time } from '../format/times.js';
import { send } from '../outbox/outbox.js';
import { drop } from '../outbox/records.js';
import { confirmed } from '../parts/dialog.js';
import { words } from '../words/language.js';

const w = words({
  waiting: ['等待发送', 'Waiting to be sent'],
  sent: ['已送达', 'Sent'],
  refused: ['被退回', 'Refused'],
  draft: ['草稿', 'Draft'],
  'waiting-said': ['未能连接服务器，连接恢复后自动发送，且只计一次。', 'The server could not be reached. It is sent when the connection is back, and counts once.'],
  'signed-out': ['登录已失效，重新登录后自动发送。', 'The session has ended. It is sent once you have signed in again.'],
  busy: ['服务器暂时不能处理，稍后自动重发。', 'The server cannot take it right now. It is sent again by itself.'],
  'sent-said': ['已记入日志：该对象第 {0} 版，事件位置 {1}。', 'In the log: version {0} of its subject, event position {1}.'],
  retry: ['立即重试', 'Try now'],
  withdraw: ['不再发送', 'Do not send it'],
  'withdraw-ask': ['不再发送这份内容？', 'Not send this any more?'],
  'withdraw-what': ['它可能已经到达服务器；请随后核对。', 'It may have reached the server already; please look afterwards.'],
  dismiss: ['知道了', 'Dismiss'],
});

/** The name of a record's state: draft, waiting, sent or refused. */
export function stateName(record) {
  return html`<span class="stand ${record.state}">${w(record.state)}</span>`;
}

/** How a written thing stands, and what can be done about it. */
export function stateOf(record) {
  if (record.state === 'waiting') {
    const why = !record.trouble || record.trouble.status === 0 ? 'waiting-said' : record.trouble.status === 401 ? 'signed-out' : 'busy';
    return html`<div class="writing-state waiting" role="status">
      <p>${stateName(record)} ${w(why)}</p>
      <p class="actions">
        <button type="button" @click=${() => send(record)}>${w('retry')}</button>
        <button type="button" class="plain" @click=${() => withdraw(record)}>${w('withdraw')}</button>
      </p>
    </div>`;
  }
  if (record.state === 'sent') {
    return html`<div class="writing-state sent" role="status">
      <p>${stateName(record)} ${w('sent-said', record.version, record.position)} <span class="fine">${time(record.sentAt, zone())}</span></p>
      <p class="actions"><button type="button" class="plain" @click=${() => drop(record)}>${w('dismiss')}</button></p>
    </div>`;
  }
  return html`<div class="writing-state refused">
    <p>${stateName(record)} ${record.refusal?.body?.detail ?? nothing}</p>
    ${record.draft ? html`<p class="actions"><button type="button" class="plain" @click=${() => drop(record)}>${w('dismiss')}</button></p>` : nothing}
  </div>`;
}

async function withdraw(record) {
  if (await confirmed({ title: w('withdraw-ask'), body: w('withdraw-what'), yes: w('withdraw') })) {
    drop(record);
  }
}

/** The page on which a record is written on: of a draft itself, or of the draft that an entry came from. */
export function formOf(record, department) {
  const { subject, action, period, milestone } = record.draft ?? record;
  return page('work', { department, subject, action, period, milestone });
}
