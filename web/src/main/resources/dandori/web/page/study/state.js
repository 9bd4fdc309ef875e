// How far a study is, in words and as a bar, and the news of it.
import { html, nothing } from '/library/lit-html/lit-html.js';
import { plain } from '../parts/numbers.js';
import { speaks } from '../parts/words.js';

const t = speaks({
    en: {
        running: 'running', complete: 'complete', incomplete: 'some runs failed', broken_off: 'broken off', newer: 'of a newer program', damaged: 'damaged',
        of: '{done} of {planned} simulations', quiet: 'no news for {minutes} min',
    },
    ja: {
        running: '計算中', complete: '完了', incomplete: '一部失敗', broken_off: '中断', newer: '新しいプログラムの結果', damaged: '破損',
        of: '{planned}件中{done}件', quiet: '{minutes}分間更新なし',
    },
});

const SIGNS = { running: '▶', complete: '✓', incomplete: '!', broken_off: '■', newer: '?', damaged: '✗' };

/** A state in a sign and a word; of one that runs without news, for how many minutes. */
export function stateWords(state, quietMinutes = 0) {
    const quiet = quietMinutes ? html` <span class="quiet">(${t('quiet', { minutes: plain(quietMinutes) })})</span>` : nothing;
    return html`<span class="state"><span aria-hidden="true">${SIGNS[state] ?? '?'}</span> ${stateText(state)}${quiet}</span>`;
}

export function stateText(state) {
    return t(state);
}

/** How many simulations are done, as a bar with its number. */
export function progress({ cells_done: done, cells_planned: planned }) {
    if (!planned) {
        return nothing;
    }
    const words = t('of', { done: plain(done), planned: plain(planned) });
    return html`<span class="row tight"><progress max=${planned} value=${done} aria-label=${words}></progress> <span class="small">${words}</span></span>`;
}

/**
 * Tells of every change in the list of studies until the signal ends; first, and after each break, of all that there are.
 * @param {(studies: object[], news: {all: boolean, gone: string[]}) => void} changed
 */
export function listen(changed, signal) {
    let events;
    // A hidden page listens to nothing: a browser opens few connections to a server, over all its tabs. Back in view it
    // is told of all that there are.
    function follow() {
        events?.close();
        if (!document.hidden && !signal.aborted) {
            events = new EventSource('/api/studies/events');
            events.addEventListener('studies', (event) => {
                const news = JSON.parse(event.data);
                changed(news.studies, news);
            });
        }
    }
    follow();
    document.addEventListener('visibilitychange', follow, { signal });
    signal.addEventListener('abort', () => events?.close());
}
