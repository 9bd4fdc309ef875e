// By what the chart is coloured, and what the colours mean; one organization can be held against the others.
import { html, svg, nothing } from '/library/lit-html/lit-html.js';
import { plain } from '../parts/numbers.js';
import { speaks } from '../parts/words.js';
import { COLOURINGS, scaleOf } from './colouring.js';
import { stateWord } from './told.js';

const t = speaks({
    en: {
        colour: 'Colour', organization: 'organization', size: 'nodes of the job', wait: 'wait', state: 'how it ended', nobody: 'no organization',
        only: 'Show only {name} in colour', all: 'all', nodes: 'nodes', others: '{count} more',
    },
    ja: {
        colour: '色分け', organization: '組織', size: 'ジョブのノード数', wait: '待ち時間', state: '終わり方', nobody: '組織なし',
        only: '{name}だけに色を付ける', all: 'すべて', nodes: 'ノード', others: 'ほか{count}',
    },
});

const MOST = 23; // organizations that are seen at first: those whose colours differ most

/**
 * The choice of the colouring and the legend of the one chosen.
 * @param {{run: object, machine: object, colouring: string, only: string, colour: (name: string) => void, isolate: (name: string) => void}} of
 */
export function legend(of) {
    return html`<div class="row legend">
        <label>${t('colour')} <select name="colour" @change=${(event) => of.colour(event.target.value)}>${COLOURINGS.map(
            (name) => html`<option value=${name} ?selected=${name === of.colouring}>${t(name)}</option>`,
        )}</select></label>
        ${of.colouring === 'organization' ? organizations(of) : of.colouring === 'state' ? states(of) : scale(of)}
    </div>`;
}

function swatch(colour) {
    return html`<svg width="12" height="12" aria-hidden="true">${svg`<rect width="12" height="12" fill=${colour}></rect>`}</svg>`;
}

function organizations(of) {
    const key = (name, i) => {
        const word = name || t('nobody');
        return html`<button class="key" aria-pressed=${of.only === name && name !== '' ? 'true' : 'false'} ?disabled=${name === ''}
            title=${t('only', { name: word })} @click=${() => of.isolate(of.only === name ? '' : name)}>${swatch(of.run.colours[i])} ${word}</button>`;
    };
    const all = of.run.organizations.map(key);
    const isLong = all.length > MOST + 1;
    return html`${isLong ? all.slice(0, MOST) : all}${isLong
        ? html`<details ?open=${of.run.organizations.indexOf(of.only) >= MOST}><summary>${t('others', { count: plain(all.length - MOST) })}</summary><div class="row">${all.slice(MOST)}</div></details>`
        : nothing}${of.only ? html`<button class="plain" @click=${() => of.isolate('')}>${t('all')}</button>` : nothing}`;
}

function states(of) {
    const shown = ['completed', 'killed', 'failed', 'preempted', 'cancelled', 'running'];
    return html`${shown.map((state) => html`<span>${swatch(of.run.state_colours[state])} ${stateWord(state)}</span>`)}`;
}

function scale(of) {
    return html`${scaleOf(of.machine, of.colouring).map(
        ({ word, colour }) => html`<span>${swatch(colour)} ${word}</span>`,
    )}${of.colouring === 'size' ? html`<span class="quiet">${t('nodes')}</span>` : nothing}`;
}
