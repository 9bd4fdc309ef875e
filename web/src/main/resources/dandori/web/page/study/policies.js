// Policies side by side: of all jobs, or of the groups of a kind.
import { html, render, nothing } from '/library/lit-html/lit-html.js';
import { table } from '../parts/table.js';
import { metric, scale, NAMES, USUAL } from '../parts/metrics.js';
import { plain, instant } from '../parts/numbers.js';
import { get, set, link } from '../parts/view.js';
import { speaks } from '../parts/words.js';
import { cell, difference, figure, group, groups, half, means, originSeconds } from './figures.js';
import { ofPlace } from '../parts/colours.js';

const t = speaks({
    en: {
        title: 'Policies side by side', by: 'Of', metric: 'Figure', all: 'all jobs', organizations: 'each organization',
        nodes_classes: 'each size of jobs (nodes)', machines: 'each machine', partitions: 'each partition', campaigns: 'each campaign',
        policy: 'Policy', group: 'Group', jobs: 'Jobs', name: 'Policies of {study}, {what}', every: 'All figures', figure: 'Figure', unit: 'Unit',
        marks: '▼ ▲ better than {base} beyond chance (Holm’s p < 0.05). ±: half of the 95 % interval of the mean over {seeds} seeds.',
        marks2: 'Two seeds are too few to mark what is beyond chance. ±: half of what the two runs differ by.',
        one: 'One seed, so there is no telling chance from cause.',
        least: '≥: some jobs still waited at the end.',
        batches: '±: half of the 95 % interval of the mean wait, by batches of jobs in a row.',
    },
    ja: {
        title: 'スケジューリング方針の比較', by: '対象', metric: '指標', all: 'すべてのジョブ', organizations: '組織ごと',
        nodes_classes: 'ジョブの規模（ノード数）ごと', machines: 'マシンごと', partitions: 'パーティションごと', campaigns: '学習計画ごと',
        policy: '方針', group: '区分', jobs: 'ジョブ数', name: '{study}の方針：{what}', every: 'すべての指標', figure: '指標', unit: '単位',
        marks: '▼ ▲ {base}より良い（偶然とは考えにくい、Holm補正後 p < 0.05）。±：{seeds}個のシードの平均の95 %信頼区間の半幅。',
        marks2: 'シードが二つでは、偶然かどうかの印は付けられません。±：二回の差の半分。',
        one: 'シードが一つなので、偶然かどうかは判断できません。',
        least: '≥：終了時にまだ待っていたジョブがあります。',
        batches: '±：平均待ち時間の95 %信頼区間の半幅（続けて投入されたジョブの組による）。',
    },
});

const KINDS = ['all', 'organizations', 'nodes_classes', 'machines', 'partitions', 'campaigns'];

export function policies(context) {
    const place = document.createElement('section');
    const { summary } = context;
    const kinds = KINDS.filter((kind) => kind === 'all' || groups(summary, kind).length);
    const names = Object.keys(summary.policies);

    function chosen() {
        const kind = kinds.includes(get('by')) ? get('by') : 'all';
        const [first] = kind === 'all' ? [''] : groups(summary, kind);
        const has = new Set(names.flatMap((policy) => Object.keys(group(summary, policy, kind, first))));
        const keys = NAMES.filter((key) => has.has(key));
        const usual = kind === 'campaigns' ? 'done_s' : 'wait_p95_s';
        const key = keys.includes(get('metric')) ? get('metric') : keys.includes(usual) ? usual : keys[0];
        return { kind, keys, key };
    }

    function choose(values) {
        set(values);
        draw();
    }

    function draw() {
        const { kind, keys, key } = chosen();
        render(
            html`<h2 id="policies">${t('title')}</h2>
                <div class="row noprint">
                    <label>${t('by')} <select name="by" @change=${(e) => choose({ by: e.target.value === 'all' ? '' : e.target.value })}>
                        ${kinds.map((one) => html`<option value=${one} ?selected=${one === kind}>${t(one)}</option>`)}</select></label>
                    ${kind === 'all' ? nothing : html`<label>${t('metric')} <select name="metric" @change=${(e) => choose({ metric: e.target.value })}>
                        ${keys.map((one) => html`<option value=${one} ?selected=${one === key}>${metric(one).label}</option>`)}</select></label>`}
                </div>
                ${kind === 'all' ? ofAll(context, names) : ofGroups(context, names, kind, key)}
                <p class="small quiet">${summary.seeds.length > 1 ? t(summary.seeds.length === 2 ? 'marks2' : 'marks', { base: summary.compare_to, seeds: summary.seeds.length }) : t('one')}${hasBatches(summary, names) ? ` ${t('batches')}` : ''}${isAtLeast(summary, names, kind, key) ? ` ${t('least')}` : ''}</p>
                <details><summary>${t('every')}</summary>${everything(context, names)}</details>`,
            place,
        );
    }
    draw();
    return place;
}

