// A scenario: its form, its text, what is wrong with it, and its run.
import { html, nothing, render } from '/library/lit-html/lit-html.js';
import { ask, tell } from '../parts/ask.js';
import { problem } from '../parts/problem.js';
import { table } from '../parts/table.js';
import { all, get, link, set } from '../parts/view.js';
import { learn, local } from '../parts/told.js';
import { speaks } from '../parts/words.js';
import { keep, kept } from '../scenario/draft.js';
import { form } from '../scenario/form.js';
import { panel, stateOf, withSeeds } from '../scenario/runs.js';
import { reader } from '../scenario/schema.js';
import { goToField, paper } from '../scenario/text.js';

const t = speaks({
    en: {
        title: 'What if {name} were run differently?', which: 'Which scenario is to be changed?', kind: 'Kind', study: 'study', file: 'file', scenario: 'Scenario', scenarios: 'Scenarios',
        none: "There is no scenario in the served folder. 'dandori run' leaves one with each study; a file whose first key is 'scenario' is listed too.",
        checking: 'Checking …', good: 'Valid: {size}.', bad: '{count} to mend', changes: 'Changes', undo: 'Undo', undoOf: 'Undo {change}', undoAll: 'Undo all', noChanges: 'No changes yet.',
        form: 'The form', text: 'Text', run: 'Run', noForm: 'The form comes back when the text is YAML again.', tooLong: 'These changes are too long for the address: it leads to the scenario without them.',
        restored: 'What was changed here before is here again.', discard: 'Discard it',
        said: 'Begun: {name}', ended: '{name}: {state}',
    },
    ja: {
        title: '{name}の条件を変えて実行すると？', which: 'どのシナリオを変更しますか', kind: '種類', study: 'スタディ', file: 'ファイル', scenario: 'シナリオ', scenarios: 'シナリオ',
        none: 'このフォルダにシナリオはありません。dandori run の結果フォルダと、キー scenario で始まるYAMLファイルが表示されます。',
        checking: '確認中…', good: '問題なし：{size}。', bad: '問題 {count} 件', changes: '変更', undo: '元に戻す', undoOf: '{change}を元に戻す', undoAll: 'すべて元に戻す', noChanges: '変更はまだありません。',
        form: 'フォーム', text: 'テキスト', run: '実行', noForm: 'テキストがYAMLとして読めるようになると、フォームが表示されます。', tooLong: '変更が長いためアドレスに入りません。アドレスは変更前のシナリオを指します。',
        restored: '前回ここで変更した内容を復元しました。', discard: '破棄する',
        said: '{name}を開始しました', ended: '{name}：{state}',
    },
});

const LONGEST_ADDRESS = 1800;
const PAUSE_MS = 250;
const LOOK_MS = 700;

/** The look of this page alone. */
function dress() {
    if (!document.querySelector('link[href="/page/scenario/scenario.css"]')) {
        const sheet = document.createElement('link');
        sheet.rel = 'stylesheet';
        sheet.href = '/page/scenario/scenario.css';
        return new Promise((done) => {
            sheet.onload = sheet.onerror = done;
            document.head.append(sheet);
        });
    }
    return undefined;
}

function say(words) {
    document.getElementById('said').textContent = words;
}

export async function show(place, signal) {
    await Promise.all([dress(), learn('issues', 'keys', 'parts')]);
    if (!get('at')) {
        return choose(place, signal);
    }
    const [opened, schema, began] = await Promise.all([
        ask('scenario', { at: get('at') }, signal),
        ask('scenario/schema', {}, signal),
        ask('scenario/runs', {}, signal),
    ]);
    return new Bench(place, signal, opened, reader(schema), began.runs).begin();
}

/** The scenarios that there are. */
async function choose(place, signal) {
    const { scenarios } = await ask('scenario/list', {}, signal);
    render(
        html`<h1>${t('which')}</h1>
            ${scenarios.length
                ? table({
                      name: t('scenarios'),
                      columns: [
                          { key: 'at', label: t('scenario'), text: true, show: (row) => html`<a href=${link('scenario', { at: row.at || '.' })}>${row.at || '.'}</a>` },
                          { key: 'study', label: t('kind'), text: true, value: (row) => t(row.study ? 'study' : 'file') },
                      ],
                      rows: scenarios,
                  })
                : html`<p>${t('none')}</p>`}`,
        place,
    );
}

