// Running what is on the page, or saying how to run it elsewhere, and how what was begun goes.
import { html, nothing } from '/library/lit-html/lit-html.js';
import { problem } from '../parts/problem.js';
import { plain } from '../parts/numbers.js';
import { link } from '../parts/view.js';
import { speaks } from '../parts/words.js';
import { put, quoted, yaml } from './settings.js';

const t = speaks({
    en: {
        run: 'Run', name: 'Name of the study', seeds: 'Seeds', asText: 'as in the scenario', go: 'Run it', mend: 'There is something to mend first.',
        checking: 'It is being checked.', closed: 'This viewer only shows: it was started without --allow-run. From a command line:', instead: 'The same from a command line',
        saveFirst: 'The text has been changed here: save it first, then call from its folder.', save: 'Save the text', copy: 'Copy the command', copied: 'Copied.',
        begun: 'Begun here', queued: 'waits for the ones before it', running: 'running', done: 'done', failed: 'failed', cancelled: 'cancelled', cells: '{done} of {all} cells',
        making: 'making jobs', cancel: 'Cancel', cancelOf: 'Cancel {name}', resume: 'Resume', resumeOf: 'Resume {name}', study: 'Study {name}', compare: 'Compare {before} with {name}',
        progress: 'Progress of {name}', brokenOff: '{name} was broken off; what is done of it stays.', printed: 'What it said',
    },
    ja: {
        run: '実行', name: 'スタディ名', seeds: 'シード', asText: 'シナリオのとおり', go: '実行する', mend: '先に問題を直してください。',
        checking: '確認中です。', closed: 'このビューアは表示専用です（--allow-run なしで起動）。コマンドラインでは：', instead: 'コマンドラインで実行する場合',
        saveFirst: 'テキストがここで変更されています。先に保存し、そのフォルダで実行してください。', save: 'テキストを保存', copy: 'コマンドをコピー', copied: 'コピーしました。',
        begun: 'ここで始めた実行', queued: '順番待ち', running: '実行中', done: '完了', failed: '失敗', cancelled: '中止', cells: '{all}セル中{done}セル',
        making: 'ジョブを生成中', cancel: '中止', cancelOf: '{name}を中止', resume: '再開', resumeOf: '{name}を再開', study: 'スタディ {name}', compare: '{before}と{name}を比較',
        progress: '{name}の進捗', brokenOff: '{name}は途中で終わっています。完了した分はそのまま使えます。', printed: '出力',
    },
});

/** How a run that was begun goes, in a word. */
export function stateOf(run) {
    return t(run.state);
}

/** The settings with the seeds that were asked for. */
export function withSeeds(settings, seeds) {
    const asked = seeds.trim();
    return asked === '' ? settings : put(settings, 'run.seeds', asked.includes(',') && !asked.startsWith('[') ? `[${asked}]` : yaml(asked));
}

/** The call that does the same. */
function command(of) {
    const file = of.isTextChanged ? `${of.name || 'scenario'}.yaml` : of.opened.file;
    const words = ['dandori', 'run', file];
    withSeeds(of.settings, of.seeds).forEach((one) => words.push('--set', one));
    words.push('--out', `${of.opened.folder}/${of.name}`);
    return words.map(quoted).join(' ');
}

/**
 * The panel.
 * @param {{opened: object, name: string, seeds: string, settings: string[], isTextChanged: boolean, isChecked: boolean, issues: object[], text: string,
 *   failure: Error | null, runs: object[], named: (name: string) => void, seeded: (seeds: string) => void, run: () => void,
 *   cancel: (at: string) => void, resume: (at: string) => void}} of
 */
