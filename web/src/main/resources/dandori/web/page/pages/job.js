// A job: its life, what it waited for, its nodes.
import { html, render, svg, nothing } from '/library/lit-html/lit-html.js';
import { ask } from '../parts/ask.js';
import { instant, percent, stretch } from '../parts/numbers.js';
import { said } from '../parts/problem.js';
import { local } from '../parts/told.js';
import { table } from '../parts/table.js';
import { get, link } from '../parts/view.js';
import { speaks } from '../parts/words.js';
import { RAN, colourOfReason, lifeline } from '../run/lifeline.js';
import { nodesOf, stateWord } from '../run/told.js';
import { life, partText, partWords, reasonWord, sentBack } from '../run/waits.js';

const t = speaks({
    en: {
        title: 'What became of job {job}?', seed: 'seed {seed}', nobody: 'no organization', of: 'organization {name}', by: 'user {name}', limit: 'limit {time}',
        answer: 'It waited {wait} and ran {run}: {state}.',
        never: 'It waited {wait} and never ran: {state}.', rejected: 'Its machine did not take it: {cause}.', why: 'Why did it wait?', not: 'It did not wait.',
        unwritten: 'This run wrote no reasons. They come with:', life: 'Its life', table: 'Life of job {job}', what: 'What', from: 'From', to: 'To', for: 'For',
        waited: 'Waited', ran: 'Ran', on: 'on {nodes}', lost: '{time} of it lost', nodesTitle: 'Its nodes', none: 'Nodes have no places in this run.',
        atMachine: 'The machine when it started', atRun: 'The run around it', columns: 'All that jobs.csv.gz says', column: 'Column', value: 'Value', details: 'Details',
        why2: 'What the reasons mean stands in docs/guide/waits.md.', noJob: 'The files say nothing of this job.',
    },
    ja: {
        title: 'ジョブ{job}はどうなったか', seed: 'シード{seed}', nobody: '組織なし', of: '組織 {name}', by: 'ユーザー {name}', limit: '制限時間 {time}',
        answer: '{wait}待ち、{run}実行しました。結果：{state}。',
        never: '{wait}待ちましたが、実行されませんでした。状態：{state}。', rejected: 'マシンに受け付けられませんでした：{cause}。', why: 'なぜ待ったか', not: '待ちはありませんでした。',
        unwritten: 'この実行には理由の記録がありません。次のコマンドで記録できます：', life: 'ジョブの経過', table: 'ジョブ{job}の経過', what: '内容', from: '開始', to: '終了', for: '長さ',
        waited: '待ち', ran: '実行', on: 'ノード {nodes}', lost: 'うち{time}を失う', nodesTitle: '使用ノード', none: 'この実行ではノードの位置を区別しません。',
        atMachine: '開始時のマシン', atRun: '前後の実行状況', columns: 'jobs.csv.gz のすべての列', column: '列', value: '値', details: '詳細',
        why2: '理由の意味は docs/guide/waits.md にあります。', noJob: 'このジョブについての記録はありません。',
    },
});

export async function show(place, signal) {
    const [at, job] = [get('at'), get('job')];
    const [answer, run] = await Promise.all([ask('job', { at, job }, signal), ask('run', { at }, signal)]);
    const problems = [...answer.problems, ...run.problems];
    if (!answer.job) {
        render(html`<h1>${t('title', { job })}</h1>${warned(problems)}<p>${t('noJob')}</p>`, place);
        return;
    }
    // What goes on when the run ends goes on up to there; the summary knows it before the jobs are read.
    const end = Math.max(run.to_s, run.figures?.window_to_s ?? 0);
    const parts = life(answer, end);
    render(page(answer, run, parts, problems), place);
    const picture = place.querySelector('.life');
    if (picture) {
        lifeline({ place: picture, life: parts, job: answer.job, end, origin: run.origin_s, signal });
    }
}

function warned(problems) {
    return problems.length ? html`<div class="problem" role="alert">${problems.map((problem) => html`<p>${said(problem)}</p>`)}</div>` : nothing;
}

function page(answer, run, parts, problems) {
    const { job } = answer;
    const whose = [
        job.organization ? t('of', { name: job.organization }) : t('nobody'), job.user ? t('by', { name: job.user }) : '',
        nodesOf(job.nodes, answer.unit), t('limit', { time: stretch(job.walltime_s) }),
    ];
    const where = [job.partition ? `${job.machine}/${job.partition}` : job.machine, run.policy, run.seed === null ? '' : t('seed', { seed: run.seed })];
    return html`<h1>${t('title', { job: job.job_id })}</h1>
        <p class="quiet">${whose.filter(Boolean).join(' · ')}<br>${where.filter(Boolean).join(' · ')}</p>
        <p class="answer">${sentence(job)}</p>
        ${warned(problems)}
        ${parts.length ? html`<h2>${t('life')}</h2><div class="life"></div>` : nothing}
        <h2>${t('why')}</h2>${why(answer, run, parts)}
        ${parts.length ? lifeTable(answer, run, parts) : nothing}
        <h2>${t('nodesTitle')}</h2>${nodes(job, run)}
        <h2>${t('columns')}</h2>${columns(job)}`;
}

