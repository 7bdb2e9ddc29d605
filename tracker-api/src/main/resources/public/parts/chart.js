import { html, nothing } from 'lit';
import { current, zone } from '../data/current.js';
import { Following } from '../data/observable.js';
import { moment } from '../data/place.js';
import { time } from '../format/times.js';
import { theme } from '../shell/theme.js';
import { text, words } from '../words/language.js';
import { chartColours } from './chart-colours.js';
import { picture } from './chart-picture.js';
import { dataFile, dataTable } from './data-table.js';
import { download } from './download.js';
import { Element } from './element.js';

const w = words({
  picture: ['下载图片', 'Picture'],
  data: ['下载数据', 'Data'],
  'picture-of': ['下载图片（PNG）：{0}', 'Download as a picture (PNG): {0}'],
  'data-of': ['下载数据（CSV）：{0}', 'Download the data (CSV): {0}'],
  table: ['数据表', 'The same as a table'],
  simulated: ['演示数据，全部虚构', 'Simulated data, all made up'],
  column: ['演示数据', 'Simulated'],
  yes: ['是', 'yes'],
  'as-of': ['截至 {0}', 'As of {0}'],
});

const PAPER_WIDTH = 680;
const still = matchMedia('(prefers-reduced-motion: reduce)');
let library = null;

/**
 * A chart of ECharts with a table of the same data and both as files. `build` makes the option from the theme's colours, `label` is its title,
 * `said` what it shows in words, `file` the files' name, `table` the data (parts/data-table.js). Fires `pick` with the data clicked on.
 */
class Chart extends Element {
  static properties = {
    build: { attribute: false },
    table: { attribute: false },
    label: {},
    said: {},
    file: {},
    open: { type: Boolean },
  };

  #chart = null;
  #resize = new ResizeObserver(() => this.#chart?.resize());

  constructor() {
    super();
    new Following(this, theme);
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('beforeprint', this.#toPaper);
    addEventListener('afterprint', this.#toScreen);
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#toPaper);
    removeEventListener('afterprint', this.#toScreen);
    this.#resize.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  render() {
    return html`<figure class="chart">
      <div class="canvas"></div>
      <div class="actions">
        <button type="button" class="plain" aria-label=${w('picture-of', this.label)} @click=${this.#savePicture}>${w('picture')} <span class="fine">PNG</span></button>
        ${this.table
          ? html`<button type="button" class="plain" aria-label=${w('data-of', this.label)} @click=${this.#saveData}>${w('data')} <span class="fine">CSV</span></button>`
          : nothing}
      </div>
      ${this.table
        ? html`<details ?open=${this.open}>
            <summary>${w('table')}</summary>
            ${dataTable(this.table, this.label)}
          </details>`
        : nothing}
    </figure>`;
  }

  updated() {
    this.#draw();
  }

  async #draw() {
    const { init } = await (library ??= import('echarts/dist/echarts.esm.min.js'));
    if (!this.isConnected) {
      return;
    }
    if (!this.#chart) {
      const box = this.querySelector('.canvas');
      this.#chart = init(box, null, { renderer: 'canvas' });
      this.#chart.on('click', (event) => this.dispatchEvent(new CustomEvent('pick', { detail: event.data })));
      this.#resize.observe(box);
    }
    this.#show();
  }

  #show() {
    const colours = chartColours();
    this.#chart.setOption(
      {
        animation: false,
        ...this.build(colours, this.#chart.getWidth()),
        textStyle: { fontFamily: colours.sans, color: colours.ink },
        aria: { enabled: true, label: { description: this.said ? `${this.label}: ${this.said}` : this.label } },
        stateAnimation: still.matches ? { duration: 0 } : undefined,
      },
      { notMerge: true },
    );
  }

  // The theme has turned light by then (shell/theme.js); what is printed is what is drawn at the end of this call.
  #toPaper = () => {
    if (this.#chart) {
      this.#chart.resize({ width: PAPER_WIDTH });
      this.#show();
      this.#chart.getZr().flush();
    }
  };

  #toScreen = () => {
    if (this.#chart) {
      this.#chart.resize({ width: 'auto' });
      this.#show();
    }
  };

  #notes() {
    const plan = current.value;
    const state = w('as-of', time(moment() ?? plan.updatedAt, zone()));
    return [`${text(plan.name)} · ${state}`, ...(plan.simulated ? [w('simulated')] : [])];
  }

  #savePicture = async () => {
    const colours = chartColours();
    download(await picture(this.#chart, { title: this.label, lines: this.#notes(), colours }), `${this.file}.png`);
  };

  #saveData = () => {
    const notes = current.value.simulated ? [[w('column'), w('yes')]] : [];
    download(dataFile(this.table, notes), `${this.file}.csv`);
  };
}
customElements.define('tracker-chart', Chart);
