import { go } from '../data/place.js';

/** Links to our own pages are followed without loading everything anew; those marked data-outside, files and other sites are not. */
export function followLinks() {
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    const ours = link.origin === location.origin && /^\/(plans\/|wall$|register$|$)/.test(link.pathname);
    if (!ours || 'outside' in link.dataset || link.hasAttribute('download') || link.target || link.getAttribute('href').startsWith('#')) {
      return;
    }
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
  });
}
