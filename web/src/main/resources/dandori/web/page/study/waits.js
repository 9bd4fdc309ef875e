// Who starts within which wait: the share of jobs that have started, by policy, over a logarithmic axis.
import uPlot from '/library/uplot/uPlot.esm.js';
import { html, render } from '/library/lit-html/lit-html.js';
import { table } from '../parts/table.js';
import { endNames } from '../parts/endnames.js';
import { dashOf, ofPlace, strokeOf, styled } from '../parts/colours.js';
import { percent, stretch, plain } from '../parts/numbers.js';
import { enlarged, font, high } from '../parts/sizes.js';
import { speaks } from '../parts/words.js';
import { shown } from './load.js';
import { figure } from './figures.js';

const t = speaks({
    en: {
        title: 'Who waits, and how long?', caption: 'Jobs that have started within a wait, %, by policy (about {jobs} jobs a run, {seeds} seeds together)', caption1: 'Jobs that have started within a wait, %, by policy ({jobs} jobs, one seed)',
        short: 'Jobs that have started within a wait, %, by policy ({size})', wait: 'wait', share: '% of jobs', numbers: 'Numbers', within: 'Started within',
    },
    ja: {
        title: '誰がどれだけ待つか', caption: 'ある待ち時間以内に開始したジョブの割合、%、方針別（1回あたり約{jobs}ジョブ、{seeds}個のシード合計）', caption1: 'ある待ち時間以内に開始したジョブの割合、%、方針別（{jobs}ジョブ、シード一つ）',
        short: 'ある待ち時間以内に開始したジョブの割合、%、方針別（{size}）', wait: '待ち時間', share: 'ジョブの%', numbers: '数値', within: '以内に開始',
    },
});

const TICKS = [1, 10, 60, 600, 3600, 6 * 3600, 86400, 7 * 86400, 28 * 86400];
const FLOORS = [0, 40, 80, 90, 95]; // per cent at which the axis may begin
const HEIGHT = 280; // px

export function waits({ summary, size }, signal) {
    const place = document.createElement('section');
    const { wait_bounds_s: bounds, by_policy: figures } = summary.figures;
    const names = Object.keys(summary.policies);
    // A logarithm has no 0: who starts at once stands at half a second.
    const xs = bounds.map((bound) => Math.max(bound, 0.5));
    let chart;
    let watch;
    signal.addEventListener('abort', () => {
        watch?.disconnect();
        chart?.destroy();
    });

    function draw() {
        const its = shown(names).filter((name) => figures[name]).map((name) => ({
            name, colour: ofPlace(names.indexOf(name)), place: names.indexOf(name), values: figures[name].started_within_share.map((share) => 100 * share),
        }));
        const jobs = plain(figure(summary, names[0], 'all', '', 'jobs')?.mean ?? NaN);
        const caption = size ? t('short', { size }) : t(summary.seeds.length === 1 ? 'caption1' : 'caption', { jobs, seeds: summary.seeds.length });
        render(
            html`<h2 id="waits">${t('title')}</h2>
                <figure><figcaption>${caption}</figcaption><div class="chart" role="img" aria-label=${caption}></div></figure>
                <details><summary>${t('numbers')}</summary>${table({
                    name: caption,
                    columns: [
                        { key: 'bound', label: t('within'), rawUnit: 's', value: (i) => bounds[i], show: (i) => stretch(bounds[i]) },
                        ...its.map((line) => ({ key: line.name, label: line.name, unit: '%', value: (i) => line.values[i], show: (i) => percent(line.values[i] / 100) })),
                    ],
                    rows: bounds.map((none, i) => i),
                })}</details>`,
            place,
        );
        const at = place.querySelector('.chart');
        chart?.destroy();
        watch?.disconnect();
        if (!its.length) {
            return;
        }
        // From where the lines begin to differ, to where all have started.
        const most = Math.max(...its.flatMap((line) => xs.filter((x, i) => line.values[i] < 99.95)), 60);
        const least = Math.min(...its.flatMap((line) => line.values));
        const bottom = FLOORS.findLast((floor) => floor <= least) ?? 0;
        const height = high(HEIGHT);
        const line = { stroke: styled('line'), width: 1 };
        const common = { stroke: styled('quiet'), font: font(), labelFont: font(), grid: line, ticks: line };
        chart = new uPlot(
            {
                width: at.clientWidth || 800,
                height,
                ...endNames(its),
                cursor: { drag: { x: false, y: false } },
                hooks: { setCursor: [(its) => its.root.classList.toggle('pointed', its.cursor.left >= 0)] },
                scales: { x: { time: false, distr: 3, range: () => [0.5, Math.min(xs[xs.length - 1], most * 1.5)] }, y: { range: () => [bottom, 100] } },
                axes: [
                    { ...common, label: t('wait'), labelSize: 18 * enlarged(), size: 36 * enlarged(), splits: (u) => [0.5, ...TICKS].filter((tick) => tick <= u.scales.x.max), values: (u, ticks) => ticks.map((tick) => (tick < 1 ? '0' : stretch(tick))), filter: (u, splits) => splits },
                    { ...common, label: t('share'), labelSize: 20 * enlarged(), size: (innerWidth < 480 ? 60 : 84) * enlarged() },
                ],
                series: [
                    { label: t('wait'), value: (u, value) => (value === null ? '' : stretch(value < 1 ? 0 : value)) },
                    ...its.map((line) => ({ label: line.name, stroke: strokeOf(line.colour), dash: dashOf(line.place), width: 2, points: { show: false }, value: (u, value) => (value === null ? '' : percent(value / 100)) })),
                ],
            },
            [xs, ...its.map((line) => line.values)],
            at,
        );
        watch = new ResizeObserver(() => at.clientWidth && Math.abs(at.clientWidth - chart.width) > 1 && chart.setSize({ width: at.clientWidth, height }));
        watch.observe(at);
    }
    addEventListener('theme', draw, { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw, { signal });
    return { place, draw };
}
