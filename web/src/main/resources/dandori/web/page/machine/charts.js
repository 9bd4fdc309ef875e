// Lines over the run: how busy the machine was, what was free, and how that lay together.
import { html, render } from '/library/lit-html/lit-html.js';
import { ask } from '../parts/ask.js';
import { plain, short, percent, instant } from '../parts/numbers.js';
import { table } from '../parts/table.js';
import { t } from './words.js';

/** How many nodes ran jobs, of those in service, over all pools: the series of a machine as one line. */
export function utilization(pools) {
    const times = [...new Set(pools.flatMap((pool) => pool.times))].sort((a, b) => a - b);
    const at = pools.map(() => -1);
    return {
        times,
        values: times.map((time) => {
            let busy = 0;
            let up = 0;
            pools.forEach((pool, i) => {
                while (at[i] + 1 < pool.times.length && pool.times[at[i] + 1] <= time) {
                    at[i]++;
                }
                busy += pool.nodes_busy[at[i]] ?? 0;
                up += pool.nodes_up[at[i]] ?? 0;
            });
            return up > 0 ? (100 * busy) / up : null;
        }),
    };
}

/** The letters of the longest name at the end of a line, so that all charts of the page are equally wide. */
export const room = () => Math.max(...['line', 'busy', 'free', 'failed', 'fragmentation', 'largest', 'busiestLink', 'allLinks'].map((word) => t(word).length));

/**
 * The numbers of lines over the run, closed at first: the table is made when it is wanted.
 * @param {{machine: string, policy: string, origin: string}} of
 * @param {string} name of the chart
 * @param {number[]} times
 * @param {{key: string, values: (number|null)[]}[]} columns as those of a table, with their values
 */
export function numbersOverTime(of, name, times, columns) {
    const place = document.createElement('details');
    render(html`<summary>${t('numbers')}</summary>`, place);
    place.addEventListener('toggle', () => {
        if (place.open && !place.querySelector('table')) {
            const rows = times.map((time, i) => Object.fromEntries([['time', time], ...columns.map(({ key, values }) => [key, values[i]])]));
            const first = { key: 'time', label: t('time'), rawUnit: 's', text: true, show: (row) => instant(row.time, of.origin) };
            place.append(table({ name: `${name}, ${of.machine}, ${of.policy}`, columns: [first, ...columns], rows }));
        }
    });
    return place;
}

/** The line over which the reader moves through time. */
export async function scrubber(of) {
    const { pools } = await ask('run/series', { at: of.at, machine: of.machine }, of.signal);
    if (pools.length === 0) {
        return;
    }
    const { times, values } = utilization(pools);
    render(html`<figcaption>${t('scrub')} <span class="quiet">· % · ${of.policy} · ${t('click')}</span></figcaption><div class="chart" role="img" aria-label=${`${t('scrub')}, ${of.machine}, ${of.policy}`}></div>`, of.place);
    of.axis.lines({
        place: of.place.querySelector('.chart'), height: 112, named: true, full: 100, room: room(), times, unit: t('percent'), format: (value) => plain(value),
        lines: [{ name: t('line'), values, colour: '#0072b2' }],
    });
    const column = { key: 'utilization', label: t('line'), unit: '%', values, show: (row) => plain(row.utilization) };
    of.place.append(numbersOverTime(of, t('scrub'), times, [column]));
}

/** Counts and fragmentation at instants of the run. */
export async function history(of) {
    const answer = await ask('machine/history', { at: of.at, machine: of.machine }, of.signal);
    if (!answer.times?.length) {
        return;
    }
    const { times } = answer;
    const units = t(`${of.unit}s`);
    const instants = t('instants', { count: times.length });
    const figures = [[t('counts'), units, [['busy', 'busy', '#0072b2'], ['free', 'free', '#009e73'], ['failed', 'failed', '#d55e00']], short]];
    if (of.measure) {
        const measure = of.measure[0].toUpperCase() + of.measure.slice(1);
        figures.push([`${t('fragmentation')}: ${t(`fragmentation${measure}`)}`, t('percent'), [['fragmentation', 'fragmentation', '#cc79a7']], (value) => percent(value, 0), 1]);
        figures.push([t('largest'), units, [['largest_nodes', 'largest', '#e69f00']], short]);
    }
    const drawn = figures.filter(([, , lines]) => lines.some(([key]) => answer[key].some((value) => value !== null)));
    const places = drawn.map(([name, unit]) => {
        const figure = document.createElement('figure');
        render(html`<figcaption>${name} <span class="quiet">· ${unit} · ${of.policy} · ${instants}</span></figcaption><div class="chart" role="img" aria-label=${`${name}, ${unit}, ${of.machine}, ${of.policy}`}></div>`, figure);
        return figure;
    });
    const columns = drawn.flatMap(([, unit, lines]) => lines.map(([key, word]) => ({ key, label: t(word), unit: unit === t('percent') ? undefined : unit, values: answer[key], show: (row) => (key === 'fragmentation' ? percent(row[key]) : plain(row[key])) })));
    of.place.replaceChildren(...places, numbersOverTime(of, t('counts'), times, columns));
    drawn.forEach(([, unit, lines, format, full], i) =>
        of.axis.lines({
            place: places[i].querySelector('.chart'), height: 128, named: true, room: room(), times, unit, format, full,
            lines: lines.map(([key, word, colour]) => ({ name: t(word), values: answer[key], colour })),
        }),
    );
}
