// A study: its answer first, then all that stands behind it.
import { html, render, nothing } from '/library/lit-html/lit-html.js';
import { ask } from '../parts/ask.js';
import { get, set, link } from '../parts/view.js';
import { plain, stretch } from '../parts/numbers.js';
import { asIs, said } from '../parts/problem.js';
import { sentence } from '../parts/told.js';
import { speaks } from '../parts/words.js';
import { nodesOf } from '../run/told.js';
import { figure } from '../study/figures.js';
import { policies } from '../study/policies.js';
import { load } from '../study/load.js';
import { waits } from '../study/waits.js';
import { slowdowns } from '../study/slowdowns.js';
import { campaigns } from '../study/campaigns.js';
import { energy } from '../study/energy.js';
import { answering, search, sensitivity, variants, inWords } from '../study/inquiry.js';
import { assumptions, files, runs, warnings } from '../study/notes.js';
import { listen, progress, stateWords } from '../study/state.js';

const t = speaks({
    en: {
        policies: '{count} policies', policies1: '1 policy', seeds: '{count} seeds', seeds1: '1 seed',
        size: '{machines} · {policies} · {seeds} · measured over {window} · about {jobs} jobs a run',
        running: 'This study is being simulated. Its figures come when all simulations are done.', brokenOff: 'This study was broken off: {done} of {planned} simulations are done.',
        again: './dandori run … --resume goes on where it stopped.', incomplete: 'Some simulations of this study failed; what is here is of the others.',
        complete: 'The study is complete.', replay: 'This is a replay of one trace.', toRun: 'Look at its run', nothing: 'No simulation of this study came to an end.',
        newer: 'This study is of a newer program; some of it may not be shown.',
    },
    ja: {
        policies: '方針{count}種', policies1: '方針1種', seeds: 'シード{count}個', seeds1: 'シード1個',
        size: '{machines} · {policies} · {seeds} · 計測期間{window} · 1回あたり約{jobs}ジョブ',
        running: 'シミュレーション中です。すべて終わると結果を表示します。', brokenOff: 'このスタディは途中で止まりました（{planned}件中{done}件が完了）。',
        again: './dandori run … --resume で続きから再開できます。', incomplete: '一部のシミュレーションが失敗しました。以下は残りの結果です。',
        complete: 'スタディが完了しました。', replay: 'これは一つのトレースの再生です。', toRun: '実行を見る', nothing: '終わったシミュレーションがありません。',
        newer: 'より新しいプログラムの結果なので、一部は表示できないことがあります。',
    },
});

export async function show(place, signal) {
    const at = get('at');
    let answer = await ask('study', { at, variant: get('variant') }, signal);
    if (get('variant') === '' && answer.summary?.search && answering(answer.summary)) {
        answer = await ask('study', { at, variant: answering(answer.summary) }, signal);
    }
    if (signal.aborted) {
        return;
    }
    draw(place, answer, signal);
    if (answer.study.state === 'running') {
        follow(place, at, signal);
    }
}

/** Shows how far it is, and the study when it is over. */
function follow(place, at, signal) {
    listen(async (studies) => {
        const line = studies.find((one) => one.at === at);
        if (!line || signal.aborted) {
            return;
        }
        const answer = await ask('study', { at }, signal).catch(() => null);
        if (answer && !signal.aborted) {
            draw(place, answer, signal);
            if (answer.study.state === 'complete') {
                document.getElementById('said').textContent = t('complete');
            }
        }
    }, signal);
}

let drawn = new AbortController();

function draw(place, answer, signal) {
    drawn.abort(); // what an earlier drawing watches
    drawn = new AbortController();
    const { signal: mine } = drawn;
    signal.addEventListener('abort', () => drawn.abort());
    const { study } = answer;
    const top = answer.summary;
    const isStudy = study.kind !== 'replay' && top?.policies !== undefined || top?.variants !== undefined;
    render(
        html`<h1>${asIs(study.question || study.scenario || study.at || '.')}</h1>
            ${head(answer)}
            ${isStudy ? nothing : html`${warnings({ summary: null, answer })}${runs({ answer })}${files({ answer })}`}
            <div id="study"></div>`,
        place,
    );
    if (isStudy) {
        const body = place.querySelector('#study');
        body.replaceChildren();
        whole(body, answer, mine, (variant) => choose(place, variant, signal));
    }
}

