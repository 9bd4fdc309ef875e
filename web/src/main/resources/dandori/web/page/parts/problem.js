// What went wrong, plainly.
import { html } from '/library/lit-html/lit-html.js';
import { local } from './told.js';
import { langOf, speaks } from './words.js';

const t = speaks({ en: { maybe: 'Maybe ' }, ja: { maybe: 'ヒント：' } });

/** Something the server refused or could not do. */
export class Problem extends Error {
    constructor(message, maybe = '') {
        super(message);
        this.maybe = maybe;
    }
}

/** A sentence of the program, in the language of the page where there is one, and marked as English where there is none. */
export function said(text) {
    return asIs(local(text));
}

/** A text of somebody, as it is, marked as English where the page is not. */
export function asIs(text) {
    const lang = langOf(text);
    return lang ? html`<span lang=${lang}>${text}</span>` : text;
}

/** How a failure is shown. */
export function problem(failure) {
    return html`<div class="problem" role="alert">
        <p>${said(failure.message)}</p>
        ${failure.maybe ? html`<p class="quiet">${t('maybe')}${said(failure.maybe)}</p>` : ''}
    </div>`;
}
