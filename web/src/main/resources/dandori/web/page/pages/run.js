// A run: who had which nodes, when.
import { html, render, nothing } from '/library/lit-html/lit-html.js';
import { go } from '../app.js';
import { address, ask } from '../parts/ask.js';
import { metric } from '../parts/metrics.js';
import { instant, percent, plain, short, stretch } from '../parts/numbers.js';
import { asIs, said } from '../parts/problem.js';
import { table } from '../parts/table.js';
import { roomFor } from '../parts/endnames.js';
import { timeAxis } from '../parts/timecharts.js';
import { get, link, set } from '../parts/view.js';
import { speaks } from '../parts/words.js';
import { COLOURINGS } from '../run/colouring.js';
import { gantt } from '../run/gantt.js';
import { legend } from '../run/legend.js';
import { lines } from '../run/lines.js';
import { search } from '../run/search.js';
import { nodesOf, pageOf, stateWord, told } from '../run/told.js';

const t = speaks({
    en: {
        title: 'Who had which nodes, when?', seed: 'seed {seed}', machine: 'Machine', chart: 'Nodes over time', of: '{nodes} of {machine} · {jobs} jobs in the whole run · {policy}',
        rows: 'Nodes have no places in this run: the rows show how many were busy, not which.',
        loading: 'Reading jobs.csv.gz: {percent}, {jobs} jobs so far.', nothing: 'No job of this run has started.',
        keys: 'Drag or + and − zoom the time, the wheel too; Shift and wheel, or Shift and ↑ ↓, the nodes. Arrows and Shift and drag move. 0 or a double click shows all. Home, End: the ends.',
        area: 'Jobs on nodes over time. {keys}', point: 'Point at a job to see whose it is; click it for its own page.',
        idle: 'Nobody had this node.', earlier: 'Earlier', later: 'Later', closer: 'Zoom time in', wider: 'Zoom time out',
        fewer: 'Fewer nodes', more: 'More nodes', all: 'All', inView: 'Jobs in view', tooMany: 'More than {most} jobs are in view. Zoom in to list them all.', longest: 'The {most} longest waits in view', largest: 'The {most} largest jobs in view',
        showLongest: 'Show the longest waits', showLargest: 'Show the largest jobs',
        job: 'Job', organization: 'Organization', user: 'User', submit: 'Submitted', start: 'Start', end: 'End', wait: 'Wait', nodes: 'Nodes',
        state: 'State', files: 'Files', atMachine: 'The machine at this time', figures: 'Figures of the run',
        series: 'What was busy, and what waited?', bytes: '{size} kB',
    },
    ja: {
        title: 'いつ、誰がどのノードを使ったか', seed: 'シード{seed}', machine: 'マシン', chart: 'ノードと時間', of: '{machine}の{nodes} · 実行全体で{jobs}ジョブ · {policy}',
        rows: 'この実行ではノードの位置を区別しません。行は使用中の数を示し、どのノードかは示しません。',
        loading: 'jobs.csv.gz を読み込み中：{percent}、これまでに{jobs}ジョブ。', nothing: 'この実行では、開始したジョブがありません。',
        keys: 'ドラッグ、ホイール、+ − で時間を拡大・縮小。Shift+ホイール、Shift+↑↓ でノードを拡大・縮小。矢印キーと Shift+ドラッグで移動。0 またはダブルクリックで全体。Home と End で両端。',
        area: 'ノードと時間の上のジョブ。{keys}', point: 'ジョブを指すと内容が表示されます。クリックするとジョブのページを開きます。',
        idle: 'このノードは空いていました。', earlier: '前へ', later: '次へ', closer: '時間を拡大', wider: '時間を縮小',
        fewer: 'ノードを絞る', more: 'ノードを広げる', all: '全体', inView: '表示中のジョブ', tooMany: '表示範囲に{most}件を超えるジョブがあります。拡大するとすべて一覧できます。', longest: '表示中で待ち時間の長い{most}ジョブ', largest: '表示中で大きい{most}ジョブ',
        showLongest: '待ち時間の長い順', showLargest: '大きい順',
        job: 'ジョブ', organization: '組織', user: 'ユーザー', submit: '投入', start: '開始', end: '終了', wait: '待ち時間', nodes: 'ノード数',
        state: '状態', files: 'ファイル', atMachine: 'この時刻のマシン', figures: 'この実行の指標',
        series: '稼働と待ちの推移', bytes: '{size} kB',
    },
});

const FIGURES = {
    utilization: percent, useful_utilization: percent, jobs: plain, unfinished: plain, wait_median_s: stretch, wait_p95_s: stretch,
    bounded_slowdown_mean: short,
};