async function choose(place, variant, signal) {
    set({ variant });
    const answer = await ask('study', { at: get('at'), variant }, signal);
    if (!signal.aborted) {
        draw(place, answer, signal);
        place.querySelector('select[name=variant]')?.focus();
    }
}

/** What state it is in, where that is to be said. */
function head({ study, summary }) {
    switch (study.state) {
        case 'running': return html`<p>${stateWords('running', study.quiet_min)} ${progress(study)}</p><p>${t('running')}</p>`;
        case 'broken_off': return html`<div class="problem"><p>${t('brokenOff', { done: plain(study.cells_done), planned: plain(study.cells_planned) })}</p><p class="quiet"><code>${t('again')}</code></p></div>`;
        case 'incomplete': return html`<div class="problem"><p>${t('incomplete')} ${progress(study)}</p></div>`;
        case 'damaged': return study.problem ? html`<p class="problem">${said(study.problem)}</p>` : nothing;
        case 'newer': return html`<p class="problem">${t('newer')}</p>`;
        default: return study.kind === 'replay' ? html`<p>${t('replay')} <a href=${link('run', { at: study.at })}>${t('toRun')}</a></p>` : nothing;
    }
}

function whole(body, answer, signal, choose) {
    const top = answer.summary;
    const variant = top.variants ? Math.min(answer.variant, top.variants.length - 1) : 0;
    // Of a study with variants the keys of one stand in it, but for the name, the question and whom to compare with.
    const summary = top.variants ? { ...top, ...top.variants[variant] } : top;
    const context = { summary, answer, study: summary.scenario };
    const hasFigures = summary.figures?.by_policy !== undefined;
    const parts = document.createElement('div');
    render(
        html`${top.search || top.sensitivity ? html`${search(top)}${sensitivity(top)}` : nothing}
            ${top.variants ? variants(top, variant, choose) : nothing}
            ${top.variants ? html`<h2>${inWords(summary.values)}</h2>` : nothing}
            <div class="answers">${(summary.answer ?? []).map((english, i) => html`<p class=${i === 0 ? 'answer' : ''}>${asIs(sentence(summary.answer_told?.[i], english))}</p>`)}</div>
            <p class="quiet">${size(summary, answer.study)}</p>
            ${warnings({ summary, answer })}`,
        body,
    );
    body.append(parts);
    if (!hasFigures) {
        const empty = document.createElement('p');
        empty.textContent = t('nothing');
        parts.append(empty);
    } else {
        parts.append(policies(context));
        const sections = [];
        const redraw = () => sections.forEach((section) => section.draw());
        const loads = load(context, signal, redraw);
        sections.push(waits(context, signal), slowdowns(context));
        if (answer.campaigns?.length) {
            sections.push(campaigns(context, signal));
        }
        parts.append(loads.place, ...sections.map((section) => section.place));
        loads.draw();
        redraw();
    }
    const foot = document.createElement('div');
    render(html`${hasFigures ? energy(context) : nothing}${assumptions(context)}${runs(context)}${files(context)}`, foot);
    body.append(foot);
}

/** How large it is. */
function size(summary, study) {
    const [policy] = Object.keys(summary.policies);
    const of = (key) => figure(summary, policy, 'all', '', key)?.mean ?? NaN;
    return t('size', {
        machines: (study.machines ?? []).map((machine) => (summary.variants ? machine.name : `${machine.name} (${nodesOf(machine.nodes, machine.unit)})`)).join(', '),
        policies: counted('policies', Object.keys(summary.policies).length), seeds: counted('seeds', summary.seeds.length), jobs: plain(of('jobs')),
        window: stretch(of('window_to_s') - of('window_from_s')),
    });
}

function counted(what, count) {
    return t(count === 1 ? `${what}1` : what, { count });
}
