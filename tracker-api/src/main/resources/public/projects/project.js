customElements.define('tracker-project', class extends HTMLElement {});
