// Buttons that zoom and move an axis of time, for those who drag nothing.
import { html } from '/library/lit-html/lit-html.js';
import { speaks } from './words.js';

const t = speaks({
    en: { moves: 'Time of the charts', earlier: 'Earlier', later: 'Later', closer: 'Zoom time in', wider: 'Zoom time out', whole: 'Whole time' },
    ja: { moves: 'グラフの時間範囲', earlier: '前へ', later: '次へ', closer: '時間を拡大', wider: '時間を縮小', whole: '全期間' },
});

/** Buttons for the axis that a function gives once it is there. */
export function moves(axis) {
    /** Shows what begins and ends at these shares of what is shown. */
    const show = (first, last) => {
        const { from, to } = axis().shown();
        axis().zoom(from + first * (to - from), from + last * (to - from));
    };
    const button = (sign, word, does) => html`<button aria-label=${t(word)} title=${t(word)} @click=${does}>${sign}</button>`;
    const all = () => axis().zoom(axis().whole().from, axis().whole().to);
    return html`<span class="row moves noprint" role="group" aria-label=${t('moves')}>
        ${button('←', 'earlier', () => show(-0.5, 0.5))}${button('→', 'later', () => show(0.5, 1.5))}
        ${button('+', 'closer', () => show(0.25, 0.75))}${button('−', 'wider', () => show(-0.5, 1.5))}
        <button @click=${all}>${t('whole')}</button></span>`;
}
