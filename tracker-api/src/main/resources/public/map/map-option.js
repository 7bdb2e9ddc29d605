import { categoryName } from '../data/current.js';
import { figure, percent } from '../format/numbers.js';
import { ratingColour } from '../parts/chart-colours.js';
import { term, text, words } from '../words/language.js';

const w = words({
  id: ['编号', 'Id'],
  said: ['{0}，完成 {1}', '{0}, {1} invested'],
});

/** The option of the map: categories in the plan's order, in each its projects by investment; the sign of a rating stands before each name. */
export function mapOption(views, plan, colours) {
  return {
    tooltip: {
      renderMode: 'richText',
      backgroundColor: colours.card,
      borderColor: colours['strong-line'],
      textStyle: { color: colours.ink, fontSize: 13 },
      formatter: ({ data }) => data?.told ?? '',
    },
    series: [
      {
        type: 'treemap',
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        sort: 'desc',
        visibleMin: 0,
        childrenVisibleMin: 0,
        itemStyle: { borderColor: colours.card, gapWidth: 1 },
        label: { color: colours.card, fontSize: 12, overflow: 'break', position: 'insideTopLeft', lineHeight: 15 },
        upperLabel: { show: true, height: 22, color: colours.ink, fontWeight: 600, fontSize: 13, overflow: 'truncate' },
        levels: [{ itemStyle: { borderWidth: 0, gapWidth: 4 }, upperLabel: { show: false } }, { itemStyle: { borderColor: colours.range, borderWidth: 2, gapWidth: 1 } }],
        data: plan.categories.map((category) => node(category, views, colours)).filter((one) => one.children.length),
      },
    ],
  };
}

function node(category, views, colours) {
  const own = views.filter((view) => view.category === category.id);
  const name = text(category.name);
  return {
    name: `${name} ${figure(category.planned, category.unit)}`,
    told: `${name}\n${w('said', figure(category.planned, category.unit), percent(category.investedShare))}`,
    itemStyle: { color: colours.way },
    children: own.map((view) => ({
      project: view.id,
      name: `${term('sign', view.rating)} ${text(view.name)}`,
      value: view.investment,
      itemStyle: { color: ratingColour(colours, view.rating) },
      told: [text(view.name), `${term('sign', view.rating)} ${term('rating', view.rating)}`, w('said', figure(view.investment, view.unit), percent(view.investedShare))].join('\n'),
    })),
  };
}

/** What the map shows, as a table (parts/data-table.js). */
export function mapTable(views) {
  return {
    columns: [
      { label: w('id') },
      { label: term('field', 'name') },
      { label: term('field', 'category') },
      { label: term('field', 'investment'), number: true },
      { label: term('field', 'investedShare'), number: true },
      { label: term('field', 'rating') },
    ],
    rows: [...views]
      .sort((one, other) => other.investment - one.investment)
      .map((view) => [
        view.id,
        text(view.name),
        categoryName(view.category),
        { shown: figure(view.investment, view.unit), raw: view.investment },
        { shown: percent(view.investedShare), raw: view.investedShare },
        term('rating', view.rating),
      ]),
  };
}
