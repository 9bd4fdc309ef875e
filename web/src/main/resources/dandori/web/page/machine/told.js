// What is said of the machine in words: the answer, a square, what is open, what the colours mean.
import { html, nothing } from '/library/lit-html/lit-html.js';
import { plain, percent, instant } from '../parts/numbers.js';
import { link } from '../parts/view.js';
import { t } from './words.js';

/** So many of the machine's units: '2,304 nodes'. */
export const amount = (count, unit) => `${plain(count)} ${t(count === 1 ? unit : `${unit}s`)}`;

/** The answer to the question of the page. */
export function answer(of) {
    const { busy, free, failed } = of.counts;
    const { unit } = of;
    const jobs = of.jobs === 1 ? t('runningOne') : t('running', { count: plain(of.jobs) });
    const first = t('answer', { busy: plain(busy), all: plain(of.nodes), nodes: t(`${unit}s`), jobs, free: plain(free) });
    const broken = failed > 0 ? t(failed === 1 ? 'oneFailed' : 'someFailed', { failed: plain(failed) }) : '';
    return html`${first}${broken} <span class="quiet">${of.space ? space(of.space, free, unit) : nothing}</span>`;
}

function space(its, free, unit) {
    if (its.largest_nodes === 0) {
        return free === 0 ? t('nothingFree') : '';
    }
    const share = its.measure === 'leaf' ? its.fragmentation : its.largest_nodes / free;
    return t(its.measure, { shape: its.shape.join(' × '), nodes: amount(its.largest_nodes, unit), percent: percent(share, 0) });
}

/** What a square holds, in a line: for the side of the map and the live region. */
export function square(of, its) {
    const { holders, down, jobs } = of.clock;
    const counted = new Map();
    let failed = 0;
    for (const node of its.nodes) {
        counted.set(holders[node], (counted.get(holders[node]) ?? 0) + 1);
        failed += down[node];
    }
    const held = [...counted].filter(([key]) => key >= 0 && jobs().has(key)).map(([key]) => jobs().get(key));
    const parts = held.map((job) => t('squareJob', { job: job.job, organization: job.organization, nodes: plain(job.nodes), units: t(`${of.unit}s`) }));
    const free = its.nodes.filter((node) => holders[node] < 0 && !down[node]).length;
    if (free > 0) {
        parts.push(its.nodes.length > 1 ? t('squareFreeOf', { free, all: its.nodes.length }) : t('squareFree'));
    }
    if (failed > 0) {
        parts.push(its.nodes.length > 1 ? t('squareFailed', { count: failed }) : t('failed'));
    }
    return { text: `${its.name}: ${parts.join('; ')}`, jobs: held };
}

/** The square under the cursor, at the side of the map. */
export function pointed(of, its) {
    if (!its) {
        return html`<p class="quiet">${t('noneHere')}</p>`;
    }
    const told = square(of, its);
    const nodes = its.nodes.length > 1 ? `${t(`${of.unit}s`)} ${its.nodes[0]}–${its.nodes[its.nodes.length - 1]}` : '';
    return html`<p><strong>${told.text.split(': ')[0]}</strong> <span class="quiet">${nodes}</span></p>
        <p>${told.text.slice(told.text.indexOf(': ') + 2)}</p>
        ${told.jobs.map(
            (job) => html`<p class="small">${job.user}, ${instant(job.start_s, of.origin)} –
                ${job.end_s === null ? '' : instant(job.end_s, of.origin)}<br>
                <a href=${link('job', { at: of.at, job: job.job })}>${t('openJob', { job: job.job })}</a></p>`,
        )}`;
}

/** Windows and caps that are open. */
export function windows(all, machine) {
    if (all.length === 0) {
        return nothing;
    }
    const name = (one) => {
        const key = `window${one.kind[0].toUpperCase()}${one.kind.slice(1)}`;
        const said = t(key, { name: one.name, detail: one.detail });
        return said === key ? `${one.kind} ${one.name}` : said;
    };
    const groups = (machine.pools ?? []).flatMap((pool) => pool.partitions ?? []);
    const nodes = (one) => {
        const group = one.kind === 'group' ? groups.find((its) => its.name === one.name) : undefined;
        return t(group ? 'windowNodesOf' : 'windowNodes', { count: plain(one.nodes), nodes: group?.node_set });
    };
    return html`<h2>${t('windows')}</h2>
        <ul>${all.map((one) => html`<li>${name(one)} <span class="quiet">– ${nodes(one)}</span></li>`)}</ul>`;
}

/** What colours and patterns mean; organizations that run something come first. */
export function legend(of, nodesOf) {
    const swatch = (colour) => html`<svg class="swatch" width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill=${colour}></rect></svg>`;
    const present = of.organizations
        .map((name, i) => ({ name, colour: of.colours[i], nodes: nodesOf.get(name) ?? 0 }))
        .filter((one) => one.nodes > 0)
        .sort((a, b) => b.nodes - a.nodes);
    return html`<ul class="legend-list">
            ${present.map((one) => html`<li>${swatch(one.colour)} ${one.name || '–'} <span class="quiet">${plain(one.nodes)}</span></li>`)}
            ${of.hasPlaces ? patterns() : nothing}
        </ul>
        ${of.hasPlaces ? html`<p class="small quiet">${t('othersOf')}</p>` : nothing}`;
}

/** What is no organization's. */
function patterns() {
    return html`<li><svg class="swatch" width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill="var(--raised)" stroke="var(--line)"></rect></svg> ${t('legendFree')}</li>
            <li><svg class="swatch" width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill="var(--raised)"></rect><path
                d="M-1 5 5 -1M-1 10 10 -1M-1 15 15 -1M4 15 15 4M9 15 15 9" stroke="var(--ink)" fill="none"></path></svg> ${t('legendFailed')}</li>`;
}