const MOST_LISTED = 1500; // jobs that are drawn one by one
const MOST_GREATEST = 50; // that are listed of more
const STILL_MILLIS = 250; // after which what is in view is listed
const LOOK_AGAIN_MILLIS = 400; // while the run is read

export async function show(place, signal) {
    const at = get('at');
    const run = await ask('run', { at }, signal);
    const wanted = get('machine') || (get('job') && (await jobOf(at, get('job'), signal))?.machine);
    const machine = run.machines.find((one) => one.name === wanted) ?? run.machines[0] ?? { name: '', unit: '', nodes: 0, has_places: true, pools: [] };
    new RunPage(place, run, machine, signal).begin();
}

/** The job of a number, where it is among those that are read; undefined if not. */
async function jobOf(at, number, signal) {
    const { jobs } = await ask('run/search', { at, text: number, most: 1 }, signal);
    return jobs.find((one) => one.job === number);
}

/** The page of a run on one of its machines. */
class RunPage {
    constructor(place, run, machine, signal) {
        Object.assign(this, { place, run, machine, signal });
        this.colouring = COLOURINGS.includes(get('colour')) ? get('colour') : 'organization';
        this.only = get('only');
        this.listed = null; // the jobs in view, if they are few
        this.greatest = null; // of many, those that waited longest or have most nodes
        this.greatestBy = 'wait';
        this.inHand = null; // the job that is told of
        this.framed = null; // the job that was searched for
        this.failure = null;
        this.ofSeries = []; // what is wrong with the files of the series
    }

    async begin() {
        render(this.frame(), this.place);
        const part = (name) => this.place.querySelector(`[data-part="${name}"]`);
        this.parts = Object.fromEntries(['state', 'legend', 'told', 'list', 'series', 'search', 'machine'].map((name) => [name, part(name)]));
        const from = Number(get('from') || NaN);
        const to = Number(get('to') || NaN);
        this.asked = from < to ? { from, to } : null;
        this.axis = timeAxis({
            ...this.span(),
            origin: this.run.origin_s,
            right: Math.min(roomFor(Math.max(0, ...this.machine.pools.map((pool) => pool.name.length))), 0.27 * this.place.clientWidth),
            signal: this.signal,
        });
        if (this.asked) {
            this.axis.zoom(from, to, false);
        }
        this.chart = gantt({
            place: part('chart'),
            axis: this.axis,
            run: this.run,
            machine: this.machine,
            signal: this.signal,
            first: Number(get('first')) || 0,
            nodes: Number(get('nodes')) || this.machine.nodes,
            colouring: () => this.colouring,
            only: () => this.only,
            moved: () => this.moved(),
            painted: () => this.painted(),
            failed: (failure) => this.failed(failure),
            pointed: (time, node) => this.pointed(time, node),
            clicked: (time, node) => this.clicked(time, node),
        });
        this.drawState();
        this.drawLegend();
        this.tell(null);
        search({ place: this.parts.search, run: this.run, signal: this.signal, chosen: (job) => this.choose(job) });
        this.chart.grow(this.machine, this.run.loaded === 1 ? this.run.version : null);
        this.moved();
        document.addEventListener('keydown', (press) => press.key === 'Escape' && this.letGo(), { signal: this.signal });
        this.restoreJob().catch((failure) => this.failed(failure));
        this.showSeries().catch((failure) => this.failed(failure));
        this.follow().catch((failure) => this.failed(failure));
    }

    /** The whole of time; while it is read, what the address asks for is believed. */
    span() {
        const { from_s: from, to_s: to, loaded } = this.run;
        const known = { from, to: Math.max(to, from + 1) };
        return loaded === 1 || !this.asked ? known : { from: Math.min(known.from, this.asked.from), to: Math.max(known.to, this.asked.to) };
    }

