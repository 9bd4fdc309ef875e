// A machine at an instant of a run: which job holds which place, and how that goes on.
import { html, render, nothing } from '/library/lit-html/lit-html.js';
import { go } from '../app.js';
import { ask } from '../parts/ask.js';
import { instant, percent, plain, stretch } from '../parts/numbers.js';
import { problem, Problem } from '../parts/problem.js';
import { table } from '../parts/table.js';
import { moves } from '../parts/moves.js';
import { timeAxis } from '../parts/timecharts.js';
import { get, link, set } from '../parts/view.js';
import { history, scrubber } from '../machine/charts.js';
import { clock } from '../machine/clock.js';
import { layout } from '../machine/layout.js';
import { links } from '../machine/links.js';
import { drawn } from '../machine/map.js';
import * as told from '../machine/told.js';
import { stateWord } from '../run/told.js';
import { t } from '../machine/words.js';

const SPEEDS = [60, 600, 3600, 6 * 3600, 86400, 7 * 86400]; // seconds of the run in a second
const FEW = 100; // lines of the table at first
const OFTEN = 100; // milliseconds between markers on charts while time passes
const SELDOM = 1000; // milliseconds between tables while time passes

const icon = (path) => html`<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d=${path} fill="currentColor"></path></svg>`;
const upper = (text) => text[0].toUpperCase() + text.slice(1);

export async function show(place, signal) {
    const about = await ask('machine', { at: get('at') }, signal);
    if (about.cells.length === 0) {
        render(html`<h1>${t('title')}</h1>${problem(new Problem(t('noTables'), t('noTablesMaybe')))}`, place);
        return;
    }
    const cell = about.cells.find((one) => one.at === about.at) ?? about.cells[0];
    const run = await read(cell.at, place, signal);
    const { machines } = cell.at === about.at ? about : await ask('machine', { at: cell.at }, signal);
    const name = get('machine') || run.machines[0]?.name;
    const known = run.machines.find((one) => one.name === name) ?? run.machines[0];
    if (!known) {
        throw new Problem(run.problems[0] ?? t('noTables'));
    }
    const made = machines.find((one) => one.name === known.name);
    const unit = ['node', 'accelerator', 'processor'].includes(known.unit) ? known.unit : 'node';
    const policy = `${t('policy', { policy: run.policy ?? cell.at })}${run.seed === null ? '' : `, ${t('seed', { seed: run.seed })}`}`;
    const page = {
        place, signal, about, cell, run, unit, policy, at: cell.at, machine: made ?? { ...known, unit }, isWired: made !== undefined,
        nodes: known.nodes, hasPlaces: known.has_places, origin: run.origin_s, organizations: run.organizations, colours: run.colours,
        problems: [...about.problems, ...run.problems],
    };
    await new View(page).begin();
}

/** The run, once all its jobs have been read. */
async function read(at, place, signal) {
    for (;;) {
        const run = await ask('run', { at }, signal);
        if (run.loaded >= 1) {
            return run;
        }
        render(html`<h1>${t('title')}</h1><p class="quiet" role="status">${t('loading', { percent: percent(run.loaded, 0) })}</p>`, place);
        await new Promise((done) => setTimeout(done, 400));
        signal.throwIfAborted();
    }
}

/** The page while it is looked at. */
class View {
    constructor(page) {
        this.page = page;
        this.from = page.run.from_s;
        this.to = Math.max(page.run.to_s, page.run.from_s + 1);
        this.cursor = undefined;
        this.all = false; // whether the table has all jobs
        this.marked = 0; // when the marker of charts was drawn last
        this.tabled = 0; // when the table was drawn last
        this.speed = SPEEDS.includes(Number(get('speed'))) ? Number(get('speed')) : this.fittingSpeed();
        page.clock = clock({
            at: page.at, machine: page.machine.name, nodes: page.nodes, hasPlaces: page.hasPlaces, signal: page.signal,
            loading: () => {}, changed: (whole, moved) => this.changed(whole, moved), failed: (failure) => this.fail(failure),
        });
        page.clock.setSpeed(this.speed);
    }

