// Utilization, backlog and queue over time, of the policies that are chosen, on one axis.
import { html, render } from '/library/lit-html/lit-html.js';
import { moves } from '../parts/moves.js';
import { timeAxis } from '../parts/timecharts.js';
import { table } from '../parts/table.js';
import { ofPlace } from '../parts/colours.js';
import { instant, short, percent, plain } from '../parts/numbers.js';
import { get, all, set } from '../parts/view.js';
import { speaks } from '../parts/words.js';
import { figure, originSeconds } from './figures.js';
import { named } from './policies.js';

const t = speaks({
    en: {
        title: 'How full is it, and how long is the queue?', policies: 'Policies', machine: 'Machine', every: 'all together',
        utilization: 'Busy units of {machine}, % of all', backlog: 'Backlog of {machine}, unit hours waiting', queue: 'Jobs waiting, all machines',
        how: '{jobs} jobs a run, mean of {seeds} seeds; drag to zoom, all three follow.', how1: '{jobs} jobs, one seed; drag to zoom, all three follow.',
        numbers: 'Numbers', from: 'From', allMachines: 'all machines', nothing: 'Tick a policy to see it over time.', unitHours: 'unit hours', jobs: 'jobs',
    },
    ja: {
        title: '混み具合とキューの長さ', policies: '方針', machine: 'マシン', every: '全体',
        utilization: '{machine}の使用中ユニット、全体に対する%', backlog: '{machine}の待ち仕事量、ユニット時', queue: '待ちジョブ数、全マシン',
        how: '1回あたり{jobs}ジョブ、{seeds}個のシードの平均。ドラッグで拡大、三つとも連動。', how1: '{jobs}ジョブ、シード一つ。ドラッグで拡大、三つとも連動。',
        numbers: '数値', from: '開始', allMachines: '全マシン', nothing: '方針を選ぶと時間変化を表示します。', unitHours: 'ユニット時', jobs: 'ジョブ',
    },
});

const MOST_AT_FIRST = 6;

/** The policies that charts show: those of the address, else the first. */
export function shown(names) {
    const chosen = all('policy').filter((name) => names.includes(name));
    return chosen.length ? chosen : all('policy').length ? [] : names.slice(0, MOST_AT_FIRST);
}

/** Boxes to tick the policies that charts show. */
export function ticks(names, changed) {
    if (names.length < 2) {
        return '';
    }
    const ticked = shown(names);
    const toggle = (name, on) => {
        const left = names.filter((one) => (one === name ? on : ticked.includes(one)));
        set({ policy: left.length === names.length ? [] : left.length ? left : ['-'] });
        changed();
    };
    return html`<fieldset class="row noprint ticks"><legend class="unseen">${t('policies')}</legend>${names.map(
        (name, i) => html`<label><input type="checkbox" .checked=${ticked.includes(name)} @change=${(e) => toggle(name, e.target.checked)}> ${named(name, i)}</label>`,
    )}</fieldset>`;
}

