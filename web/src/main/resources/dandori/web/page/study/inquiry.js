// Of studies with variants: which is looked at, all of them in one table; the answers of searches and sensitivities.
import { html, nothing } from '/library/lit-html/lit-html.js';
import { table } from '../parts/table.js';
import { metric, scale, USUAL } from '../parts/metrics.js';
import { spread, short3 } from '../parts/digits.js';
import { short, withUnit } from '../parts/numbers.js';
import { said } from '../parts/problem.js';
import { speaks } from '../parts/words.js';
import { cell, means } from './figures.js';

const t = speaks({
    en: {
        variants: 'Everything that was played', variant: 'Variant {number}', choose: 'Below: the variant', policy: 'Policy',
        search: 'The answer', holds: 'Under {policy}: {targets} holds with {change} from {from} on{fails}.', fails: ', and not up to {to}', none: 'Under {policy}: nothing that was played holds for sure: {targets}.',
        value: '{change}', seeds: 'Seeds', played: 'What was played, and where the target holds', holdsMark: 'holds', failsMark: 'fails', openMark: 'neither is sure',
        marks: '✓ holds, ✗ fails, ? neither is sure, by the {certainty} % interval of the mean over the seeds.',
        sensitivity: 'What moves ‘{figure}’ under {policy}', input: 'Value', low: 'Low', high: 'High', atLow: 'At low', atHigh: 'At high', difference: 'Difference',
        most: 'Under {policy}, {input} moves ‘{figure}’ most: it is {atLow} at low and {atHigh} at high.', clear: '● the 95 % interval of the difference, seed by seed, does not hold 0. ±: half of that interval.',
        clearWord: 'beyond chance',
    },
    ja: {
        variants: '計算したすべての条件', variant: '条件{number}', choose: '以下に示す条件', policy: '方針',
        search: '答え', holds: '{policy}では、{targets}は{change}が{from}から成り立ちます{fails}。', fails: '（{to}までは成り立たない）', none: '{policy}では、{targets}が確かに成り立つ値はありません。',
        value: '{change}', seeds: 'シード数', played: '計算した値と目標の成否', holdsMark: '成り立つ', failsMark: '成り立たない', openMark: 'どちらとも言えない',
        marks: '✓ 成り立つ、✗ 成り立たない、? どちらとも言えない（シード平均の{certainty} %信頼区間による）。',
        sensitivity: '{policy}で{figure}を動かすもの', input: '値', low: '低', high: '高', atLow: '低いとき', atHigh: '高いとき', difference: '差',
        most: '{policy}では{input}が{figure}を最も動かします（低いとき{atLow}、高いとき{atHigh}）。', clear: '● シードごとの差の95 %信頼区間が0を含みません。±：その半幅。',
        clearWord: '偶然とは考えにくい',
    },
});

/** A figure, perhaps of someone, in words. */
function whose(target) {
    const of = target.organization ?? target.machine ?? target.campaign;
    return `${metric(target.figure).label}${of ? ` (${of})` : ''}`;
}

function amount(name, value, unit = scale(metric(name).kind, [value])) {
    return Number.isFinite(value) ? withUnit(short(value / unit.factor), unit.unit) : '–';
}

function targetWords(target) {
    return [
        target.at_most === undefined ? '' : `${whose(target)} ≤ ${amount(target.figure, target.at_most)}`,
        target.at_least === undefined ? '' : `${whose(target)} ≥ ${amount(target.figure, target.at_least)}`,
    ].filter(Boolean).join(', ');
}

/** The values of a variant in words. */
export function inWords(values) {
    return Object.entries(values).map(([name, value]) => `${name} ${value}`).join(', ');
}

export function search({ search: its }) {
    if (!its) {
        return nothing;
    }
    const change = its.change.map((path) => path.split('.').pop()).join(', ');
    const marks = { holds: ['✓', 'holdsMark', 'good'], fails: ['✗', 'failsMark', 'bad'], open: ['?', 'openMark', 'quiet'] };
    const columns = its.answers.flatMap((answer, a) => answer.targets.map((target, i) => {
        const unit = scale(metric(target.figure).kind, its.points.map((point) => point.verdicts[a]?.intervals[i]?.mean).filter(Number.isFinite));
        const of = (point) => point.verdicts[a]?.intervals[i];
        return {
            key: `${a} ${i}`, label: `${whose(target)}: ${answer.policy}`, unit: unit.unit,
            value: (point) => (of(point)?.mean ?? null) === null ? null : of(point).mean / unit.factor,
            show: (point) => {
                const interval = of(point);
                const [mark, word, style] = marks[point.verdicts[a]?.verdict] ?? marks.open;
                return interval && interval.mean !== null
                    ? html`${spread(interval.mean / unit.factor, interval.low === null ? NaN : (interval.high - interval.low) / 2 / unit.factor)} <span class=${style} title=${t(word)}>${mark}<span class="unseen">${t(word)}</span></span>`
                    : '–';
            },
        };
    }));
    return html`<section><h2 id="search">${t('search')}</h2>
        ${its.answers.map((answer) => {
            const targets = answer.targets.map(targetWords).join(', ');
            const fails = answer.fails_up_to === null ? '' : t('fails', { to: answer.fails_up_to });
            return html`<p class="answer">${answer.holds_from === null
                ? t('none', { policy: answer.policy, targets })
                : t('holds', { policy: answer.policy, targets, change, from: answer.holds_from, fails })}</p>
                ${answer.contradictions.map((sentence) => html`<p>${said(sentence)}</p>`)}`;
        })}
        ${table({
            name: t('played'),
            columns: [
                { key: 'value', label: change, text: true, value: (point) => (Number.isFinite(Number(point.value)) ? Number(point.value) : point.value), show: (point) => point.value },
                { key: 'seeds', label: t('seeds'), value: (point) => point.seeds.length },
                ...columns,
            ],
            rows: its.points,
        })}<p class="quiet small">${t('marks', { certainty: short(100 * its.certainty) })}</p></section>`;
}