/** Whether some figure of the table is only known to be no smaller. */
function isAtLeast(summary, names, kind, key) {
    const rows = kind === 'all' ? [''] : groups(summary, kind);
    const keys = kind === 'all' ? USUAL : [key];
    return names.some((policy) => rows.some((row) => keys.some((one) => figure(summary, policy, kind, row, one)?.at_least)));
}

/** Whether the mean wait of a single run has an interval. */
function hasBatches(summary, names) {
    return summary.seeds.length === 1 && names.some((policy) => Number.isFinite(half(figure(summary, policy, 'all', '', 'wait_mean_s'))));
}

/** A swatch and a name; the colour is that of the policy's lines below. */
export function named(name, place) {
    return html`<svg class="swatch" width="12" height="12" aria-hidden="true"><rect width="12" height="12" fill=${ofPlace(place)}></rect></svg> ${name}`;
}

function ofAll({ summary, study }, names) {
    const keys = USUAL.filter((key) => names.some((policy) => Number.isFinite(figure(summary, policy, 'all', '', key)?.mean)))
        .filter((key) => key !== 'useful_utilization' || names.some((policy) => isLessUseful(summary, policy)));
    return table({
        name: t('name', { study, what: t('all') }),
        columns: [
            { key: 'policy', label: t('policy'), text: true, show: (row) => named(row.policy, names.indexOf(row.policy)) },
            ...keys.map((key) => {
                const unit = scale(metric(key).kind, means(names.map((policy) => figure(summary, policy, 'all', '', key))));
                return columnOf(key, key, metric(key).label, unit, (row) => figure(summary, row.policy, 'all', '', key),
                    (row) => difference(summary, row.policy, 'all', '', key), summary.compare_to);
            }),
        ],
        rows: names.map((policy) => ({ policy })),
    });
}

/** Whether some of what was delivered brought nothing; where nothing is lost one column says both. */
function isLessUseful(summary, policy) {
    const of = (key) => figure(summary, policy, 'all', '', key)?.mean;
    return of('useful_utilization') !== of('utilization');
}

/** A column of means with intervals; its CSV has the mean alone, in the unit of the column. */
function columnOf(id, key, label, unit, of, differs, base) {
    return {
        key: id, label, unit: unit.unit,
        value: (row) => (of(row)?.mean ?? null) === null ? null : of(row).mean / unit.factor,
        show: (row) => cell(of(row), key, unit, differs(row), base),
    };
}

function ofGroups({ summary, study, answer }, names, kind, key) {
    const rows = groups(summary, kind).map((name) => ({ name }));
    const unit = scale(metric(key).kind, means(rows.flatMap(({ name }) => names.map((policy) => figure(summary, policy, kind, name, key)))));
    const origin = originSeconds(answer.origin);
    const isDate = metric(key).kind === 'instant' && origin !== undefined;
    const jobs = (row) => figure(summary, names[0], kind, row.name, 'jobs')?.mean ?? null;
    return table({
        name: t('name', { study, what: `${t(kind)}: ${metric(key).label}` }),
        columns: [
            { key: 'name', label: t('group'), text: true,
                show: (row) => (kind === 'machines' ? html`<a href=${link('machine', { at: answer.study.at, machine: row.name.split('/')[0] })}>${row.name}</a>` : row.name) },
            ...(rows.some((row) => jobs(row) !== null) && key !== 'jobs' ? [{ key: 'jobs', label: t('jobs'), value: jobs, show: (row) => plain(jobs(row)) }] : []),
            ...names.map((policy) => {
                const its = (row) => figure(summary, policy, kind, row.name, key);
                const column = columnOf(`of ${policy}`, key, policy, isDate ? { unit: '', factor: 1 } : unit, its,
                    (row) => difference(summary, policy, kind, row.name, key), summary.compare_to);
                return isDate ? { ...column, rawUnit: 's', show: (row) => instant(its(row)?.mean ?? NaN, origin) } : column;
            }),
        ],
        rows,
    });
}

function everything({ summary, study }, names) {
    const keys = [...new Set(names.flatMap((policy) => Object.keys(group(summary, policy))))];
    return table({
        name: t('name', { study, what: t('every') }),
        columns: [
            { key: 'key', label: t('figure'), text: true, value: (row) => row.key, show: (row) => (metric(row.key).known ? metric(row.key).label : html`<span translate="no">${row.key}</span>`) },
            { key: 'unit', label: t('unit'), text: true, value: (row) => row.unit.unit },
            ...names.map((policy) => ({
                key: policy, label: policy,
                value: (row) => { const mean = figure(summary, policy, 'all', '', row.key)?.mean ?? null; return mean === null ? null : mean / row.unit.factor; },
                show: (row) => cell(figure(summary, policy, 'all', '', row.key), row.key, row.unit, difference(summary, policy, 'all', '', row.key), summary.compare_to),
            })),
        ],
        rows: keys.map((key) => ({ key, unit: scale(metric(key).kind, means(names.map((policy) => figure(summary, policy, 'all', '', key)))) })),
    });
}
