// Several studies side by side: their policies, and how each differs from the first study's of the same name.
import { html, render, nothing } from '/library/lit-html/lit-html.js';
import { ask } from '../parts/ask.js';
import { table } from '../parts/table.js';
import { metric, scale, NAMES, USUAL } from '../parts/metrics.js';
import { short3 } from '../parts/digits.js';
import { plain, stretch } from '../parts/numbers.js';
import { all, set, link } from '../parts/view.js';
import { speaks } from '../parts/words.js';
import { cell, figure, means } from '../study/figures.js';
import { inWords } from '../study/inquiry.js';
import { load } from '../study/load.js';
import { waits } from '../study/waits.js';

const t = speaks({
    en: {
        title: 'How do these studies differ?', figures: 'Figures', policies: 'Policies side by side', study: 'Study', policy: 'Policy', jobs: 'Jobs', seeds: 'Seeds',
        cannot: 'These studies cannot be compared figure by figure:', machines: '{study} has other machines than {first}: {its}, not {firsts}.', window: '{study} measures another time than {first}: {its}, not {firsts}.',
        points: 'points', differences: 'Differences from {first}', paired: 'Seed by seed: both were played under the same {count} seeds. ‘lower in 4 of 5’ counts the seeds under which the figure is lower.',
        sameJobs: 'The number of jobs is the same under each seed.', otherJobs: 'The number of jobs is not the same under each seed, so some of the difference is of other jobs.',
        unpaired: 'Differences of means, not paired: {study} was played under other seeds than {first} ({its}, not {firsts}), so chance does not cancel out.',
        lower: '{count} lower of {of}', size: 'about {jobs} jobs a run; {seeds}', no: '{study} has no figures: it is {state}.', variant: '{study}, the variant',
        noPolicy: 'No policy of the others is called like one of {first}; so there is nothing to subtract.', ofSeeds: 'seeds of {study}: {count}', damaged: 'What cannot be read',
    },
    ja: {
        title: 'スタディはどう違うか', figures: '指標', policies: '方針の比較', study: 'スタディ', policy: '方針', jobs: 'ジョブ数', seeds: 'シード数',
        cannot: '次の理由で、指標どうしの比較はできません：', machines: '{study}と{first}はマシンが違います：{its}、{firsts}。', window: '{study}と{first}は計測期間が違います：{its}、{firsts}。',
        points: 'ポイント', differences: '{first}との差', paired: 'シードごとの差：どちらも同じ{count}個のシードで計算しました。「5中4低い」は指標が低いシードの数です。',
        sameJobs: 'どのシードでもジョブ数は同じです。', otherJobs: 'シードごとのジョブ数が同じではないため、差の一部はジョブの違いによるものです。',
        unpaired: 'シードごとではなく平均の差です。{study}と{first}はシードが違う（{its}、{firsts}）ため、偶然は打ち消されません。',
        lower: '{of}中{count}低い', size: '1回あたり約{jobs}ジョブ、{seeds}', no: '{study}には結果がありません（{state}）。', variant: '{study}の条件',
        noPolicy: '{first}と同じ名前の方針がほかにないので、差は計算できません。', ofSeeds: '{study}のシード{count}個', damaged: '読めないもの',
    },
});

