// What links carry at the instant that is looked at: a square for each group of links, and lines over the run.
import { html, render, svg, nothing } from '/library/lit-html/lit-html.js';
import { ask } from '../parts/ask.js';
import { ofAmount } from '../parts/colours.js';
import { percent, plain } from '../parts/numbers.js';
import { problem, Problem } from '../parts/problem.js';
import { table } from '../parts/table.js';
import { get, set } from '../parts/view.js';
import { numbersOverTime, room } from './charts.js';
import { t } from './words.js';

const WIDEST = 64; // squares in a line
const REST = 250; // milliseconds between two instants while time passes
const SHADES = ['utilization', 'utilization_max'];

/**
 * Where each group of a kind stands. On a torus a group begins at a place such as 'Y 5 X 3': a line for each plane, a column for each place
 * along the axis; else all stand in a line.
 * @param {{link: string, from: string, to: string}[]} groups
 * @param {boolean} isAlong whether they lie along an axis of the torus
 */
export function matrix(groups, isAlong) {
    const named = groups.map(({ link, from, to }) => {
        if (from === 'nodes') {
            return ['', to];
        }
        if (link === 'group' && to.startsWith('group ') && from !== to) {
            return [from, to];
        }
        const words = isAlong ? from.split(' ') : [from];
        return [words.slice(0, -2).join(' '), words.slice(-2).join(' ')];
    });
    const rows = [...new Set(named.map(([row]) => row))];
    const columns = [...new Set(named.map(([, column]) => column))];
    const wraps = rows.length === 1 && columns.length > WIDEST;
    const places = named.map(([row, column]) => {
        const at = columns.indexOf(column);
        return wraps ? [Math.floor(at / WIDEST), at % WIDEST] : [rows.indexOf(row), at];
    });
    return {
        places, named: !wraps,
        rows: wraps ? Array.from({ length: Math.ceil(columns.length / WIDEST) }, () => '') : rows,
        columns: wraps ? columns.slice(0, WIDEST) : columns,
    };
}

/**
 * Link load of a machine.
 * @param {{place: HTMLElement, at: string, machine: object, policy: string, axis: object, time: number, signal: AbortSignal,
 *   failed: (failure: Error) => void}} of
 * @returns {(time: number) => void} shows another instant
 */
