customElements.define('tracker-indicator', class extends HTMLElement {});