export function panel(of) {
    const why = !of.opened.may_run ? '' : !of.isChecked ? t('checking') : of.issues.length ? t('mend') : '';
    const isClosed = !of.opened.may_run;
    return html`<section class="run"><h2>${t('run')}</h2>
        <form class="row" @submit=${(event) => { event.preventDefault(); of.run(); }}>
            <label>${t('name')} <input id="run-name" name="name" .value=${of.name} maxlength="80" autocomplete="off" spellcheck="false"
                @input=${(event) => of.named(event.target.value)}></label>
            <label>${t('seeds')} <input id="run-seeds" name="seeds" .value=${of.seeds} placeholder=${t('asText')} autocomplete="off" spellcheck="false"
                @input=${(event) => of.seeded(event.target.value)}></label>
            <button id="run" ?disabled=${isClosed || why !== ''} aria-describedby="run-why">${t('go')}</button>
            <span id="run-why" class="quiet">${isClosed ? t('closed') : why}</span>
        </form>
        ${of.failure ? problem(of.failure) : nothing}
        ${of.opened.broken_off && of.opened.may_run && !of.runs.some((run) => run.at === of.opened.at)
            ? html`<p>${t('brokenOff', { name: of.opened.at })} <button type="button" aria-label=${t('resumeOf', { name: of.opened.at })}
                @click=${() => of.resume(of.opened.at)}>${t('resume')}</button></p>`
            : nothing}
        <details class="call" ?open=${isClosed}><summary>${t('instead')}</summary>
            ${of.isTextChanged
                ? html`<p>${t('saveFirst')} <button type="button" @click=${() => save(of)}>${t('save')}</button></p>`
                : nothing}
            <code class="command" id="command" tabindex="0">${command(of)}</code>
            <button type="button" @click=${(event) => copy(command(of), event.target)}>${t('copy')}</button></details>
        ${of.runs.length ? html`<h2>${t('begun')}</h2>${of.runs.map((run) => line(run, of))}` : nothing}</section>`;
}

function line(run, of) {
    const isOpen = run.state === 'queued' || run.state === 'running';
    const isBroken = run.state === 'failed' || run.state === 'cancelled';
    const all = run.cells_planned ?? 0;
    const before = of.opened.study ? of.opened.at : '';
    return html`<div class="row begun" data-at=${run.at} data-state=${run.state}>
            <strong>${run.at}</strong><span>${stateOf(run)}</span>
            ${isOpen
                ? html`<progress max=${all || 1} value=${all ? run.cells_done : 0} aria-label=${t('progress', { name: run.at })}></progress>
                    <span>${all ? t('cells', { done: plain(run.cells_done), all: plain(all) }) : run.state === 'running' ? t('making') : ''}</span>
                    <button type="button" aria-label=${t('cancelOf', { name: run.at })} @click=${() => of.cancel(run.at)}>${t('cancel')}</button>`
                : nothing}
            ${run.state === 'done'
                ? html`<a href=${link('study', { at: run.at })}>${t('study', { name: run.at })}</a>
                    ${before && before !== run.at ? html`<a href=${comparison(before, run.at)}>${t('compare', { before, name: run.at })}</a>` : nothing}`
                : nothing}
            ${isBroken
                ? html`<span>${all ? t('cells', { done: plain(run.cells_done), all: plain(all) }) : ''}</span>
                    <button type="button" aria-label=${t('resumeOf', { name: run.at })} @click=${() => of.resume(run.at)}>${t('resume')}</button>`
                : nothing}</div>
        ${run.state === 'failed' && run.printed ? html`<pre class="printed" aria-label=${t('printed')}>${run.printed}</pre>` : nothing}`;
}

function comparison(before, after) {
    return `/compare?${new URLSearchParams([['at', before], ['at', after]])}`;
}

function save(of) {
    const file = document.createElement('a');
    file.href = URL.createObjectURL(new Blob([of.text], { type: 'application/yaml' }));
    file.download = `${of.name || 'scenario'}.yaml`;
    file.click();
    setTimeout(() => URL.revokeObjectURL(file.href), 10_000);
}

async function copy(text, button) {
    try {
        await navigator.clipboard.writeText(text);
        button.textContent = t('copied');
    } catch { // a browser may not let a page write; then the reader copies what is marked
        getSelection().selectAllChildren(document.getElementById('command'));
    }
}
