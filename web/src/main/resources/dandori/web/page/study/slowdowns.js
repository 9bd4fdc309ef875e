// Mean bounded slowdown by size and run time: a table of coloured boxes for each policy, as in the report.
import { html, render, nothing } from '/library/lit-html/lit-html.js';
import { plain, stretches } from '../parts/numbers.js';
import { table } from '../parts/table.js';
import { speaks } from '../parts/words.js';
import { groups } from './figures.js';
import { shown } from './load.js';
import { named } from './policies.js';

const t = speaks({
    en: {
        title: 'Which jobs suffer?', caption: 'Mean bounded slowdown; rows: nodes of a job, columns: run time. Of jobs of all seeds that have ended; 1 is no wait.',
        nodes: 'Nodes', numbers: 'Numbers', runTime: 'Run time', jobs: 'Jobs: {policy}', of: '{mean} ({jobs} jobs)',
    },
    ja: {
        title: 'どのジョブが不利か', caption: '平均有界スローダウン。行：ジョブのノード数、列：実行時間。全シードの終了したジョブ。1は待ちなし。',
        nodes: 'ノード数', numbers: '数値', runTime: '実行時間', jobs: 'ジョブ数：{policy}', of: '{mean}（{jobs}ジョブ）',
    },
});

const COLOURS = ['#fff7d6', '#fde9a6', '#fbd071', '#f6ac4f', '#ec8a4f', '#e0785a'];
const BOUNDS = [1.5, 3, 10, 30, 100];

function colour(slowdown) {
    const place = BOUNDS.findIndex((bound) => slowdown <= bound);
    return COLOURS[place < 0 ? BOUNDS.length : place];
}

/** A number in few characters: 1.2, 35, 12k. */
function few(value) {
    return value >= 9999.5 ? `${plain(value / 1000)}k` : plain(value, value < 9.95 ? 1 : 0).replace(',', '');
}

export function slowdowns({ summary }) {
    const place = document.createElement('section');
    const { run_time_classes: runTimes, by_policy: figures } = summary.figures;
    const names = Object.keys(summary.policies).filter((name) => figures[name]);
    const sizes = groups(summary, 'nodes_classes');
    const jobs = (policy, size, time) => figures[policy].class_jobs[size * runTimes.length + time] ?? 0;
    const mean = (policy, size, time) => {
        const count = jobs(policy, size, time);
        return count ? figures[policy].class_slowdown_sum[size * runTimes.length + time] / count : NaN;
    };
    const filled = sizes.map((name, size) => size).filter((size) => names.some((policy) => runTimes.some((none, time) => jobs(policy, size, time))));

    function boxes(policy) {
        return html`<table class="boxes"><caption>${named(policy, Object.keys(summary.policies).indexOf(policy))}</caption>
            <thead><tr><th scope="col">${t('nodes')}</th>${runTimes.map((name) => html`<th scope="col">${stretches(name)}</th>`)}</tr></thead>
            <tbody>${filled.map((size) => html`<tr><th scope="row">${sizes[size].replace('-', '–')}</th>${runTimes.map((none, time) => {
                const value = mean(policy, size, time);
                return Number.isFinite(value)
                    ? html`<td class=${`box box${COLOURS.indexOf(colour(value))}`} title=${t('of', { mean: plain(value, 2), jobs: plain(jobs(policy, size, time)) })}>${few(value)}</td>`
                    : html`<td></td>`;
            })}</tr>`)}</tbody></table>`;
    }

    function draw() {
        const its = shown(Object.keys(summary.policies)).filter((name) => names.includes(name));
        render(
            filled.length
                ? html`<h2 id="slowdowns">${t('title')}</h2><p class="quiet small">${t('caption')}</p>
                    <div class="beside">${its.map(boxes)}</div>
                    <details><summary>${t('numbers')}</summary>${table({
                        name: t('title'),
                        columns: [
                            { key: 'size', label: t('nodes'), text: true, value: (row) => sizes[row.size] },
                            { key: 'time', label: t('runTime'), text: true, value: (row) => runTimes[row.time], show: (row) => stretches(runTimes[row.time]) },
                            ...its.flatMap((policy) => [
                                { key: `jobs ${policy}`, label: t('jobs', { policy }), value: (row) => jobs(policy, row.size, row.time), show: (row) => plain(jobs(policy, row.size, row.time)) },
                                { key: policy, label: policy, value: (row) => mean(policy, row.size, row.time), show: (row) => plain(mean(policy, row.size, row.time), 2) },
                            ]),
                        ],
                        rows: filled.flatMap((size) => runTimes.map((none, time) => ({ size, time }))).filter((row) => its.some((policy) => jobs(policy, row.size, row.time))),
                    })}</details>`
                : nothing,
            place,
        );
    }
    return { place, draw };
}
