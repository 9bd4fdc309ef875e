// The life of a job as a picture: a line of what it waited for and where it ran.
import { html, render, svg, nothing } from '/library/lit-html/lit-html.js';
import { ofPlace, styled } from '../parts/colours.js';
import { instant, stretch } from '../parts/numbers.js';
import { enlarged } from '../parts/sizes.js';
import { speaks } from '../parts/words.js';
import { inkOn } from './colouring.js';
import { REASONS, partText } from './waits.js';

const t = speaks({
    en: { submitted: 'submitted', started: 'started', ended: 'ended', ran: 'ran {time}', lost: '{time} lost', picture: 'From its submission to its end' },
    ja: { submitted: '投入', started: '開始', ended: '終了', ran: '実行 {time}', lost: '{time}を失う', picture: '投入から終了まで' },
});

const BAR = { top: 8, height: 40 };
const LETTER = { narrow: 7.2, wide: 13.5 }; // pixels, about
const FIRST_WIDE = '\u2e80'; // from here on letters are as wide as high
const LABEL = 168; // pixels of the words of an instant

/** The colour of a reason to wait. */
export function colourOfReason(reason) {
    return reason === 'unknown' ? '#999999' : ofPlace(1 + Math.max(0, REASONS.indexOf(reason)));
}

/** The colour of a stay. */
export const RAN = ofPlace(0);

/**
 * Draws the line, and again whenever its place has another width.
 * @param {{place: HTMLElement, life: object[], job: object, end: number, origin: number | null, signal: AbortSignal}} of
 */
export function lifeline(of) {
    const draw = () => render(picture(of, Math.max(320, of.place.clientWidth)), of.place);
    const watch = new ResizeObserver(draw);
    watch.observe(of.place);
    addEventListener('theme', draw, { signal: of.signal });
    of.signal.addEventListener('abort', () => watch.disconnect());
    draw();
}

function picture(of, width) {
    const from = of.job.submit_s;
    const to = Math.max(from + 1, ...of.life.map((one) => one.to));
    const x = (time) => 1 + ((time - from) / (to - from)) * (width - 2);
    const marks = [
        [t('submitted'), of.job.submit_s],
        [t('started'), of.job.start_s],
        [t('ended'), of.job.end_s],
    ].filter(([, time]) => time !== null);
    return html`<svg width=${width} height=${BAR.top + BAR.height + 24 * marks.length} role="img" aria-label=${t('picture')}>
        ${of.life.map((one) => piece(one, x))}
        ${marks.map(([word, time], i) => mark(`${word} ${instant(time, of.origin)}`, x(time), i, width))}
    </svg>`;
}

function piece(one, x) {
    const isRun = one.kind === 'run';
    const left = x(one.from);
    const width = Math.max(1, x(one.to) - left);
    const colour = isRun ? RAN : colourOfReason(one.part.reason);
    const words = isRun ? t('ran', { time: stretch(one.to - one.from) }) : partText(one.part);
    const lost = isRun ? Number(one.stay.lost_s ?? 0) : 0;
    const lostFrom = x(one.to - lost);
    return svg`<g><title>${words} (${stretch(one.to - one.from)})</title>
        <rect x=${left} y=${BAR.top} width=${width} height=${BAR.height} fill=${colour} stroke=${width > 4 ? styled('ground') : 'none'}></rect>
        ${lost > 0 ? svg`<rect x=${lostFrom} y=${BAR.top + BAR.height - 10} width=${x(one.to) - lostFrom} height="10" fill=${styled('bad')}></rect>` : nothing}
        ${widthOf(words) < width - 8
            ? svg`<text x=${left + 6} y=${BAR.top + 24} font-size="0.8125rem" fill=${inkOn(colour)}>${words}</text>`
            : nothing}</g>`;
}

function widthOf(words) {
    return [...words].reduce((sum, letter) => sum + (letter < FIRST_WIDE ? LETTER.narrow : LETTER.wide), 0) * enlarged();
}

function mark(words, at, row, width) {
    const y = BAR.top + BAR.height + 18 + 24 * row;
    const isRight = at > width - LABEL * enlarged();
    return svg`<g><line x1=${at} x2=${at} y1=${BAR.top} y2=${y} stroke=${styled('ink')}></line>
        <text x=${isRight ? at - 6 : at + 6} y=${y} font-size="0.8125rem" fill=${styled('ink')} text-anchor=${isRight ? 'end' : 'start'}>${words}</text></g>`;
}
