// The list of studies: what was asked, how far it is; tick some to compare them.
import { html, render, nothing } from '/library/lit-html/lit-html.js';
import { ask } from '../parts/ask.js';
import { table } from '../parts/table.js';
import { plain } from '../parts/numbers.js';
import { asIs, said } from '../parts/problem.js';
import { all, get, set, link } from '../parts/view.js';
import { language, speaks } from '../parts/words.js';
import { listen, progress, stateText, stateWords } from '../study/state.js';

const t = speaks({
    en: {
        title: 'What has been simulated?', studies: 'Studies', study: 'Study', state: 'State', question: 'Question', policies: 'Policies', machines: 'Machines', when: 'Changed', sinceEpoch: 's since 1970 UTC',
        find: 'Find', any: 'any state', compare: 'Compare {count} studies', pick: 'Tick two studies or more to compare them', tick: 'Compare {study}', some: '{count} of {of}', replay: 'replay of a trace',
        empty: 'There is nothing here yet.', todo: 'runs an example; it appears here while it is simulated.', none: 'No study is like that.', shard: 'part {shard}', simulations: 'Simulations', pickColumn: 'Compare',
    },
    ja: {
        title: '何をシミュレーションしたか', studies: 'スタディ一覧', study: 'スタディ', state: '状態', question: '問い', policies: '方針', machines: 'マシン', when: '更新', sinceEpoch: '1970年（UTC）からの秒',
        find: '検索', any: 'すべての状態', compare: '{count}件のスタディを比較', pick: '比較するには二つ以上を選んでください', tick: '{study}を比較に加える', some: '{of}件中{count}件', replay: 'トレースの再生',
        empty: 'まだ何もありません。', todo: 'で例を実行すると、計算中からここに表示されます。', none: '該当するスタディはありません。', shard: '分割{shard}', simulations: 'シミュレーション', pickColumn: '比較',
    },
});

const STATES = ['running', 'complete', 'incomplete', 'broken_off', 'newer', 'damaged'];
const COMMAND = './dandori run scenarios/examples/first-steps.yaml';

export async function show(place, signal) {
    const lines = new Map((await ask('studies', {}, signal)).studies.map((line) => [line.at, line]));
    if (signal.aborted) {
        return;
    }
    const ticked = new Set(all('at'));
    render(
        html`<h1>${t('title')}</h1>
            <div class="row noprint">
                <label>${t('find')} <input type="search" name="find" .value=${get('find')} @input=${(e) => choose({ find: e.target.value })}></label>
                <label>${t('state')} <select name="state" @change=${(e) => choose({ state: e.target.value })}>
                    <option value="">${t('any')}</option>${STATES.map((state) => html`<option value=${state} ?selected=${state === get('state')}>${stateText(state)}</option>`)}</select></label>
                <span class="compare"></span><span class="quiet count" role="status"></span>
            </div>
            <div class="list"></div>`,
        place,
    );
    const list = place.querySelector('.list');

    function choose(values) {
        set(values);
        draw();
    }

    function tick(at, on) {
        ticked[on ? 'add' : 'delete'](at);
        set({ at: [...ticked] });
        drawCompare();
    }

    function isWanted(line) {
        const words = get('find').toLowerCase().split(/\s+/).filter(Boolean);
        const text = [line.at, line.question, line.scenario, stateText(line.state), ...(line.policies ?? []), ...(line.machines ?? []).map((one) => one.name)].join(' ').toLowerCase();
        return (!get('state') || line.state === get('state')) && words.every((word) => text.includes(word));
    }

    function drawCompare() {
        const some = [...ticked].filter((at) => lines.has(at));
        const query = new URLSearchParams(some.map((at) => ['at', at]));
        render(
            some.length > 1
                ? html`<a class="button" href=${`/compare?${query}`}>${t('compare', { count: some.length })}</a>`
                : html`<span class="quiet small">${lines.size > 1 ? t('pick') : nothing}</span>`,
            place.querySelector('.compare'),
        );
    }

    const cells = (line) => (line.state === 'damaged' ? '' : line.state === 'running' ? progress(line) : line.state === 'complete' ? plain(line.cells_done) : `${plain(line.cells_done)} / ${plain(line.cells_planned)}`);
    const policies = (line) => line.policies ?? [];
    const machines = (line) => (line.machines ?? []).map((one) => one.name);
    const names = (all) => html`<div class="names">${all.map((name, i) => html`${i ? ' ' : ''}<span class="name">${name}${i < all.length - 1 ? ',' : ''}</span>`)}</div>`;
    const page = (line) => link(line.kind === 'replay' ? 'run' : 'study', { at: line.at });
    const question = (line) => line.problem ?? (line.question || (line.kind === 'replay' ? t('replay') : line.scenario ?? ''));
    const columns = [
        {
            key: 'pick', label: t('pickColumn'), text: true, value: (line) => (ticked.has(line.at) ? 1 : 0),
            show: (line) => (line.kind === 'study' && line.state !== 'damaged'
                ? html`<input type="checkbox" aria-label=${t('tick', { study: line.at })} .checked=${ticked.has(line.at)} @change=${(e) => tick(line.at, e.target.checked)}>` : ''),
        },
        { key: 'at', label: t('study'), text: true, isName: true, show: (line) => html`<a href=${page(line)}>${line.at || '.'}</a>` },
        { key: 'question', label: t('question'), text: true, value: question, show: (line) => html`<div class=${line.problem ? 'wide bad' : 'wide'}>${line.problem ? said(line.problem) : asIs(question(line))}</div>` },
        { key: 'state', label: t('state'), text: true, show: (line) => html`${stateWords(line.state, line.quiet_min)}${line.shard ? html` <span class="quiet">${t('shard', line)}</span>` : nothing}` },
        { key: 'cells_done', label: t('simulations'), show: cells },
        { key: 'policies', label: t('policies'), text: true, value: (line) => policies(line).join(', '), show: (line) => names(policies(line)) },
        { key: 'machines', label: t('machines'), text: true, value: (line) => machines(line).join(', '), show: (line) => names(machines(line)) },
        { key: 'changed_s', label: t('when'), rawUnit: t('sinceEpoch'), text: true, show: (line) => when(line.changed_s) },
    ];

    let shownRows = [];
    let made;

    function draw() {
        shownRows = [...lines.values()].filter(isWanted);
        place.querySelector('.count').textContent = lines.size ? t('some', { count: shownRows.length, of: lines.size }) : '';
        drawCompare();
        if (!lines.size) {
            render(html`<p>${t('empty')}</p><p><code>${COMMAND}</code> ${t('todo')}</p>`, list);
        } else if (!shownRows.length) {
            render(html`<p>${t('none')}</p>`, list);
        } else {
            made ??= table({ name: t('studies'), columns, rows: [] });
            made.setRows(shownRows);
            render(made, list);
        }
    }
    draw();
    listen((changed, { all, gone }) => {
        if (all) {
            lines.clear();
        }
        gone.forEach((at) => lines.delete(at));
        changed.forEach((line) => lines.set(line.at, line));
        draw();
    }, signal);
}

function when(seconds) {
    const day = new Date(seconds * 1000);
    if (day.toDateString() === new Date().toDateString()) {
        return day.toLocaleTimeString(language() === 'ja' ? 'ja-JP' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
    }
    return Number.isFinite(seconds)
        ? day.toLocaleString(language() === 'ja' ? 'ja-JP' : 'en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
        : '–';
}