export async function links(of) {
    const about = await ask('machine/links', { at: of.at, machine: of.machine.name }, of.signal);
    const problems = (about.problems ?? []).map((text) => problem(new Problem(text)));
    if (!about.groups?.length) {
        render(html`<h2>${t('linkLoad')}</h2>${problems}<p class="quiet no-links">${t('noLinks')} ${t('noLinksMaybe')}</p>`, of.place);
        return () => {};
    }
    const groups = about.groups.map((group, i) => ({ ...group, place: i }));
    const axes = (of.machine.torus?.axes ?? []).map((axis) => axis.name);
    const outer = axes.slice(0, of.machine.torus?.shape?.length ?? 0);
    const kinds = [...new Set(groups.map(({ link }) => link))].map((link) => {
        const its = groups.filter((group) => group.link === link);
        return { link, groups: its, ...matrix(its, outer.includes(link)) };
    });
    let shade = SHADES.includes(get('links')) ? get('links') : SHADES[0];
    let load;
    let rows; // of the groups, with what they carry
    let shown; // when
    let pointed;
    let numbers;

    const name = ({ from, to }) => (from === to ? from : `${from} – ${to}`);
    function draw() {
        const choose = (event) => {
            shade = event.target.value;
            set({ links: shade });
            draw();
        };
        render(
            html`<h2>${t('linkLoad')}</h2>
                ${problems}
                <p class="answer-links">${answer()}</p>
                <div class="row"><label>${t('shade')} <select class="shade" @change=${choose}>
                    ${SHADES.map((one) => html`<option value=${one} ?selected=${one === shade}>${t(one)}</option>`)}</select></label>
                    ${scale()}</div>
                <div class="link-kinds" @pointermove=${point} @pointerleave=${() => point()}>${kinds.map(picture)}</div>
                <p class="small pointed-link">${pointed === undefined ? html`<span class="quiet">${t('pointLink')}</span>` : told(pointed)}</p>
                <details class="link-numbers" @toggle=${openNumbers}><summary>${t('numbers')}</summary></details>
                <figure class="links-over-time"></figure>`,
            of.place,
        );
    }

    /** The busiest group of links, and how many are in each other's way. */
    function answer() {
        const busiest = rows.reduce((a, b) => (b.most > a.most ? b : a));
        const contended = rows.reduce((sum, row) => sum + row.contended, 0);
        const mean = rows.reduce((sum, row) => sum + row.load, 0) / rows.reduce((sum, row) => sum + row.capacity_gb_per_s, 0);
        const first = busiest.most > 0
            ? t('linksAnswer', { mean: percent(mean), busiest: percent(busiest.most), link: busiest.link, where: name(busiest) })
            : t('linksIdle');
        return html`${first} ${contended > 0 ? t('linksContended', { count: plain(contended) }) : t('linksFree')}`;
    }

    function told(place) {
        const row = rows[place];
        return t('linkTold', {
            link: row.link, where: name(row), count: plain(row.links), load: plain(row.load, 1), capacity: plain(row.capacity_gb_per_s, 0),
            mean: percent(row.utilization), busiest: percent(row.most), contended: plain(row.contended),
        });
    }

    function point(event) {
        const place = event?.target.dataset?.group;
        const now = place === undefined ? undefined : Number(place);
        if (now !== pointed) {
            pointed = now;
            draw();
        }
    }

    function caption({ link, groups: its }) {
        if (axes.includes(link)) {
            return t(outer.includes(link) ? 'linksAlong' : 'linksInside', { axis: link });
        }
        const kind = its[0].from === 'nodes' ? 'linksNode' : { router: 'linksRouter', group: 'linksGroup', cable: 'linksCable', link: 'linksAll' }[link];
        return t(kind ?? 'linksUp', { place: link });
    }

    function picture(kind) {
        const side = kind.columns.length > 32 ? 10 : 14;
        const left = kind.named && kind.rows.some((row) => row) ? 8 + 7 * Math.max(...kind.rows.map((row) => row.length)) : 0;
        // Few are so wide that the first and the last have their names below them.
        const ends = kind.named ? 8 * ((kind.columns[0]?.length ?? 0) + (kind.columns.at(-1)?.length ?? 0)) + 16 : 0;
        const across = Math.max(side, Math.ceil(ends / Math.max(1, kind.columns.length)));
        const high = side * kind.rows.length + (kind.named ? 16 : 0);
        const end = left + across * kind.columns.length;
        const below = side * kind.rows.length + 12;
        return html`<figure class="link-kind" data-link=${kind.link}><figcaption>${caption(kind)} <span class="quiet">· ${of.policy}</span></figcaption>
            <svg class="links" width=${end} height=${high} role="img" aria-label=${`${t('linkLoad')}, ${caption(kind)}, ${of.machine.name}, ${of.policy}`}>
                ${left > 0 ? kind.rows.map((row, i) => svg`<text x=${left - 6} y=${side * i + side - 3} text-anchor="end" font-size="11" fill="var(--quiet)">${row}</text>`) : nothing}
                ${kind.groups.map((group, i) => {
                    const [row, column] = kind.places[i];
                    const value = load[shade][group.place];
                    return svg`<rect data-group=${group.place} data-value=${value} x=${left + across * column} y=${side * row} width=${across - 1} height=${side - 1}
                        fill=${value > 0 ? ofAmount(value) : 'var(--raised)'} stroke=${pointed === group.place ? 'var(--ink)' : value > 0 ? 'none' : 'var(--line)'}></rect>`;
                })}
                ${kind.named ? svg`<text x=${left} y=${below} font-size="11" fill="var(--quiet)">${kind.columns[0]}</text>` : nothing}
                ${kind.named && kind.columns.length > 1 ? svg`<text x=${end} y=${below} text-anchor="end" font-size="11" fill="var(--quiet)">${kind.columns.at(-1)}</text>` : nothing}
            </svg></figure>`;
    }

    function scale() {
        const steps = Array.from({ length: 11 }, (none, i) => i / 10);
        return html`<span class="small quiet link-scale">0 % <svg width="133" height="12" aria-hidden="true">
            ${steps.map((step, i) => svg`<rect x=${12 * i} width="12" height="12" fill=${ofAmount(step)}></rect>`)}</svg> 100 %
            · <svg class="swatch" width="14" height="14" aria-hidden="true"><rect width="13" height="13" fill="var(--raised)" stroke="var(--line)"></rect></svg> ${t('carriesNothing')}</span>`;
    }

    function openNumbers(event) {
        if (event.target.open && numbers) {
            numbers.setRows(rows);
        } else if (event.target.open) {
            const share = (key) => (row) => percent(row[key]);
            numbers = table({
                name: `${t('linkLoad')}, ${of.machine.name}, ${of.policy}`,
                columns: [
                    { key: 'link', label: t('linkKind'), text: true },
                    { key: 'from', label: t('linkFrom'), text: true, isName: true },
                    { key: 'to', label: t('linkTo'), text: true },
                    { key: 'links', label: t('linkCount'), show: (row) => plain(row.links) },
                    { key: 'capacity_gb_per_s', label: t('capacity'), unit: 'GB/s', show: (row) => plain(row.capacity_gb_per_s, 1) },
                    { key: 'load', label: t('load'), unit: 'GB/s', show: (row) => plain(row.load, 1) },
                    { key: 'utilization', label: t('utilization'), show: share('utilization') },
                    { key: 'most', label: t('utilization_max'), show: share('most') },
                    { key: 'contended', label: t('contended'), show: (row) => plain(row.contended) },
                ],
                rows,
            });
            event.target.append(numbers);
        }
    }

    let wanted = of.time;
    let isBusy = false;
    async function follow() {
        isBusy = true;
        try {
            while (wanted !== undefined && !of.signal.aborted) {
                const time = wanted;
                wanted = undefined;
                load = await ask('machine/load', { at: of.at, machine: of.machine.name, time }, of.signal);
                rows = groups.map((group) => ({
                    ...group, load: load.load_gb_per_s[group.place], utilization: load.utilization[group.place],
                    most: load.utilization_max[group.place], contended: load.links_contended[group.place],
                }));
                draw();
                shown = time;
                of.place.dataset.time = time;
                if (of.place.querySelector('.link-numbers').open) {
                    numbers?.setRows(rows);
                }
                if (wanted !== undefined) {
                    await new Promise((done) => setTimeout(done, REST));
                }
            }
        } finally {
            isBusy = false;
        }
    }
    await follow();
    overTime(of, about);
    return (time) => {
        if (time === shown && !isBusy) {
            return;
        }
        wanted = time;
        if (!isBusy) {
            follow().catch(of.failed);
        }
    };
}

/** All links over the run: their mean, and the busiest. */
function overTime(of, { times, mean, most }) {
    const figure = of.place.querySelector('.links-over-time');
    render(html`<figcaption>${t('linksOverTime')} <span class="quiet">· ${t('percent')} · ${of.policy}</span></figcaption><div class="chart" role="img" aria-label=${`${t('linksOverTime')}, ${of.machine.name}, ${of.policy}`}></div>`, figure);
    of.axis.lines({
        place: figure.querySelector('.chart'), height: 128, named: true, room: room(), times, unit: t('percent'), format: (value) => percent(value, 0),
        lines: [{ name: t('busiestLink'), values: most, colour: '#d55e00' }, { name: t('allLinks'), values: mean, colour: '#0072b2' }],
    });
    const columns = [['most', 'busiestLink', most], ['mean', 'allLinks', mean]].map(([key, word, values]) => ({ key, label: t(word), values, show: (row) => percent(row[key]) }));
    figure.append(numbersOverTime({ ...of, machine: of.machine.name }, t('linksOverTime'), times, columns));
}
