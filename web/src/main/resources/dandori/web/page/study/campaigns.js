// When models were trained: each campaign under each policy, what its time went into, and its deadline.
import { html, svg, render, nothing } from '/library/lit-html/lit-html.js';
import { table } from '../parts/table.js';
import { instant, plain, percent, short } from '../parts/numbers.js';
import { styled } from '../parts/colours.js';
import { enlarged } from '../parts/sizes.js';
import { scale } from '../parts/metrics.js';
import { get, set } from '../parts/view.js';
import { speaks } from '../parts/words.js';
import { originSeconds } from './figures.js';
import { shown } from './load.js';

const t = speaks({
    en: {
        title: 'When are the models trained?', seed: 'Seed',
        caption: 'From its first submission until the last token, days; a bar’s parts are how much time went into what, not when. The mark is the deadline.',
        wait: 'waiting', useful: 'useful steps', checkpoint: 'checkpoints', restart: 'restarts', rework: 'work done again', stalled: 'stalled by the network',
        numbers: 'Numbers', campaign: 'Campaign', policy: 'Policy', organization: 'Organization', machine: 'Machine', submit: 'Submitted', start: 'Started',
        done: 'Done', deadline: 'Deadline', failures: 'Failures', pieces: 'Jobs', nodes: 'Nodes', energy: 'Energy', cost: 'Cost',
        notDone: 'not done ({share})', givenUp: 'given up ({share})', late: 'late', onTime: 'on time', broke: '; failures {failures}, jobs {pieces}', hours: '{kind}: {hours} h', hour: 'h',
    },
    ja: {
        title: 'モデルはいつ学習し終わるか', seed: 'シード',
        caption: '最初の投入から最後のトークンまで、日。棒の内訳は時間の使い途の量で、時刻ではありません。印は期限です。',
        wait: '待ち', useful: '有効な計算', checkpoint: 'チェックポイント', restart: '再開', rework: 'やり直し', stalled: '通信待ち',
        numbers: '数値', campaign: '学習計画', policy: '方針', organization: '組織', machine: 'マシン', submit: '投入', start: '開始',
        done: '完了', deadline: '期限', failures: '故障', pieces: 'ジョブ数', nodes: 'ノード数', energy: '電力量', cost: '費用',
        notDone: '未完了（{share}）', givenUp: '断念（{share}）', late: '遅れ', onTime: '期限内', broke: '、故障{failures}回、{pieces}ジョブ', hours: '{kind}：{hours}時間', hour: '時間',
    },
});

const KINDS = [['wait', null], ['useful', '#0072b2'], ['checkpoint', '#56b4e9'], ['restart', '#e69f00'], ['rework', '#d55e00'], ['stalled', '#cc79a7']];
const LEFT = 22; // per cent of the width, for names
const RIGHT = 27; // at least, for what became of them
const MOST_RIGHT = 45;
const LETTER = 7.5; // pixels, about
const NARROW = 900; // pixels; less has room for three dates
const LANE = 26;
const APART = 12; // pixels below the lanes of a campaign

/** How many Latin letters a text is as long as. */
function letters(text) {
    return [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0);
}