export async function show(place, signal) {
    let { studies } = await ask('compare', { at: all('at'), variant: all('variant') }, signal);
    const fitting = variantsThatFit(studies, all('variant').length > 0);
    if (String(fitting) !== String(studies.map((one) => one.variant))) {
        ({ studies } = await ask('compare', { at: all('at'), variant: fitting }, signal));
    }
    if (signal.aborted) {
        return;
    }
    const problems = studies.flatMap((one) => one.problems);
    const told = studies.filter((one) => Object.keys(summaryOf(one)?.figures ?? {}).length).map((one) => ({ ...one, summary: summaryOf(one), at: name(one) }));
    const notes = studies.flatMap((one) => {
        const at = one.study.at;
        if (!summaryOf(one)?.figures?.by_policy) {
            return [t('no', { study: at, state: one.study.state })];
        }
        return [];
    });
    const obstacles = told.slice(1).flatMap((one) => differs(told[0], one));
    const body = document.createElement('div');

    function draw() {
        const keys = chosen(told);
        render(
            html`<h1>${t('title')}</h1>
                ${problems.length ? html`<div class="problem" role="alert"><p>${t('damaged')}</p><ul>${problems.map((one) => html`<li>${one}</li>`)}</ul></div>` : nothing}
                ${studies.some((one) => one.summary?.variants) ? html`<div class="row noprint">${studies.map((one, i) => choice(one, i))}</div>` : nothing}
                ${notes.map((note) => html`<p>${note}</p>`)}
                ${obstacles.length ? html`<div class="problem" role="alert"><p>${t('cannot')}</p><ul>${obstacles.map((one) => html`<li>${one}</li>`)}</ul></div>` : nothing}
                ${told.length ? html`<details class="noprint"><summary>${t('figures')}</summary><fieldset class="row ticks"><legend class="unseen">${t('figures')}</legend>${present(told).map(
                    (key) => html`<label><input type="checkbox" .checked=${keys.includes(key)} @change=${(e) => choose(keys, key, e.target.checked)}> ${metric(key).label}</label>`)}</fieldset></details>
                    ${sideBySide(told, keys)}
                    ${obstacles.length ? nothing : told.slice(1).map((one) => difference(told[0], one, keys))}` : nothing}
                ${body}`,
            place,
        );
    }

    /** Which variant of a study is compared. */
    function choice({ study, summary, variant }, i) {
        return summary?.variants ? html`<label>${t('variant', { study: study.at || '.' })} <select name="variant" @change=${(e) => vary(i, Number(e.target.value))}>
            ${summary.variants.map(({ values }, its) => html`<option value=${its} ?selected=${its === variant}>${inWords(values)}</option>`)}</select></label>` : nothing;
    }

    /** Compares another variant of a study; if it is the first, that of the same values of each other. */
    async function vary(i, variant) {
        const wanted = studies.map((one, its) => ({ ...one, variant: its === i ? variant : one.variant }));
        set({ variant: i === 0 ? variantsThatFit(wanted, false) : wanted.map((one) => one.variant) });
        await show(place, signal);
        place.querySelectorAll('select[name=variant]')[studies.slice(0, i).filter((one) => one.summary?.variants).length]?.focus();
    }

    function choose(keys, key, on) {
        set({ metric: NAMES.filter((one) => (one === key ? on : keys.includes(one))) });
        draw();
    }
    draw();
    if (told.length && !obstacles.length) {
        charts(told, body, signal);
    }
}

/** The variants to compare: those that are, if they are there; where they were not chosen, those with the values of the first study's. */
function variantsThatFit(studies, areChosen) {
    const values = ({ summary, variant }) => JSON.stringify(summary?.variants?.[variant]?.values);
    const there = studies.map((one) => (one.variant < (one.summary?.variants?.length ?? 1) ? one.variant : 0));
    const same = (one) => (one.summary?.variants ?? []).findIndex((_, variant) => values({ ...one, variant }) === values({ ...studies[0], variant: there[0] }));
    return studies.map((one, i) => (areChosen || i === 0 || same(one) < 0 ? there[i] : same(one)));
}

/** The summary of a study; of one with variants that of the one that is compared. */
function summaryOf({ summary, variant }) {
    return summary?.variants ? { ...summary, ...summary.variants[variant] } : summary;
}

/** A study, and of one with variants which. */
function name({ study, summary, variant }) {
    const at = study.at || '.';
    return summary?.variants ? `${at} (${inWords(summary.variants[variant].values)})` : at;
}

const of = (one, policy, key) => figure(one.summary, policy, 'all', '', key);
const first = (one) => Object.keys(one.summary.policies)[0];

function present(told) {
    return NAMES.filter((key) => told.some((one) => Object.keys(one.summary.policies).some((policy) => Number.isFinite(of(one, policy, key)?.mean))));
}

function chosen(told) {
    const keys = present(told);
    const asked = all('metric').filter((key) => keys.includes(key));
    return asked.length ? asked : keys.filter((key) => USUAL.includes(key) && key !== 'useful_utilization');
}

/** Why a study cannot be compared with the first. */
function differs(one, other) {
    const machines = ({ study }) => (study.machines ?? []).map((machine) => `${machine.name} (${plain(machine.nodes)})`).join(', ');
    const window = (study) => ['window_from_s', 'window_to_s'].map((key) => of(study, first(study), key)?.mean);
    const words = (study) => { const [from, to] = window(study); return `${stretch(from)} – ${stretch(to)}`; };
    const about = (what, its, firsts) => t(what, { study: other.at, first: one.at, its, firsts });
    return [
        ...(machines(one) === machines(other) ? [] : [about('machines', machines(other), machines(one))]),
        ...(String(window(one)) === String(window(other)) ? [] : [about('window', words(other), words(one))]),
    ];
}