/** Where one scenario is worked on. */
class Bench {
    constructor(place, signal, opened, schema, runs) {
        Object.assign(this, { place, signal, opened, schema, runs });
        const draft = kept(opened);
        const asked = all('set').filter((one) => one.indexOf('=') > 0);
        this.text = draft?.text ?? opened.text;
        this.settings = asked.length > 0 ? asked : (draft?.settings ?? []); // who follows an address sees what it says
        this.isRestored = draft !== null && (this.text !== opened.text || asked.length === 0);
        this.adding = new Map();
        this.tree = null;
        this.issues = [];
        this.size = '';
        this.isChecked = false;
        this.failure = null;
        this.name = '';
        this.seeds = '';
        this.asked = 0;
    }

    async begin() {
        this.name = this.newName();
        this.showSettings();
        await this.check();
        this.watch();
    }

    /** A name that is not taken yet, as far as the page knows. */
    newName() {
        const base = (this.opened.at.split('/').pop() || 'study').replace(/\.ya?ml$/, '').replace(/-\d+$/, '').replace(/[^A-Za-z0-9._-]/g, '-').replace(/^\./, '');
        let n = 2;
        while (this.runs.some((run) => run.at.split('/').pop() === `${base}-${n}`) || this.opened.at === `${base}-${n}`) n++;
        return `${base}-${n}`;
    }

    posted() {
        return { at: this.opened.at || '.', text: this.text, sets: this.settings };
    }

    /** Asks what is wrong; of several answers the newest counts. */
    async check() {
        const number = ++this.asked;
        this.isChecked = false;
        try {
            const found = await tell('scenario/check', this.posted(), this.signal);
            if (number !== this.asked) {
                return;
            }
            this.tree = found.tree !== null && typeof found.tree === 'object' && !Array.isArray(found.tree) ? found.tree : null;
            this.issues = found.issues;
            this.size = found.size;
            this.isChecked = true;
            this.fault = null;
        } catch (failure) {
            if (this.signal.aborted || number !== this.asked) {
                return;
            }
            this.fault = failure;
        }
        this.draw();
    }

    later() {
        clearTimeout(this.timer);
        this.asked++;
        this.isChecked = false;
        this.timer = setTimeout(() => this.signal.aborted || this.check(), PAUSE_MS);
    }

    /** Takes new changes; the focus goes where the reader goes on. */
    change(settings, focus = '') {
        this.settings = settings;
        keep(this.opened, this.text, settings);
        this.showSettings();
        this.failure = null;
        if (focus) {
            this.check().then(() => goToField(focus.replace(/^at-/, '')));
        } else {
            this.later();
        }
        this.draw();
    }

    /** The address has the settings, as long as it has room. */
    showSettings() {
        const { settings } = this;
        const query = new URLSearchParams([['at', this.opened.at || '.'], ...settings.map((one) => ['set', one])]).toString();
        this.isTooLong = query.length > LONGEST_ADDRESS;
        set({ set: this.isTooLong ? [] : settings });
    }

    /** Back to the scenario as it was opened. */
    discard() {
        this.text = this.opened.text;
        this.isRestored = false;
        this.change([]);
    }

    typed(text) {
        this.text = text;
        keep(this.opened, text, this.settings);
        this.later();
        this.draw();
    }

    async run() {
        const name = this.name;
        try {
            await tell('scenario/run', { ...this.posted(), sets: withSeeds(this.settings, this.seeds), name }, this.signal);
            this.failure = null;
            say(t('said', { name }));
            await this.look();
            this.name = this.newName();
        } catch (failure) {
            this.failure = failure;
        }
        this.draw();
        this.watch();
    }

    async order(what, at) {
        try {
            await tell(`scenario/${what}`, { at }, this.signal);
            this.failure = null;
            await this.look();
        } catch (failure) {
            this.failure = failure;
        }
        this.draw();
        this.watch();
    }

