import { html } from 'lit';
import { connection } from '../data/live.js';
import { words } from '../words/language.js';

const w = words({
  live: ['实时', 'Live'],
  connecting: ['连接中', 'Connecting'],
  cut: ['连接中断，数据可能不是最新', 'Cut off: figures may be old'],
  past: ['历史视图，不是当前情况', 'A past day, not the state of now'],
  off: ['未连接', 'Not live'],
});

/** How current what is shown is, for who follows data/live.js. */
export function connectionSign() {
  return html`<span class="connection ${connection.value}" role="status">${w(connection.value)}</span>`;
}
