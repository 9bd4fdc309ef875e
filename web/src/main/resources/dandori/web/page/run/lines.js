// What was busy and what waited, on the time axis of the chart.
import { html, render } from '/library/lit-html/lit-html.js';
import { instant, plain, short } from '../parts/numbers.js';
import { table } from '../parts/table.js';
import { speaks } from '../parts/words.js';
import { strips } from './strips.js';

const t = speaks({
    en: {
        utilization: 'Nodes that run jobs, of those in service', hours: 'Work that waits: nodes × time limit', waiting: 'Jobs that wait',
        power: 'Power', down: 'Nodes out of service', percent: '%', nodeHours: 'node h', jobs: 'jobs', nodes: 'nodes', kilowatt: 'kW',
        windows: 'Windows of resource groups, reservations and planned outages',
        none: 'This run wrote no series.csv.gz.', numbers: 'Numbers', time: 'Time',
    },
    ja: {
        utilization: '資源利用率：稼働中のノードのうちジョブを実行しているもの', hours: '待ち仕事量：ノード数×制限時間', waiting: '待ちジョブ数',
        power: '消費電力', down: '停止中のノード', percent: '%', nodeHours: 'ノード時', jobs: 'ジョブ', nodes: 'ノード', kilowatt: 'kW',
        windows: '資源グループの時間枠・予約・計画停止',
        none: 'この実行には series.csv.gz がありません。', numbers: '数値', time: '時刻',
    },
});

const percent = (value) => plain(100 * value);

/**
 * Shows the series below the chart.
 * @param {{place: HTMLElement, axis: object, series: object, machine: object, policy: string, origin: number | null}} of
 */
export function lines(of) {
    const { pools, events } = of.series;
    if (pools.length === 0) {
        render(html`<p class="quiet">${t('none')}</p>`, of.place);
        return;
    }
    const times = [...new Set(pools.flatMap((pool) => pool.times))].sort((a, b) => a - b);
    // The pool of a machine that has no other is named as in the catalogue; the page names the machine.
    const nameOf = (pool) => (pools.length === 1 ? of.machine.name : pool.pool);
    const series = (value) => pools.map((pool) => ({ name: nameOf(pool), values: held(pool, times, value) }));
    const key = (name) => (pool, i) => pool[name]?.[i] ?? null;
    const size = (pool) => of.machine.pools.find((one) => one.name === pool.pool)?.nodes ?? of.machine.nodes;
    const charts = [
        [t('utilization'), t('percent'), series((pool, i) => (pool.nodes_up[i] ? pool.nodes_busy[i] / pool.nodes_up[i] : null)), percent, 1],
        [t('hours'), t('nodeHours'), series(key('node_hours_waiting')), short],
        [t('waiting'), t('jobs'), series(key('jobs_waiting')), short],
        [t('down'), t('nodes'), series((pool, i) => size(pool) - pool.nodes_up[i]), short],
        [t('power'), t('kilowatt'), series(key('power_kw')), short],
    ].filter(([name, , all]) => all.some((line) => line.values.some((value) => (name === t('down') ? value > 0 : value !== null))));
    const figures = charts.map(([name, unit, all, format, full]) => {
        const figure = document.createElement('figure');
        render(html`<figcaption>${name} <span class="quiet">· ${unit} · ${of.policy}</span></figcaption><div class="chart" role="img" aria-label=${`${name}, ${unit}, ${of.policy}`}></div>`, figure);
        return { figure, name, unit, all, format, full };
    });
    of.place.replaceChildren(...figures.map((one) => one.figure));
    for (const { figure, unit, all, format, full } of figures) {
        of.axis.lines({ place: figure.querySelector('.chart'), height: 150, named: true, times, unit, format, full, lines: all });
    }
    const named = windows(events, of.axis.whole().to);
    if (named.length > 0) {
        const figure = document.createElement('figure');
        render(html`<figcaption>${t('windows')} <span class="quiet">· ${of.policy}</span></figcaption><div class="chart" role="img" aria-label=${`${t('windows')}: ${[...new Set(named.map((one) => one.name))].join(', ')}`}></div>`, figure);
        of.place.append(figure);
        strips({ place: figure.querySelector('.chart'), axis: of.axis, all: named });
    }
    of.place.append(numbers(of, times, figures));
}

/** All that the charts show, as a table that is made once somebody opens it. */
function numbers(of, times, charts) {
    const place = document.createElement('details');
    render(html`<summary>${t('numbers')}</summary>`, place);
    place.addEventListener('toggle', () => {
        if (!place.open || place.querySelector('table')) {
            return;
        }
        const columns = charts.flatMap(({ name, unit, all, format }) =>
            all.map((line) => {
                const scale = unit === t('percent') ? 100 : 1; // shares
                const value = (i) => (line.values[i] === null ? null : scale * line.values[i]);
                const label = all.length > 1 ? `${name}: ${line.name}` : name;
                return { key: `${name} ${line.name}`, label, unit, value, show: (i) => (line.values[i] === null ? '–' : format(line.values[i])) };
            }),
        );
        const time = { key: 'time', label: t('time'), rawUnit: 's', text: true, value: (i) => times[i], show: (i) => instant(times[i], of.origin) };
        place.append(table({ name: `${t('numbers')}, ${of.machine.name}, ${of.policy}`, columns: [time, ...columns], rows: times.map((none, i) => i) }));
    });
    return place;
}

/** The values of a pool at all times: each holds until the next. */
function held(pool, times, value) {
    const values = [];
    let i = -1;
    for (const time of times) {
        while (i + 1 < pool.times.length && pool.times[i + 1] <= time) {
            i++;
        }
        values.push(i < 0 ? null : value(pool, i));
    }
    return values;
}

/**
 * Stretches of time that have a name, from events that open and close; what opens before or never closes is cut at the end.
 * @returns {{name: string, from: number, to: number}[]}
 */
export function windows(events, end) {
    const open = new Map();
    const all = [];
    for (const event of events) {
        if (event.kind === 'window-open') {
            open.set(event.subject, event.time_s);
        } else if (event.kind === 'window-close' && open.has(event.subject)) {
            all.push({ name: event.subject, from: open.get(event.subject), to: event.time_s });
            open.delete(event.subject);
        }
    }
    open.forEach((from, name) => all.push({ name, from, to: end }));
    return all;
}