    frame() {
        const { run, machine } = this;
        const name = [run.policy, run.seed === null ? '' : t('seed', { seed: run.seed }), run.scenario].filter(Boolean).join(' · ');
        this.policy = run.policy ?? run.at;
        return html`<h1>${t('title')}</h1>
            <p class="quiet">${name}${run.description ? html`<br>${asIs(run.description)}` : nothing}</p>
            ${run.figures ? html`<dl class="figures" aria-label=${t('figures')}>${Object.entries(FIGURES).map(([key, show]) =>
                run.figures[key] === undefined || run.figures[key] === null
                    ? nothing
                    : html`<div><dt>${metric(key).label}</dt><dd data-figure=${key}>${run.figures[`${key}_at_least`] ? '≥ ' : ''}${show(run.figures[key])}</dd></div>`,
            )}</dl>` : nothing}
            <div class="row">
                ${run.machines.length > 1
                    ? html`<label>${t('machine')} <select name="machine" @change=${(event) => this.turnTo(event.target.value)}>${run.machines.map(
                          (one) => html`<option value=${one.name} ?selected=${one.name === machine.name}>${one.name}</option>`,
                      )}</select></label>`
                    : nothing}
                <div data-part="search"></div>
            </div>
            <div data-part="state"></div>
            <figure class="gantt">
                <figcaption><span data-part="caption"></span></figcaption>
                <div data-part="legend"></div>
                <div class="row told"><p data-part="told"></p></div>
                <div data-part="chart" class="chart" tabindex="0" role="application" aria-label=${t('area', { keys: t('keys') })}></div>
                <div class="row moves noprint">${this.buttons()}<a data-part="machine">${t('atMachine')}</a><span class="quiet small">${t('keys')}</span></div>
            </figure>
            <h2>${t('series')}</h2>
            <div data-part="series"></div>
            <div data-part="list"></div>
            <h2>${t('files')}</h2>
            <ul class="links">${run.files.map(
                (file) => html`<li><a href=${address('run/file', { at: run.at, name: file.name })} download>${file.name}</a>
                    <span class="quiet small">${t('bytes', { size: plain(file.bytes / 1000, file.bytes < 10_000 ? 1 : 0) })}</span></li>`,
            )}</ul>`;
    }

    buttons() {
        const button = (word, label, does) => html`<button aria-label=${label} title=${label} @click=${() => does(this.chart)}>${word}</button>`;
        return html`${button('←', t('earlier'), (chart) => chart.pan(-0.5, 0))}${button('→', t('later'), (chart) => chart.pan(0.5, 0))}
            ${button('+', t('closer'), (chart) => chart.zoomTime(0.5, 0.5))}${button('−', t('wider'), (chart) => chart.zoomTime(2, 0.5))}
            ${button('↕ +', t('fewer'), (chart) => chart.zoomNodes(0.5, 0.5))}${button('↕ −', t('more'), (chart) => chart.zoomNodes(2, 0.5))}
            ${button(t('all'), t('all'), (chart) => chart.whole())}`;
    }

    drawState() {
        const { run, machine } = this;
        const problems = [...run.problems, ...this.ofSeries, ...(this.failure ? [this.failure.message] : [])];
        render(
            html`${run.loaded < 1 ? html`<p role="status">${t('loading', { percent: percent(run.loaded, 0), jobs: plain(run.jobs) })}
                    <progress max="1" .value=${run.loaded}></progress></p>` : nothing}
                ${problems.length ? html`<div class="problem" role="alert">${problems.map((problem) => html`<p>${said(problem)}</p>`)}</div>` : nothing}
                ${run.loaded === 1 && run.jobs === 0 ? html`<p>${t('nothing')}</p>` : nothing}
                ${!machine.has_places && run.jobs > 0 ? html`<p class="quiet">${t('rows')}</p>` : nothing}`,
            this.parts.state,
        );
        const caption = t('of', { jobs: plain(run.jobs), nodes: nodesOf(machine.nodes, machine.unit), machine: machine.name, policy: this.policy });
        render(html`${t('chart')} <span class="quiet">· ${caption}</span>`, this.place.querySelector('[data-part="caption"]'));
    }

    drawLegend() {
        const { run, machine, colouring, only } = this;
        const changed = () => {
            set({ colour: this.colouring === 'organization' ? '' : this.colouring, only: this.only });
            this.drawLegend();
            this.chart.repaint();
            this.chart.refresh();
        };
        render(
            legend({
                run, machine, colouring, only,
                colour: (name) => {
                    this.colouring = name;
                    changed();
                },
                isolate: (name) => {
                    this.only = name;
                    changed();
                },
            }),
            this.parts.legend,
        );
    }

    turnTo(machine) {
        go(link('run', { at: this.run.at, machine }));
    }