    /** The run in about two minutes. */
    fittingSpeed() {
        return SPEEDS.find((speed) => (this.to - this.from) / speed < 120) ?? SPEEDS.at(-1);
    }

    async begin() {
        const { page } = this;
        const wanted = Number(get('time'));
        const start = get('time') !== '' && Number.isFinite(wanted) ? this.within(wanted) : (this.from + this.to) / 2;
        render(this.frame(), page.place);
        const find = (selector) => page.place.querySelector(selector);
        this.parts = {
            answer: find('.answer'), controls: find('.controls'), map: find('.map-place'), pointed: find('.pointed'), windows: find('.windows'),
            legend: find('.legend'), jobs: find('.jobs'), slider: find('#time'), shown: find('.instant'), play: find('.play'), problem: find('.failure'),
        };
        this.axis = timeAxis({
            from: this.from, to: this.to, origin: page.origin, signal: page.signal,
            marker: () => page.clock.time(), picked: (time) => this.seek(time),
        });
        await page.clock.seek(start);
        if (page.hasPlaces) {
            this.drawMap();
        }
        this.changed(true);
        const of = { at: page.at, machine: page.machine.name, signal: page.signal, axis: this.axis, policy: page.policy, origin: page.origin, unit: page.unit };
        await scrubber({ ...of, place: find('.scrub') });
        const linked = { ...of, machine: page.machine, place: find('.links-place'), time: page.clock.time(), failed: (failure) => this.fail(failure) };
        this.showLinks = await links(linked);
        this.showLinks(page.clock.time());
        await history({ ...of, place: find('.history'), measure: page.clock.state().space?.measure });
    }

    within(time) {
        return Math.min(this.to, Math.max(this.from, time));
    }

