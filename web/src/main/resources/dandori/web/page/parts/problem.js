// What went wrong, plainly.
import { html } from '/library/lit-html/lit-html.js';

/** Something the server refused or could not do. */
export class Problem extends Error {
    constructor(message, maybe = '') {
        super(message);
        this.maybe = maybe;
    }
}

/** How a failure is shown. */
export function problem(failure) {
    return html`<div class="problem" role="alert">
        <p>${failure.message}</p>
        ${failure.maybe ? html`<p class="quiet">Maybe ${failure.maybe}</p>` : ''}
    </div>`;
}
