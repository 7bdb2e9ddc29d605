import { html } from 'lit';
import { words } from '../words/language.js';

const w = words({ 'sign-in': ['登录', 'Sign in'] });

/** Leads to where one signs in, and from there back to what is looked at. */
export function signIn() {
  const next = encodeURIComponent(location.pathname + location.search);
  return html`<a class="button" href="/login?next=${next}" data-outside>${w('sign-in')}</a>`;
}