    frame() {
        const { page } = this;
        const choose = (values) => go(link('machine', { at: page.at, machine: page.machine.name, time: page.clock.time(), ...values }));
        const option = (value, label, chosen) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`;
        const cell = (one) => (one.policy ? `${one.policy}${one.seed === null ? '' : `, ${t('seed', { seed: one.seed })}`}` : one.at);
        return html`<h1>${t('title')}</h1>
            <p class="answer"></p>
            ${page.problems.map((text) => problem(new Problem(text)))}
            <div class="failure"></div>
            ${page.hasPlaces ? nothing : problem(new Problem(t('noPlaces'), t('noPlacesMaybe')))}
            ${page.isWired ? nothing : html`<p class="quiet">${t('noMachine')}</p>`}
            <div class="row">
                <label>${t('run')} <select class="run" @change=${(event) => choose({ at: event.target.value })}>
                    ${page.about.cells.map((one) => option(one.at, cell(one), page.at))}</select></label>
                <label>${t('machine')} <select class="machine" @change=${(event) => choose({ machine: event.target.value })}>
                    ${page.run.machines.map((one) => option(one.name, one.name, page.machine.name))}</select></label>
                ${moves(() => this.axis)}
            </div>
            <figure class="scrub"></figure>
            <div class="row clock">
                <button class="before" title=${t('before')} aria-label=${t('before')} @click=${() => this.step('previous_s')}>${icon('M2 2h2v12H2zM14 2v12L5 8z')}</button>
                <button class="play" @click=${() => this.toggle()}></button>
                <button class="after" title=${t('after')} aria-label=${t('after')} @click=${() => this.step('next_s')}>${icon('M12 2h2v12h-2zM2 2v12l9-6z')}</button>
                <label>${t('speed')} <select class="speed" @change=${(event) => this.setSpeed(Number(event.target.value))}>
                    ${SPEEDS.map((speed) => option(speed, t('perSecond', { stretch: stretch(speed) }), this.speed))}</select></label>
                <label class="grow">${t('time')} <input id="time" type="range" min=${this.from} max=${this.to} step="any"
                    @input=${(event) => this.seek(Number(event.target.value))} @keydown=${(event) => this.slide(event)}></label>
                <output class="instant"></output>
            </div>
            <div class="beside-map">
                <div class="map-place"></div>
                <div class="aside">
                    <div class="pointed"></div>
                    <div class="legend"></div>
                    <div class="windows"></div>
                </div>
            </div>
            <p id="map-keys" class="small quiet noprint" ?hidden=${!page.hasPlaces}>${t('mapKeys')}</p>
            <div class="links-place"></div>
            <div class="history"></div>
            <h2>${t('jobsNow')}</h2>
            <div class="jobs"></div>`;
    }

    drawMap() {
        const { page } = this;
        const wired = { ...page.machine, unit: page.unit, nodes: page.nodes };
        const map = layout(wired, t);
        const nodes = t(`${page.unit}s`);
        const kinds = { torus: 'kindTorus', switches: 'kindSwitches', leaves: 'kindLeaves', flat: 'kindFlat' };
        const kind = t(kinds[map.kind], { count: map.perSquare, nodes, node: t(page.unit), across: map.across, down: map.down });
        const title = document.createElement('figcaption');
        title.append(t('map', { machine: page.machine.name, kind }));
        const inner = document.createElement('div');
        this.parts.map.replaceChildren(title, inner);
        const { clock: its } = page;
        this.map = drawn({
            place: inner, map, signal: page.signal, label: title.textContent, holders: () => its.holders, down: () => its.down,
            colour: (key) => this.colour(key), moved: (square, said) => this.point(square, said),
            chosen: (square) => {
                const { jobs } = told.square(this.said(), square);
                if (jobs.length > 0) {
                    go(link('job', { at: page.at, job: jobs[0].job }));
                }
            },
        });
    }

    colour(key) {
        const job = this.page.clock.jobs().get(key);
        return this.page.colours[this.page.organizations.indexOf(job?.organization)] ?? '#999999';
    }

    said() {
        return { ...this.page };
    }

    point(square, said) {
        this.cursor = square;
        render(told.pointed(this.said(), square), this.parts.pointed);
        const { holders } = this.page.clock;
        this.map.mark(square ? holders[square.nodes[0]] : -1);
        if (square && said) {
            document.getElementById('said').textContent = told.square(this.said(), square).text;
        }
    }

    /** Shows what the clock has come to; all of it, or while time passes what is quickly drawn. */
    changed(whole, moved = true) {
        const { page, parts } = this;
        const { clock: its } = page;
        if (!parts) {
            return;
        }
        const time = its.time();
        parts.slider.value = time;
        parts.slider.setAttribute('aria-valuetext', instant(time, page.origin));
        parts.shown.textContent = instant(time, page.origin);
        const way = its.playing() ? ['M3 2h4v12H3zM9 2h4v12H9z', 'pause'] : ['M3 1v14l11-7z', 'play'];
        render(html`${icon(way[0])} ${t(way[1])}`, parts.play);
        if (whole || performance.now() - this.marked > OFTEN) {
            this.marked = performance.now();
            this.axis.moved();
        }
        if (moved) {
            this.map?.draw();
        }
        this.showLinks?.(time);
        const state = its.state();
        render(
            told.answer({ counts: its.counts(), jobs: its.jobs().size, nodes: page.nodes, unit: page.unit, space: whole ? state.space : undefined }),
            parts.answer,
        );
        if (whole) {
            set({ at: page.at, machine: page.machine.name, time: Math.round(time * 1000) / 1000 });
            render(told.windows(state.windows, page.machine), parts.windows);
            render(state.problems.map((text) => problem(new Problem(text))), parts.problem);
        } else {
            render(nothing, parts.windows); // nobody says when they open and close; they are back when time stands still
        }
        if (whole || performance.now() - this.tabled > SELDOM) {
            this.showJobs();
        }
        if (this.cursor && this.map) {
            render(told.pointed(this.said(), this.cursor), parts.pointed);
            this.map.mark(its.holders[this.cursor.nodes[0]]);
        } else {
            render(page.hasPlaces ? told.pointed(page, undefined) : nothing, parts.pointed);
        }
    }

    showJobs() {
        const { page, parts } = this;
        this.tabled = performance.now();
        const jobs = [...page.clock.jobs().values()].sort((a, b) => b.nodes - a.nodes || a.key - b.key);
        render(told.legend(page, this.nodesOf(jobs)), parts.legend);
        const rows = this.all ? jobs : jobs.slice(0, FEW);
        if (!this.table) {
            this.table = this.jobsTable(rows);
            this.more = document.createElement('div');
            parts.jobs.replaceChildren(this.table, this.more);
        }
        this.table.setRows(rows);
        const all = () => {
            this.all = true;
            this.showJobs();
        };
        render(
            jobs.length > rows.length
                ? html`<p class="quiet">${t('biggest', { count: FEW })} <button class="more" @click=${all}>${t('showAll', { count: plain(jobs.length) })}</button></p>`
                : nothing,
            this.more,
        );
    }

    /** How many nodes each organization holds; or has asked for, where nodes have no places. */
    nodesOf(jobs) {
        const { clock: its, hasPlaces } = this.page;
        const held = new Map();
        its.holders.forEach((key) => key >= 0 && held.set(key, (held.get(key) ?? 0) + 1));
        const nodesOf = new Map();
        for (const job of jobs) {
            const nodes = hasPlaces ? (held.get(job.key) ?? 0) : job.nodes;
            nodesOf.set(job.organization, (nodesOf.get(job.organization) ?? 0) + nodes);
        }
        return nodesOf;
    }

    jobsTable(rows) {
        const { page } = this;
        const time = (key) => (row) => (row[key] === null ? '–' : instant(row[key], page.origin));
        return table({
            name: `${t('jobsNow')}, ${page.machine.name}, ${page.policy}`,
            columns: [
                { key: 'job', label: t('job'), text: true, show: (row) => html`<a href=${link('job', { at: page.at, job: row.job })}>${row.job}</a>` },
                { key: 'organization', label: t('organization'), text: true },
                { key: 'user', label: t('user'), text: true },
                { key: 'nodes', label: upper(t(`${page.unit}s`)), show: (row) => plain(row.nodes) },
                { key: 'start_s', label: t('started'), rawUnit: 's', show: time('start_s') },
                { key: 'end_s', label: t('ends'), rawUnit: 's', show: time('end_s') },
                { key: 'state', label: t('state'), text: true, show: (row) => stateWord(row.state) },
            ],
            rows,
        });
    }

    seek(time) {
        this.page.clock.seek(this.within(time)).catch((failure) => this.fail(failure));
    }

    /** To the next change, or the one before. */
    async step(which) {
        const { clock: its } = this.page;
        if (its.playing()) {
            its.pause();
        }
        const to = its.state()?.[which];
        if (to !== null && to !== undefined) {
            this.seek(to);
        }
    }

    /** Arrow keys on the slider move by a thousandth of the run, with Shift by a change. */
    slide(event) {
        const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
        if (way) {
            event.preventDefault();
            if (event.shiftKey) {
                this.step(way < 0 ? 'previous_s' : 'next_s');
            } else {
                this.seek(this.page.clock.time() + (way * (this.to - this.from)) / 1000);
            }
        }
    }

    toggle() {
        const { clock: its } = this.page;
        if (its.playing()) {
            its.pause();
        } else {
            if (its.time() >= this.to) {
                its.seek(this.from).then(() => its.play(this.to)).catch((failure) => this.fail(failure));
                return;
            }
            its.play(this.to);
            this.changed(false);
        }
    }

    setSpeed(speed) {
        this.speed = speed;
        this.page.clock.setSpeed(speed);
        set({ speed });
    }

    fail(failure) {
        if (failure.name !== 'AbortError') {
            render(problem(failure), this.parts.problem);
        }
    }
}