    /** While the run is read: how much there is, and more of the picture. */
    async follow() {
        while (this.run.loaded < 1 && !this.signal.aborted) {
            await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLIS));
            const now = await ask('run', { at: this.run.at }, this.signal);
            const isMore = now.jobs !== this.run.jobs || now.loaded === 1;
            Object.assign(this.run, now);
            this.drawState();
            if (!isMore) {
                continue; // the picture would be the same
            }
            this.machine = now.machines.find((one) => one.name === this.machine.name) ?? now.machines[0] ?? this.machine;
            const { from, to } = this.span();
            this.axis.extend(from, to);
            this.chart.grow(this.machine, now.loaded === 1 ? now.version : null);
            this.drawState();
            this.drawLegend();
            if (now.loaded === 1 && this.framed === null) {
                await this.restoreJob();
            }
        }
    }

    async showSeries() {
        const series = await ask('run/series', { at: this.run.at, machine: this.machine.name }, this.signal);
        this.ofSeries = series.problems.filter((problem) => !problem.startsWith('There is no'));
        this.drawState();
        lines({ place: this.parts.series, axis: this.axis, series, machine: this.machine, policy: this.policy, origin: this.run.origin_s });
    }

    /** The view is another: the address follows, and what is in it is listed once it stands still. */
    moved() {
        clearTimeout(this.still);
        if (this.listed && !this.covers(this.listed)) {
            this.listed = null;
            this.chart.showJobs([]);
        }
        this.still = setTimeout(() => this.settle().catch((failure) => this.failed(failure)), STILL_MILLIS);
    }

    covers(listed) {
        const { from, to } = this.axis.shown();
        const { first, nodes } = this.chart.rows();
        return listed.from <= from && listed.to >= to && listed.first <= first && listed.first + listed.nodes >= first + nodes;
    }

    async settle() {
        if (this.signal.aborted) {
            return;
        }
        const { from, to } = this.axis.shown();
        const { first, nodes } = this.chart.rows();
        const whole = this.axis.whole();
        const isWhole = from === whole.from && to === whole.to;
        const areAll = nodes >= this.machine.nodes;
        set({
            machine: this.machine.name,
            from: isWhole ? '' : String(from),
            to: isWhole ? '' : String(to),
            first: areAll ? '' : String(first),
            nodes: areAll ? '' : String(nodes),
        });
        this.parts.machine.href = link('machine', { at: this.run.at, machine: this.machine.name, time: String(this.middle()) });
        const asked = { at: this.run.at, machine: this.machine.name, from, to, first, nodes, most: MOST_LISTED };
        const answer = await ask('run/jobs', asked, this.signal);
        const now = this.axis.shown();
        if (now.from !== from || now.to !== to) {
            return; // the next one tells
        }
        this.listed = answer.complete ? { ...asked, jobs: answer.jobs } : null;
        this.greatest = null;
        this.chart.showJobs(answer.jobs);
        const list = this.parts.list.querySelector('details');
        this.drawList();
        if (list?.open) {
            this.toggled(true);
        }
    }

    drawList() {
        const { run } = this;
        const areAll = this.listed !== null;
        const rows = areAll ? this.listed.jobs : (this.greatest?.jobs ?? []);
        const name = areAll ? t('inView') : t(this.greatestBy === 'size' ? 'largest' : 'longest', { most: MOST_GREATEST });
        const moment = (time) => (time === null ? '–' : instant(time, run.origin_s));
        const shown = this.parts.list.querySelector('details')?.open ?? (areAll && rows.length <= 100);
        const list = () =>
            table({
                name,
                columns: [
                    { key: 'job', label: t('job'), value: (job) => Number(job.job), show: (job) => html`<a href=${pageOf(run, job)} data-job=${job.job}>${job.job}</a>` },
                    { key: 'organization', label: t('organization'), text: true },
                    { key: 'user', label: t('user'), text: true },
                    { key: 'nodes', label: t('nodes'), show: (job) => plain(job.nodes) },
                    { key: 'submit_s', label: t('submit'), rawUnit: 's', show: (job) => moment(job.submit_s) },
                    { key: 'wait_s', label: t('wait'), rawUnit: 's', show: (job) => stretch(job.wait_s) },
                    { key: 'start_s', label: t('start'), rawUnit: 's', show: (job) => moment(job.start_s) },
                    { key: 'end_s', label: t('end'), rawUnit: 's', show: (job) => moment(job.end_s) },
                    { key: 'state', label: t('state'), text: true, show: (job) => stateWord(job.state) },
                ],
                rows,
            });
        const frames = (event) => {
            const number = event.target.closest?.('tr')?.querySelector('[data-job]')?.dataset.job;
            this.tell(rows.find((job) => job.job === number) ?? null);
        };
        render(
            html`<details data-jobs=${areAll ? rows.length : 'many'} ?open=${shown} @toggle=${(event) => this.toggled(event.target.open)}>
                <summary><h2>${name} <span class="quiet">${areAll ? plain(rows.length) : nothing}</span></h2></summary>
                ${areAll ? nothing : html`<p class="quiet">${t('tooMany', { most: plain(MOST_LISTED) })}
                    <button @click=${() => this.turnGreatest()}>${t(this.greatestBy === 'size' ? 'showLongest' : 'showLargest')}</button></p>`}
                <div @focusin=${frames} @pointerover=${frames}>${shown && (areAll || this.greatest) ? list() : nothing}</div>
            </details>`,
            this.parts.list,
        );
    }

    /** Of too many jobs the greatest are listed, once somebody opens the list. */
    toggled(isOpen) {
        if (isOpen && this.listed === null && this.greatest === null) {
            this.findGreatest().catch((failure) => this.failed(failure));
        } else {
            this.drawList();
        }
    }

    turnGreatest() {
        this.greatestBy = this.greatestBy === 'size' ? 'wait' : 'size';
        this.findGreatest().catch((failure) => this.failed(failure));
    }

    async findGreatest() {
        const { from, to } = this.axis.shown();
        const { first, nodes } = this.chart.rows();
        const asked = { at: this.run.at, machine: this.machine.name, from, to, first, nodes, most: MOST_GREATEST, greatest: this.greatestBy };
        this.greatest = await ask('run/jobs', asked, this.signal);
        this.drawList();
    }

    middle() {
        const { from, to } = this.axis.shown();
        return Math.round((from + to) / 2);
    }

    /** Tells of a job, and frames it; of null, what can be done. */
    tell(job, otherwise = t('point')) {
        this.inHand = job;
        this.chart.frame(job ?? this.framed);
        render(job ? told(this.run, job, this.run.to_s) : html`<span class="quiet">${otherwise}</span>`, this.parts.told);
    }

    letGo() {
        this.framed = null;
        set({ job: '' });
        this.tell(null);
    }

    /** The job that holds a node at a time: of those that are drawn, else as the server says. */
    async jobAt(time, node) {
        if (this.listed && this.covers(this.listed)) {
            const holds = (job) =>
                job.start_s <= time && time < (job.end_s ?? Infinity) && job.rows.some(([first, count]) => first <= node && node < first + count);
            return this.listed.jobs.find(holds) ?? null;
        }
        const { job } = await ask('run/job-at', { at: this.run.at, machine: this.machine.name, time, node }, this.signal);
        return job;
    }

    /** One question at a time; after it, where the pointer is then. */
    async pointed(time, node) {
        this.pointer = time === null ? null : { time, node };
        if (this.isAsking || this.pointer === null) {
            return;
        }
        this.isAsking = true;
        try {
            for (let asked = null; this.pointer !== null && asked !== this.pointer; ) {
                asked = this.pointer;
                const job = await this.jobAt(asked.time, asked.node);
                if (job === null) {
                    if (this.inHand !== null) {
                        this.tell(null, t('idle'));
                    }
                } else if (job.job !== this.inHand?.job || job.stay !== this.inHand?.stay) {
                    this.tell(job);
                }
            }
        } catch (failure) {
            this.failed(failure);
        } finally {
            this.isAsking = false;
        }
    }

    async clicked(time, node) {
        const job = await this.jobAt(time, node);
        if (job) {
            go(pageOf(this.run, job));
        }
    }

    /** Shows a job that was searched for: zooms to it and frames it. */
    choose(job) {
        if (job.machine !== this.machine.name) {
            go(link('run', { at: this.run.at, machine: job.machine, job: job.job }));
            return;
        }
        this.framed = job;
        set({ job: job.job });
        if (job.start_s !== null) {
            const end = job.end_s ?? this.run.to_s;
            const around = Math.max(60, end - job.start_s);
            const first = Math.min(...job.rows.map(([from]) => from));
            const last = Math.max(...job.rows.map(([from, count]) => from + count));
            const beside = Math.max(2, last - first);
            this.axis.zoom(job.start_s - around, end + around);
            this.chart.showRows(first - beside, last - first + 2 * beside);
        }
        this.tell(job);
    }

    /** The job that the address names. */
    async restoreJob() {
        const job = get('job') && (await jobOf(this.run.at, get('job'), this.signal));
        if (job && job.machine === this.machine.name && !get('from')) {
            this.choose(job);
        } else if (job) {
            this.framed = job.machine === this.machine.name ? job : null;
            this.tell(job);
        }
    }

    painted() {
        this.place.dataset.painted = String(Number(this.place.dataset.painted ?? 0) + 1);
        if (this.failure) {
            this.failure = null;
            this.drawState();
        }
    }

    failed(failure) {
        if (!this.signal.aborted && failure.name !== 'AbortError') {
            this.failure = failure;
            this.drawState();
        }
    }
}