export function load(context, signal, onPolicies) {
    const { summary, answer } = context;
    const place = document.createElement('section');
    const figures = summary.figures.by_policy;
    const names = Object.keys(summary.policies);
    const [first] = Object.values(figures);
    const machines = Object.keys(first.machines);
    const origin = originSeconds(answer.origin);
    const from = figure(summary, names[0], 'all', '', 'window_from_s')?.mean ?? 0;
    const to = figure(summary, names[0], 'all', '', 'window_to_s')?.mean ?? 1;
    const count = first.queue_jobs.length;
    const times = Array.from({ length: count }, (none, i) => from + (i * (to - from)) / count);
    let drawn = new AbortController();
    signal.addEventListener('abort', () => drawn.abort());

    const chosen = () => (machines.includes(get('machine')) ? [get('machine')] : machines);

    /** Σ of a curve over the chosen machines. */
    function sum(policy, key) {
        const curves = chosen().map((machine) => figures[policy]?.machines[machine]?.[key]).filter(Boolean);
        return times.map((none, i) => (curves.length ? curves.reduce((total, curve) => total + (curve[i] ?? 0), 0) : null));
    }

    /** Units that there are; where values of sweeps may change them, those in service on average. */
    function capacity(policy) {
        const known = answer.study.machines ?? [];
        const sizes = new Map(known.flatMap((machine) => [[machine.name, machine.nodes], ...(machine.pools ?? []).map((pool) => [`${machine.name}/${pool.name}`, pool.nodes])]));
        if (!summary.variants && chosen().every((machine) => sizes.has(machine))) {
            return chosen().reduce((total, machine) => total + sizes.get(machine), 0);
        }
        const whole = chosen().length === machines.length ? [['all', '']] : chosen().map((machine) => ['machines', machine]);
        return whole.reduce((total, [kind, name]) => total + (figure(summary, policy, kind, name, 'capacity_node_hours')?.mean ?? NaN) / ((to - from) / 3600), 0);
    }

    function lines(of) {
        return shown(names).filter((name) => figures[name]).map((name) => ({ name, values: of(name), colour: ofPlace(names.indexOf(name)), place: names.indexOf(name) }));
    }

    const utilization = (policy) => {
        const units = capacity(policy);
        return sum(policy, 'nodes_busy').map((busy) => (busy === null || !units ? null : (100 * busy) / units));
    };

    function draw() {
        drawn.abort();
        drawn = new AbortController();
        const axis = timeAxis({
            from, to, origin, left: 84, signal: drawn.signal,
            changed: (low, high) => set({ from: low > from || high < to ? Math.round(low) : '', to: low > from || high < to ? Math.round(high) : '' }),
        });
        const machine = chosen().length === 1 ? chosen()[0] : t('allMachines');
        const charts = [
            [t('utilization', { machine }), '%', lines(utilization)],
            [t('backlog', { machine }), t('unitHours'), lines((policy) => sum(policy, 'backlog_node_hours'))],
            [t('queue'), t('jobs'), lines((policy) => figures[policy].queue_jobs)],
        ];
        const jobs = plain(figure(summary, names[0], 'all', '', 'jobs')?.mean ?? NaN);
        const seeds = summary.seeds.length;
        render(
            html`<h2 id="load">${t('title')}</h2>
                <p class="quiet small">${context.size ?? t(seeds > 1 ? 'how' : 'how1', { jobs, seeds })}</p>
                <div class="row">${ticks(names, () => { draw(); onPolicies(); })}
                    ${machines.length > 1 && !context.compares ? html`<label class="noprint">${t('machine')} <select name="machine" @change=${(e) => { set({ machine: e.target.value }); draw(); }}>
                        <option value="" ?selected=${chosen().length > 1}>${t('every')}</option>
                        ${machines.map((one) => html`<option ?selected=${chosen().length === 1 && chosen()[0] === one}>${one}</option>`)}</select></label>` : ''}
                    ${moves(() => axis)}</div>
                ${shown(names).length ? charts.map(([title]) => html`<figure><figcaption>${title}</figcaption><div class="chart"></div></figure>`) : html`<p>${t('nothing')}</p>`}
                <details><summary>${t('numbers')}</summary><div class="table-place"></div></details>`,
            place,
        );
        if (!shown(names).length) {
            return;
        }
        place.querySelectorAll('.chart').forEach((chart, i) => {
            chart.replaceChildren();
            const [title, unit, its] = charts[i];
            chart.setAttribute('role', 'img');
            chart.setAttribute('aria-label', title);
            axis.lines({ place: chart, times, unit, lines: its, named: true, height: 160, full: unit === '%' ? 100 : undefined, format: unit === '%' ? (value) => percent(value / 100, 0) : short });
        });
        const asked = [Number(get('from', NaN)), Number(get('to', NaN))];
        if (asked.every(Number.isFinite) && get('from') !== '') {
            axis.zoom(...asked, false);
        }
        place.querySelector('.table-place').replaceChildren(numbers(charts));
    }

    function numbers(charts) {
        return table({
            name: t('title'),
            columns: [
                { key: 'time', label: t('from'), rawUnit: 's', text: true, value: (i) => times[i], show: (i) => instant(times[i], origin) },
                ...charts.flatMap(([title, unit, its]) => its.map((line) => ({
                    key: `${title} ${line.name}`, label: `${title}: ${line.name}`, rawUnit: unit, value: (i) => line.values[i], show: (i) => short(line.values[i]),
                }))),
            ],
            rows: times.map((none, i) => i),
        });
    }

    return { place, draw };
}
