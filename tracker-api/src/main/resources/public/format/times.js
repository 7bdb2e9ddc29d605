import { language, words } from '../words/language.js';

const w = words({
  half: ['{0}年{1}半年', '{0} H{1}'],
  quarter: ['{0}年第{1}季度', '{0} Q{1}'],
  month: ['{0}年{1}月', '{0}-{1}'],
  year: ['{0}年', '{0}'],
});

const ZONES = { 'Asia/Shanghai': ['北京时间', 'Beijing time'] };

function locale() {
  return language.value === 'zh' ? 'zh-CN' : 'en-GB';
}

/** What the plan's zone is called. */
export function zoneName(zone) {
  return ZONES[zone]?.[language.value === 'zh' ? 0 : 1] ?? zone;
}

/** A moment in the plan's zone, which it says. */
export function time(instant, zone = 'Asia/Shanghai') {
  if (!instant) {
    return '–';
  }
  const said = new Intl.DateTimeFormat(locale(), {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(new Date(instant));
  return `${said} ${zoneName(zone)}`;
}

/** The day on which a moment is in the plan's zone, as 2024-03-31. */
export function dayOf(instant, zone = 'Asia/Shanghai') {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant));
}

/** A day as people write it; it has no zone. */
export function day(date) {
  if (!date) {
    return '–';
  }
  return new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** The last second of a day in the plan's zone, as RFC 3339: what was known at the end of it. */
export function endOf(date, zone = 'Asia/Shanghai') {
  return `${date}T23:59:59${offset(new Date(`${date}T12:00:00Z`), zone)}`;
}

function offset(date, zone) {
  const said = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(date)
    .find((part) => part.type === 'timeZoneName').value;
  return said === 'GMT' ? 'Z' : said.slice(3);
}

/** 2022, 2022-H1, 2022-Q3 or 2022-07 as people say it. */
export function period(of) {
  if (!of) {
    return '–';
  }
  const [year, part] = of.split('-');
  if (!part) {
    return w('year', year);
  }
  if (part[0] === 'H') {
    return w('half', year, language.value === 'zh' ? (part[1] === '1' ? '上' : '下') : part[1]);
  }
  return part[0] === 'Q' ? w('quarter', year, part[1]) : w('month', year, language.value === 'zh' ? Number(part) : part);
}

/** The last day of a period, as 2022-09-30. */
export function lastDay(of) {
  const [year, part] = of.split('-');
  const month = !part ? 12 : part[0] === 'H' ? Number(part[1]) * 6 : part[0] === 'Q' ? Number(part[1]) * 3 : Number(part);
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
}