export function sensitivity({ sensitivity: its }) {
    if (!its) {
        return nothing;
    }
    const figure = whose(its);
    return html`<section>${its.answers.map((answer) => {
        const unit = scale(metric(its.figure).kind, answer.effects.flatMap((effect) => [effect.at_low, effect.at_high]));
        const most = answer.effects[0];
        const isClear = ({ difference: d }) => d.low_95 !== null && d.low_95 * d.high_95 > 0;
        return html`<h2>${t('sensitivity', { figure, policy: answer.policy })}</h2>
            ${most && Number.isFinite(most.difference.mean) ? html`<p class="answer">${t('most', {
                policy: answer.policy, figure, input: most.input, atLow: amount(its.figure, most.at_low, unit), atHigh: amount(its.figure, most.at_high, unit),
            })}</p>` : nothing}
            ${table({
                name: t('sensitivity', { figure, policy: answer.policy }), isHeaded: true,
                columns: [
                    { key: 'input', label: t('input'), text: true },
                    { key: 'low_value', label: t('low'), text: true }, { key: 'high_value', label: t('high'), text: true },
                    ...['low', 'high'].map((end) => ({
                        key: `at_${end}`, label: t(end === 'low' ? 'atLow' : 'atHigh'), unit: unit.unit,
                        value: (effect) => (effect[`at_${end}`] === null ? null : effect[`at_${end}`] / unit.factor),
                        show: (effect) => (effect[`at_${end}`] === null ? '–' : short3(effect[`at_${end}`] / unit.factor)),
                    })),
                    {
                        key: 'difference', label: t('difference'), unit: unit.unit,
                        value: (effect) => (effect.difference.mean === null ? null : effect.difference.mean / unit.factor),
                        show: ({ difference: d, ...effect }) => html`${spread((d.mean ?? NaN) / unit.factor, d.low_95 === null ? NaN : (d.high_95 - d.low_95) / 2 / unit.factor)}${
                            isClear({ difference: d, ...effect }) ? html` <span title=${t('clearWord')}>●<span class="unseen">${t('clearWord')}</span></span>` : nothing}`,
                    },
                ],
                rows: answer.effects,
            })}<p class="quiet small">${t('clear')}</p>`;
    })}</section>`;
}

/** The variant that answers a search: the value from which on its first targets hold; 0 of others. */
export function answering({ search: its }) {
    const from = its?.answers[0]?.holds_from ?? null;
    return its?.points.find((point) => point.value === from)?.variant ?? 0;
}

/**
 * All variants and policies in one table, and which is looked at.
 * @param {(variant: number) => void} choose
 */
export function variants(top, chosen, choose) {
    const axes = [...new Set(top.variants.flatMap((variant) => Object.keys(variant.values)))];
    const rows = top.variants.flatMap((variant, number) => Object.keys(variant.policies ?? {}).map((policy) => ({ number, values: variant.values, policy, variant })));
    // Searches play values in an order of their own; here they stand by size.
    rows.sort((a, b) => axes.map((axis) => Number(a.values[axis]) - Number(b.values[axis])).find((less) => less) || 0);
    const of = (row, key) => row.variant.policies[row.policy].all?.[key];
    const keys = USUAL.filter((key) => rows.some((row) => Number.isFinite(of(row, key)?.mean)))
        .filter((key) => key !== 'useful_utilization' || rows.some((row) => of(row, key)?.mean !== of(row, 'utilization')?.mean));
    return html`<section><h2 id="variants">${t('variants')}</h2>
        ${table({
            name: t('variants'), isHeaded: true,
            columns: [
                ...axes.map((axis) => ({
                    key: `axis ${axis}`, label: axis, text: true,
                    value: (row) => { const text = row.values[axis] ?? ''; return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text; },
                })),
                { key: 'policy', label: t('policy'), text: true },
                ...keys.map((key) => {
                    const unit = scale(metric(key).kind, means(rows.map((row) => of(row, key))));
                    return {
                        key, label: metric(key).label, unit: unit.unit,
                        value: (row) => (Number.isFinite(of(row, key)?.mean) ? of(row, key).mean / unit.factor : null),
                        show: (row) => cell(of(row, key), key, unit, row.variant.differences?.[row.policy]?.all?.[key], top.compare_to),
                    };
                }),
            ],
            rows,
        })}
        <label>${t('choose')} <select name="variant" @change=${(e) => choose(Number(e.target.value))}>${[...new Set(rows.map((row) => row.number))].map(
            (number) => html`<option value=${number} ?selected=${number === chosen}>${inWords(top.variants[number].values)}</option>`,
        )}</select></label></section>`;
}