function sentence(job) {
    if (job.state === 'rejected') {
        return t('rejected', { cause: local(job.cause) });
    }
    const words = { wait: stretch(job.wait_s), run: stretch(job.runtime_s), state: stateWord(job.state) + (job.cause ? ` (${local(job.cause)})` : '') };
    return t(job.start_s === null ? 'never' : 'answer', words);
}

function why(answer, run, parts) {
    const waits = parts.filter((one) => one.kind === 'wait');
    if (answer.reasons === null) {
        const command = `dandori run scenario.yaml --set run.explain=true`;
        return waits.length ? html`<p>${t('unwritten')}<br><code>${command}</code></p>` : html`<p>${t('not')}</p>`;
    }
    if (waits.length === 0) {
        return html`<p>${t('not')}</p>`;
    }
    const sums = new Map();
    waits.forEach((one) => sums.set(one.part.reason, (sums.get(one.part.reason) ?? 0) + one.to - one.from));
    const all = [...sums.values()].reduce((a, b) => a + b, 0);
    const sorted = [...sums].sort((a, b) => b[1] - a[1]);
    return html`<ul class="reasons">${sorted.map(
        ([reason, seconds]) => html`<li>${swatch(colourOfReason(reason))} <b>${stretch(seconds)}</b> (${percent(seconds / all, 0)}) ${reasonWord(reason)}</li>`,
    )}</ul><p class="quiet small">${t('why2')}</p>`;
}

function swatch(colour) {
    return html`<svg width="12" height="12" aria-hidden="true">${svg`<rect width="12" height="12" fill=${colour}></rect>`}</svg>`;
}

function lifeTable(answer, run, parts) {
    const words = (one) => {
        if (one.kind === 'wait') {
            return partText(one.part);
        }
        const { stay } = one;
        const lost = Number(stay.lost_s) > 0 ? t('lost', { time: stretch(stay.lost_s) }) : '';
        return [stay.node_set ? t('on', { nodes: stay.node_set }) : '', lost, sentBack(stay.segment < answer.stays.length - 1 ? stay.cause : '')].filter(Boolean).join('; ');
    };
    return table({
        name: t('table', { job: answer.job.job_id }),
        columns: [
            { key: 'from', label: t('from'), rawUnit: 's', show: (one) => instant(one.from, run.origin_s) },
            { key: 'to', label: t('to'), rawUnit: 's', show: (one) => instant(one.to, run.origin_s) },
            { key: 'for', label: t('for'), rawUnit: 's', value: (one) => one.to - one.from, show: (one) => stretch(one.to - one.from) },
            {
                key: 'kind', label: t('what'), text: true, value: (one) => (one.kind === 'wait' ? t('waited') : t('ran')),
                show: (one) => html`${swatch(one.kind === 'wait' ? colourOfReason(one.part.reason) : RAN)} ${one.kind === 'wait' ? t('waited') : t('ran')}`,
            },
            { key: 'words', label: t('details'), text: true, value: words, show: (one) => (one.kind === 'wait' ? partWords(run.at, one.part) : html`<span class="wrap">${words(one)}</span>`) },
        ],
        rows: parts,
    });
}

function nodes(job, run) {
    if (job.start_s === null) {
        return html`<p>–</p>`;
    }
    const toRun = link('run', { at: run.at, machine: job.machine, job: job.job_id });
    const toMachine = link('machine', { at: run.at, machine: job.machine, time: job.start_s });
    return html`<p class="nodes">${job.node_set || t('none')}</p>
        <ul class="links"><li><a href=${toRun}>${t('atRun')}</a></li>${job.node_set ? html`<li><a href=${toMachine}>${t('atMachine')}</a></li>` : nothing}</ul>`;
}

function columns(job) {
    return table({
        name: t('columns'), isHeaded: true,
        columns: [
            { key: 'column', label: t('column'), text: true, show: (row) => html`<span translate="no">${row.column}</span>` },
            { key: 'value', label: t('value'), text: true, show: (row) => html`<span class="words" translate="no">${row.value ?? '–'}</span>` },
        ],
        rows: Object.entries(job).map(([column, value]) => ({ column, value })),
    });
}