export function campaigns({ summary, answer }, signal) {
    const place = document.createElement('section');
    const names = Object.keys(summary.policies);
    const origin = originSeconds(answer.origin);
    const seeds = [...new Set(answer.campaigns.map((row) => row.seed))];
    const share = (row) => percent(row.tokens ? row.tokens_done / row.tokens : NaN, 0);
    const end = (row) => row.done_s ?? (row.submit_s === null ? null : row.submit_s + 3600 * KINDS.reduce((sum, [kind]) => sum + (row[`${kind}_h`] ?? 0), 0));

    function seed() {
        return seeds.find((one) => String(one) === get('seed')) ?? seeds[0];
    }

    function state(row) {
        if (row.done_s === null) {
            return t(row.given_up_s === null ? 'notDone' : 'givenUp', { share: share(row) });
        }
        return row.deadline_s === null ? instant(row.done_s, origin) : t(row.done_s > row.deadline_s ? 'late' : 'onTime');
    }

    /** What became of a campaign, and what it went through. */
    function words(row) {
        return `${state(row)}${row.pieces ? t('broke', { failures: plain(row.failures), pieces: plain(row.pieces) }) : ''}`;
    }

    function draw() {
        const its = answer.campaigns.filter((row) => row.seed === seed() && shown(names).includes(row.policy));
        const all = [...new Set(its.map((row) => row.campaign))];
        const times = its.flatMap((row) => [row.submit_s, end(row), row.deadline_s]).filter(Number.isFinite);
        const [from, to] = [Math.min(...times), Math.max(...times)];
        const width = (place.clientWidth || 1200) / enlarged();
        const longest = Math.max(0, ...its.map((row) => letters(words(row))));
        const right = Math.min(MOST_RIGHT, Math.max(RIGHT, (100 * LETTER * longest) / width));
        const x = (time) => LEFT + ((100 - LEFT - right) * (time - from)) / Math.max(1, to - from);
        render(
            html`<h2 id="campaigns">${t('title')}</h2><p class="quiet small">${t('caption')}</p>
                <div class="row">${seeds.length > 1 ? html`<label class="noprint">${t('seed')} <select name="seed" @change=${(e) => { set({ seed: e.target.value }); draw(); }}>
                    ${seeds.map((one) => html`<option ?selected=${one === seed()}>${one}</option>`)}</select></label>` : nothing}
                    <ul class="key">${KINDS.map(([kind, colour]) => html`<li>${box(colour)} ${t(kind)}</li>`)}</ul></div>
                ${times.length ? html`<figure>${picture(all, its, x, from, to, width)}</figure>` : nothing}
                <details ?open=${!times.length}><summary>${t('numbers')}</summary>${numbers(its)}</details>`,
            place,
        );
    }

    function box(colour) {
        return html`<svg class="swatch" width="12" height="12" aria-hidden="true"><rect x="0.5" y="0.5" width="11" height="11" fill=${colour ?? 'none'} stroke=${colour ?? styled('quiet')}></rect></svg>`;
    }

    function picture(all, its, x, from, to, width) {
        const ticks = (width < NARROW ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]).map((part) => from + part * (to - from));
        const day = (time) => (origin === undefined ? `${plain(time / 86400)} d` : instant(time, origin).replace(/[,、]?\s*\d\d?:\d\d$/, ''));
        const lines = (top, bottom) => ticks.map((time) => svg`<line x1=${`${x(time)}%`} x2=${`${x(time)}%`} y1=${top} y2=${bottom} stroke=${styled('line')}></line>`);
        return html`<div class="lanes" role="img" aria-label=${t('title')}>
            <svg width="100%" height="28">${lines(20, 28)}${ticks.map((time) => svg`<text x=${`${x(time)}%`} y="14" text-anchor="middle">${day(time)}</text>`)}</svg>
            ${all.map((campaign) => {
                const rows = its.filter((row) => row.campaign === campaign);
                const height = rows.length * LANE + APART;
                return html`<svg width="100%" height=${height}>${lines(0, height)}
                    <text class="strong" x="0" y="15">${campaign}</text>${rows.map((row, i) => lane(row, x, i * LANE))}</svg>`;
            })}
        </div>`;
    }

    /** What became of a campaign under a policy: its bar, its deadline, and words behind both. */
    function lane(row, x, top) {
        const behind = Math.max(end(row) === null ? LEFT : x(end(row)), row.deadline_s === null ? 0 : x(row.deadline_s));
        return svg`<text x=${`${LEFT - 1}%`} y=${top + 15} text-anchor="end">${row.policy}</text>
            ${bar(row, x, top)}
            ${row.deadline_s === null ? nothing : svg`<line x1=${`${x(row.deadline_s)}%`} x2=${`${x(row.deadline_s)}%`} y1=${top - 1} y2=${top + LANE - 5} stroke=${styled('ink')} stroke-width="2"><title>${t('deadline')}: ${instant(row.deadline_s, origin)}</title></line>`}
            <text x=${`${behind + 0.6}%`} y=${top + 15}>${words(row)}</text>`;
    }

    function bar(row, x, top) {
        if (row.submit_s === null) {
            return nothing;
        }
        let at = row.submit_s;
        return KINDS.map(([kind, colour]) => {
            const hours = row[`${kind}_h`] ?? 0;
            const start = at;
            at += hours * 3600;
            return hours > 0
                ? svg`<rect x=${`${x(start)}%`} y=${top} width=${`${x(at) - x(start)}%`} height=${LANE - 6} fill=${colour ?? 'transparent'} stroke=${colour ?? styled('quiet')}><title>${t('hours', { kind: t(kind), hours: short(hours) })}</title></rect>`
                : nothing;
        });
    }

    function numbers(its) {
        const time = (key, label) => ({ key, label, rawUnit: 's', show: (row) => (row[key] === null ? '–' : instant(row[key], origin)) });
        const number = (key, label, unit) => ({ key, label, unit, show: (row) => (Number.isFinite(row[key]) ? short(row[key]) : '–') });
        return table({
            name: t('title'),
            columns: [
                { key: 'campaign', label: t('campaign'), text: true }, { key: 'policy', label: t('policy'), text: true },
                { key: 'organization', label: t('organization'), text: true }, { key: 'machine', label: t('machine'), text: true },
                time('submit_s', t('submit')), time('start_s', t('start')), time('done_s', t('done')), time('deadline_s', t('deadline')),
                number('pieces', t('pieces')), number('failures', t('failures')),
                ...KINDS.map(([kind]) => number(`${kind}_h`, t(kind), t('hour'))),
                { key: 'nodes', label: t('nodes'), value: (row) => row.most_nodes, show: (row) => (row.least_nodes === row.most_nodes ? plain(row.most_nodes) : `${plain(row.least_nodes)}–${plain(row.most_nodes)}`) },
                number('energy_kwh', t('energy'), 'kWh'), number('cost_yen', t('cost'), scale('money', []).unit),
            ],
            rows: its,
        });
    }
    addEventListener('theme', draw, { signal });
    return { place, draw };
}
