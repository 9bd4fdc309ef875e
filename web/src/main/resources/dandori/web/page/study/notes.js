// What there is to know beside the figures: warnings, what was assumed and by whose word, runs, files.
import { html, nothing } from '/library/lit-html/lit-html.js';
import { table } from '../parts/table.js';
import { address } from '../parts/ask.js';
import { asIs, said } from '../parts/problem.js';
import { link } from '../parts/view.js';
import { short, plain, stretches } from '../parts/numbers.js';
import { speaks } from '../parts/words.js';

const t = speaks({
    en: {
        warnings: 'What does not fit', failed: 'Failed: {policy} under seed {seed}; it is missing here.', damaged: 'What cannot be read', assumed: 'What was assumed, and by whose word',
        what: 'What', value: 'Value', certainty: 'How sure', source: 'Source', stream: 'Stream', figure: 'Figure', asked: 'Asked', published: 'Published', streams: 'Generated streams and what is published of such jobs',
        traces: 'Traces', trace: 'Trace', note: 'Note', count: 'How often', used: 'Jobs used', kind: 'Kind', runs: 'Runs', run: 'Run', policy: 'Policy', seed: 'Seed', state: 'State',
        done: 'done', missing: 'failed', open: 'not yet', noTables: 'done; its tables were not kept', files: 'Files', scenario: 'Look at the scenario',
        noAssumptions: 'This study says nothing of what was assumed: it is of an older program.', nothingAssumed: 'Nothing that was used is marked as assumed.',
    },
    ja: {
        warnings: '合わない点', failed: '失敗：{policy}、シード{seed}。ここには含まれません。', damaged: '読めないもの', assumed: '仮定とその出典',
        what: '項目', value: '値', certainty: '確かさ', source: '出典', stream: 'ストリーム', figure: '指標', asked: '設定', published: '公表値', streams: '生成したストリームと公表値',
        traces: 'トレース', trace: 'トレース', note: '注記', count: '回数', used: '使ったジョブ', kind: '種類', runs: '計算した実行', run: '実行', policy: '方針', seed: 'シード', state: '状態',
        done: '完了', missing: '失敗', open: 'まだ', noTables: '完了（表は保存されていない）', files: 'ファイル', scenario: 'シナリオを見る',
        noAssumptions: 'このスタディには仮定の記録がありません（古いプログラムの結果）。', nothingAssumed: '使った値に仮定と記されたものはありません。',
    },
});

export function warnings({ summary, answer }) {
    const lines = [
        ...(summary?.warnings ?? []).map((sentence) => html`<li>${said(sentence)}</li>`),
        ...(summary?.failed_cells ?? []).map((failed) => html`<li>${t('failed', failed)}</li>`),
    ];
    return html`${answer.problems.length ? html`<div class="problem" role="alert"><p>${t('damaged')}</p><ul>${answer.problems.map((one) => html`<li>${said(one)}</li>`)}</ul></div>` : nothing}
        ${lines.length ? html`<section><h2 id="warnings">${t('warnings')}</h2><ul>${lines}</ul></section>` : nothing}`;
}

export function assumptions({ summary }) {
    const { assumptions: list, generated, traces } = summary;
    const streams = Object.entries(generated ?? {}).flatMap(([stream, figures]) =>
        Object.entries(figures).map(([figure, its]) => ({ stream, figure, ...its })));
    const notes = Object.values(traces ?? {}).flatMap((trace) =>
        (trace.notes?.length ? trace.notes : [{}]).map((note) => ({ ...note, trace: trace.trace, used: trace.jobs_used })));
    return html`<section><h2 id="assumptions">${t('assumed')}</h2>
        ${list === undefined ? html`<p class="quiet">${t('noAssumptions')}</p>` : list.length === 0 ? html`<p>${t('nothingAssumed')}</p>` : table({
            name: t('assumed'), isHeaded: true,
            columns: [
                { key: 'what', label: t('what'), text: true, show: (row) => said(row.what) }, { key: 'value', label: t('value'), text: true, show: (row) => html`<span class="wrap">${said(stretches(row.value))}</span>` },
                { key: 'certainty', label: t('certainty'), text: true, show: (row) => said(row.certainty) }, { key: 'source', label: t('source'), text: true, show: (row) => html`<span class="wrap citation">${asIs(row.source ?? '')}</span>` },
            ],
            rows: list,
        })}
        ${notes.length ? table({
            name: t('traces'),
            columns: [
                { key: 'trace', label: t('trace'), text: true }, { key: 'used', label: t('used'), show: (row) => plain(row.used) },
                { key: 'kind', label: t('kind'), text: true, show: (row) => said(row.kind ?? '–') }, { key: 'count', label: t('count'), show: (row) => plain(row.count) },
                { key: 'text', label: t('note'), text: true, show: (row) => html`<span class="wrap">${said(row.text ?? '')}</span>` },
            ],
            rows: notes,
        }) : nothing}
        ${streams.length ? html`<details><summary>${t('streams')}</summary>${table({
            name: t('streams'),
            columns: [
                { key: 'stream', label: t('stream'), text: true }, { key: 'figure', label: t('figure'), text: true, show: (row) => said(row.figure) },
                { key: 'asked', label: t('asked'), show: (row) => short(row.asked ?? NaN) }, { key: 'published', label: t('published'), show: (row) => short(row.published ?? NaN) },
                { key: 'source', label: t('source'), text: true, show: (row) => html`<span class="wrap citation">${asIs(row.source ?? '')}</span>` },
            ],
            rows: streams,
        })}</details>` : nothing}</section>`;
}

export function runs({ answer }) {
    const { at, state } = answer.study;
    const ended = state !== 'running';
    return answer.cells.length === 0 ? nothing : html`<section><details ?open=${answer.cells.length <= 30}><summary><h2 id="runs">${t('runs')}</h2></summary>${table({
        name: t('runs'), isHeaded: true,
        columns: [
            {
                key: 'cell', label: t('run'), text: true,
                show: (row) => { const number = row.cell.slice('cells/'.length); return row.tables ? html`<a href=${link('run', { at: at ? `${at}/${row.cell}` : row.cell })}>${number}</a>` : number; },
            },
            { key: 'policy', label: t('policy'), text: true }, { key: 'seed', label: t('seed') },
            { key: 'state', label: t('state'), text: true, value: (row) => t(row.done ? (row.tables ? 'done' : 'noTables') : ended ? 'missing' : 'open') },
        ],
        rows: answer.cells,
    })}</details></section>`;
}

export function files({ answer }) {
    const { at, machines } = answer.study;
    return html`<section><h2 id="files">${t('files')}</h2><ul class="links">
        ${(answer.files ?? []).map((name) => html`<li><a href=${address('study/file', { at, name })} target="_blank" rel="noopener">${name}</a></li>`)}
        <li><a href=${link('scenario', { at })}>${t('scenario')}</a></li>
        ${(machines ?? []).map((machine) => html`<li><a href=${link('machine', { at, machine: machine.name })}>${machine.name}</a></li>`)}
    </ul></section>`;
}