function sideBySide(told, keys) {
    const rows = told.flatMap((one) => Object.keys(one.summary.policies).map((policy) => ({ one, policy })));
    return html`<section><h2>${t('policies')}</h2>${table({
        name: t('policies'),
        columns: [
            { key: 'study', label: t('study'), text: true, value: (row) => row.one.at, show: (row) => html`<a href=${link('study', { at: row.one.study.at, ...(row.one.variant ? { variant: row.one.variant } : {}) })}>${row.one.at}</a>` },
            { key: 'policy', label: t('policy'), text: true },
            { key: 'seeds', label: t('seeds'), value: (row) => row.one.summary.seeds.length },
            ...keys.map((key) => {
                const unit = scale(metric(key).kind, means(rows.map((row) => of(row.one, row.policy, key))));
                return {
                    key, label: metric(key).label, unit: unit.unit,
                    value: (row) => { const mean = of(row.one, row.policy, key)?.mean; return Number.isFinite(mean) ? mean / unit.factor : null; },
                    show: (row) => cell(of(row.one, row.policy, key), key, unit),
                };
            }),
        ],
        rows,
    })}</section>`;
}

/** How a study differs from the first, policy by policy of the same name. */
function difference(one, other, keys) {
    const policies = Object.keys(other.summary.policies).filter((policy) => policy in one.summary.policies);
    const isPaired = String(one.summary.seeds) === String(other.summary.seeds);
    const names = { study: other.at, first: one.at };
    if (!policies.length) {
        return html`<section class="differences"><h2>${other.at}: ${t('differences', names)}</h2><p>${t('noPolicy', names)}</p></section>`;
    }
    const values = (study, policy, key) => of(study, policy, key)?.values ?? [];
    const sameJobs = policies.every((policy) => String(values(one, policy, 'jobs')) === String(values(other, policy, 'jobs')));
    const seeds = (list) => (list.length > 6 ? `${list[0]} … ${list[list.length - 1]}` : list.join(', '));
    const pairs = (policy, key) => {
        const [a, b] = [values(one, policy, key), values(other, policy, key)];
        const both = a.map((value, i) => [value, b[i]]).filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
        return { count: both.filter(([x, y]) => y < x).length, of: both.length };
    };
    const mean = (policy, key) => {
        const [a, b] = [of(one, policy, key)?.mean, of(other, policy, key)?.mean];
        return Number.isFinite(a) && Number.isFinite(b) ? b - a : null;
    };
    return html`<section class="differences"><h2>${other.at}: ${t('differences', names)}</h2>
        <p>${isPaired
            ? html`${t('paired', { count: one.summary.seeds.length })} ${t(sameJobs ? 'sameJobs' : 'otherJobs')}`
            : t('unpaired', { ...names, its: seeds(other.summary.seeds), firsts: seeds(one.summary.seeds) })}</p>
        ${table({
            name: `${other.at}: ${t('differences', names)}`,
            columns: [
                { key: 'policy', label: t('policy'), text: true, value: (policy) => policy },
                ...keys.map((key) => {
                    const unit = scale(metric(key).kind, policies.map((policy) => mean(policy, key)));
                    return {
                        key, label: metric(key).label, unit: unit.unit === '%' ? t('points') : unit.unit,
                        value: (policy) => { const its = mean(policy, key); return its === null ? null : its / unit.factor; },
                        show: (policy) => {
                            const its = mean(policy, key);
                            return its === null ? '–' : html`${its > 0 ? '+' : ''}${short3(its / unit.factor)}${isPaired && its !== 0 ? html`<div class="quiet small">${t('lower', pairs(policy, key))}</div>` : nothing}`;
                        },
                    };
                }),
            ],
            rows: policies,
        })}</section>`;
}

/** The charts of a study, with the policies of all. */
function charts(told, body, signal) {
    const by = {};
    const policies = {};
    for (const one of told) {
        for (const policy of Object.keys(one.summary.policies)) {
            by[`${policy}, ${one.at}`] = one.summary.figures.by_policy[policy];
            policies[`${policy}, ${one.at}`] = one.summary.policies[policy];
        }
    }
    const [one] = told;
    const summary = { ...one.summary, policies, differences: {}, figures: { ...one.summary.figures, by_policy: by } };
    const size = t('size', {
        jobs: plain(of(one, first(one), 'jobs')?.mean ?? NaN),
        seeds: told.map((it) => t('ofSeeds', { study: it.at, count: it.summary.seeds.length })).join(', '),
    });
    const context = { summary, answer: one, study: '', compares: true, size };
    const wait = waits(context, signal);
    const loads = load(context, signal, wait.draw);
    body.append(loads.place, wait.place);
    loads.draw();
    wait.draw();
}
