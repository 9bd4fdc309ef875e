// A job in words.
import { html } from '/library/lit-html/lit-html.js';
import { instant, plain, stretch } from '../parts/numbers.js';
import { link } from '../parts/view.js';
import { speaks } from '../parts/words.js';

const t = speaks({
    en: {
        job: 'Job {job}', nobody: 'no organization', nodes: '{count} nodes', accelerators: '{count} accelerators', processors: '{count} processors',
        oneNode: '1 node', oneAccelerator: '1 accelerator', oneProcessor: '1 processor', submitted: 'submitted {time}', waited: 'waited {time}',
        ran: 'ran {time}', since: 'has run {time} when the run ends', never: 'never ran', stay: 'stay {number}',
        completed: 'completed', killed: 'killed at its limit', failed: 'failed', preempted: 'preempted', cancelled: 'cancelled',
        running: 'running', waiting: 'waiting', rejected: 'rejected', unknown: 'unknown',
    },
    ja: {
        job: 'ジョブ{job}', nobody: '組織なし', nodes: '{count}ノード', accelerators: '{count}アクセラレータ', processors: '{count}プロセッサ',
        oneNode: '1ノード', oneAccelerator: '1アクセラレータ', oneProcessor: '1プロセッサ', submitted: '投入 {time}', waited: '待ち {time}',
        ran: '実行 {time}', since: '終了時まで{time}実行中', never: '実行されず', stay: '{number}回目の実行',
        completed: '完了', killed: '制限時間で打ち切り', failed: '故障で失敗', preempted: 'プリエンプト', cancelled: '取り消し',
        running: '実行中', waiting: '待機中', rejected: '受付拒否', unknown: '不明',
    },
});

/** What became of a job, in words. */
export function stateWord(state) {
    return t(state);
}

/** The name of a job: "Job 17". */
export function nameOf(job) {
    return t('job', { job: job.job });
}

const UNITS = { node: ['oneNode', 'nodes'], accelerator: ['oneAccelerator', 'accelerators'], processor: ['oneProcessor', 'processors'] };

/** How many units of a machine: "1 node", "2,304 nodes", "8 accelerators". */
export function nodesOf(count, unit) {
    const [one, many] = UNITS[unit] ?? UNITS.node;
    return count === 1 ? t(one) : t(many, { count: plain(count) });
}

/** What a machine of a run counts in. */
export function unitOf(run, machine) {
    return run.machines.find((one) => one.name === machine)?.unit ?? '';
}

/** Where its own page is. */
export function pageOf(run, job) {
    return link('job', { at: run.at, job: job.job });
}

/** A line of words about a job; the name leads to its page. */
export function told(run, job, end) {
    const ran =
        job.start_s === null
            ? t('never')
            : t(job.end_s === null ? 'since' : 'ran', { time: stretch((job.end_s ?? end) - job.start_s) });
    const parts = [
        [job.organization || t('nobody'), job.user].filter(Boolean).join(', '),
        nodesOf(job.nodes, unitOf(run, job.machine)),
        t('submitted', { time: instant(job.submit_s, run.origin_s) }),
        t('waited', { time: stretch(job.wait_s) }),
        `${ran}, ${stateWord(job.state)}`,
        ...(job.stay > 0 ? [t('stay', { number: job.stay + 1 })] : []),
    ];
    return html`<a href=${pageOf(run, job)}>${nameOf(job)}</a> · ${parts.join(' · ')}`;
}
