// The text of a scenario, and what is wrong with it, each with the way to its line.
import { html, nothing } from '/library/lit-html/lit-html.js';
import { live } from '/library/lit-html/directives/live.js';
import { said } from '../parts/problem.js';
import { speaks } from '../parts/words.js';
import { idOf } from './form.js';

const t = speaks({
    en: {
        text: 'The text', label: 'Text of the scenario, YAML', line: 'line {line}', inForm: 'in the form', whole: 'the file', change: 'a change of yours',
        none: 'Nothing is wrong.', problem: 'What is wrong', asIs: 'The changes of the form are not in this text; they are applied over it.', maybe: 'Maybe ',
    },
    ja: {
        text: 'テキスト', label: 'シナリオのテキスト（YAML）', line: '{line}行目', inForm: 'フォームで見る', whole: 'ファイル', change: 'フォームでの変更',
        none: '問題はありません。', problem: '問題点', asIs: 'フォームでの変更はこのテキストには入らず、上から適用されます。', maybe: 'ヒント：',
    },
});

/**
 * The text and its issues.
 * @param {{text: string, issues: object[], settings: string[], isChecked: boolean, typed: (text: string) => void}} of
 */
export function paper(of) {
    return html`<h2 id="text-title">${t('text')}</h2>
        ${of.settings.length ? html`<p class="quiet small">${t('asIs')}</p>` : nothing}
        <textarea id="text" aria-label=${t('label')} spellcheck="false" autocomplete="off" wrap="off" .value=${live(of.text)}
            @input=${(event) => of.typed(event.target.value)}></textarea>
        <h2 id="issues" tabindex="-1">${t('problem')}</h2>
        ${of.issues.length
            ? html`<ul class="issues">${of.issues.map((issue) => html`<li>${place(issue)}${said(issue.message)}
                ${issue.maybe ? html`<div class="quiet">${t('maybe')}${said(issue.maybe)}</div>` : nothing}</li>`)}</ul>`
            : html`<p class="quiet">${of.isChecked ? t('none') : '…'}</p>`}`;
}

function place(issue) {
    const field = issue.path ? document.getElementById(idOf(issue.path)) : null;
    const name = issue.path || t('whole');
    return html`<div><code>${name}</code>${issue.line > 0
            ? html` <button type="button" class="plain" aria-label=${`${name}, ${t('line', { line: issue.line })}`} @click=${() => goToLine(issue.line)}>${t('line', { line: issue.line })}</button>`
            : issue.line < 0 ? html` <span class="quiet small">${t('change')}</span>` : nothing}${field
            ? html` <button type="button" class="plain" aria-label=${`${name}, ${t('inForm')}`} @click=${() => goToField(issue.path)}>${t('inForm')}</button>`
            : nothing}</div>`;
}

/** Sets the caret to a line, and marks it. */
export function goToLine(line) {
    const area = document.getElementById('text');
    const lines = area.value.split('\n');
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    area.focus();
    area.setSelectionRange(from, from + (lines[line - 1] ?? '').length);
    const height = parseFloat(getComputedStyle(area).lineHeight);
    area.scrollTop = Math.max(0, (line - 1) * height - area.clientHeight / 3);
    area.scrollIntoView({ block: 'nearest' });
}

/** Goes to a field of the form, and opens the sections around it. */
export function goToField(path) {
    const field = document.getElementById(idOf(path));
    for (let at = field; at; at = at.parentElement) {
        if (at instanceof HTMLDetailsElement) {
            at.open = true;
        }
    }
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
}