    async look() {
        const before = new Map(this.runs.map((run) => [run.at, run.state]));
        this.runs = (await ask('scenario/runs', {}, this.signal)).runs;
        for (const run of this.runs) {
            if (before.has(run.at) && before.get(run.at) !== run.state && !this.isOpen(run)) {
                say(t('ended', { name: run.at, state: stateOf(run) }));
            }
        }
    }

    isOpen(run) {
        return run.state === 'queued' || run.state === 'running';
    }

    /** Looks again and again while something runs. */
    watch() {
        clearTimeout(this.watching);
        if (this.signal.aborted || !this.runs.some((run) => this.isOpen(run))) {
            return;
        }
        this.watching = setTimeout(async () => {
            try {
                await this.look();
            } catch (failure) {
                if (this.signal.aborted) {
                    return;
                }
                this.failure = failure;
            }
            this.draw();
            this.watch();
        }, LOOK_MS);
    }

    verdict() {
        if (this.fault) {
            return problem(this.fault);
        }
        const words = !this.isChecked
            ? html`<span class="quiet">${t('checking')}</span>`
            : this.issues.length
                ? html`<a class="bad" href="#issues" @click=${(event) => this.jump(event, 'issues')}>✗ ${t('bad', { count: this.issues.length })}</a>`
                : html`<span class="good">✓ ${t('good', { size: this.size.split(' · ').map(local).join(' · ') })}</span>`;
        return html`<p role="status">${words}</p>`;
    }

    /** Goes to a place of this page without a new address. */
    jump(event, id) {
        event.preventDefault();
        const to = document.getElementById(id);
        to.focus();
        to.scrollIntoView({ block: 'center' });
    }

    changes() {
        return html`<h2 class="unseen">${t('changes')}</h2>
            ${this.settings.length
                ? html`<ul class="changes">${this.settings.map((one, i) => html`<li><code title=${one}>${one}</code>
                        <button type="button" class="plain" aria-label=${t('undoOf', { change: one })}
                            @click=${() => this.change(this.settings.filter((other, j) => j !== i))}>${t('undo')}</button></li>`)}
                    ${this.settings.length > 1 ? html`<li><button type="button" class="plain" @click=${() => this.change([])}>${t('undoAll')}</button></li>` : nothing}</ul>`
                : html`<p class="quiet small">${t('noChanges')}</p>`}
            ${this.isTooLong ? html`<p class="quiet small">${t('tooLong')}</p>` : nothing}`;
    }

    draw(focus = '') {
        if (this.signal.aborted) {
            return;
        }
        render(
            html`<h1>${t('title', { name: this.opened.at || '.' })}</h1>
                <div class="verdict row">${this.verdict()}<a href="#text" @click=${(event) => this.jump(event, 'text')}>${t('text')}</a>
                    <a href="#run-name" @click=${(event) => this.jump(event, 'run-name')}>${t('run')}</a></div>
                ${this.isRestored ? html`<p class="restored">${t('restored')} <button type="button" @click=${() => this.discard()}>${t('discard')}</button></p>` : nothing}
                ${this.changes()}
                <div class="bench">
                    <div><h2>${t('form')}</h2>${this.tree
                        ? form({
                              schema: this.schema, tree: this.tree, settings: this.settings, issues: this.issues, adding: this.adding,
                              change: (settings, to) => this.change(settings, to), redraw: (to) => this.draw(to),
                          })
                        : html`<p class="quiet">${t('noForm')}</p>`}</div>
                    <div class="paper">${paper({
                        text: this.text, issues: this.issues, settings: this.settings, isChecked: this.isChecked, typed: (text) => this.typed(text),
                    })}</div>
                </div>
                ${panel({
                    opened: this.opened, name: this.name, seeds: this.seeds, settings: this.settings, text: this.text, failure: this.failure, runs: this.runs,
                    isTextChanged: this.text !== this.opened.text, isChecked: this.isChecked, issues: this.issues,
                    named: (name) => { this.name = name; this.draw(); }, seeded: (seeds) => { this.seeds = seeds; this.draw(); },
                    run: () => this.run(), cancel: (at) => this.order('cancel', at), resume: (at) => this.order('resume', at),
                })}`,
            this.place,
        );
        if (focus) {
            document.getElementById(focus)?.focus();
        }
    }
}
