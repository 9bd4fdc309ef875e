// Finds jobs of a run by number, user or organization.
import { html, render, nothing } from '/library/lit-html/lit-html.js';
import { ask } from '../parts/ask.js';
import { plain, stretch } from '../parts/numbers.js';
import { speaks } from '../parts/words.js';
import { nameOf, nodesOf, pageOf, stateWord, unitOf } from './told.js';

const t = speaks({
    en: {
        find: 'Find a job: number, user or organization', found: '{found} found', first: ', the first {shown}', none: 'No job is found.',
        show: 'Show', showJob: 'Show job {job} on the chart', waited: 'waited {time}',
    },
    ja: {
        find: 'ジョブを探す（番号・ユーザー・組織）', found: '{found}件', first: '（先頭{shown}件）', none: '該当するジョブはありません。',
        show: '表示', showJob: 'ジョブ{job}を図に表示', waited: '待ち{time}',
    },
});

const MOST = 20;
const STILL_MILLIS = 200; // after the last key

/**
 * Shows a field, and what is found below it.
 * @param {{place: HTMLElement, run: object, signal: AbortSignal, chosen: (job: object) => void}} of
 */
export function search(of) {
    let waits = 0;
    let asked = 0;

    async function find(text) {
        const number = ++asked;
        const answer = text.trim() ? await ask('run/search', { at: of.run.at, text, most: MOST }, of.signal) : null;
        if (number === asked) {
            draw(answer);
        }
    }

    function typed(event) {
        const text = event.target.value;
        clearTimeout(waits);
        waits = setTimeout(() => find(text).catch(() => draw(null)), STILL_MILLIS);
    }

    function draw(answer) {
        render(
            html`<form role="search" class="row" @submit=${(event) => {
                    event.preventDefault();
                    if (answer?.jobs.length) of.chosen(answer.jobs[0]);
                }}>
                    <label>${t('find')} <input type="search" name="find" size="16" autocomplete="off" @input=${typed}></label>
                    <span role="status" class="quiet">${answer ? words(answer) : nothing}</span>
                </form>
                ${answer?.jobs.length
                    ? html`<ol class="found">${answer.jobs.map(
                          (job) => html`<li><a href=${pageOf(of.run, job)}>${nameOf(job)}</a> · ${[
                              job.organization, job.user, nodesOf(job.nodes, unitOf(of.run, job.machine)), t('waited', { time: stretch(job.wait_s) }),
                              stateWord(job.state),
                          ].filter(Boolean).join(' · ')}
                          <button class="plain" @click=${() => of.chosen(job)} aria-label=${t('showJob', { job: job.job })}>${t('show')}</button></li>`,
                      )}</ol>`
                    : nothing}`,
            of.place,
        );
    }

    function words(answer) {
        if (answer.found === 0) {
            return t('none');
        }
        const more = answer.found > answer.jobs.length ? t('first', { shown: answer.jobs.length }) : '';
        return t('found', { found: plain(answer.found) }) + more;
    }

    draw(null);
}
