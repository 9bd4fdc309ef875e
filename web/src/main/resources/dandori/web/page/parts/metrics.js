// The figures of summary.json that pages show: what people call them, how they are written, which way is better.
// The same list as the reports have; docs/data/summary.md has the formulas.
import { language, speaks } from './words.js';

const t = speaks({
    en: { million: 'million JPY', yen: 'JPY', nodeHours: 'node h', s: 's', min: 'min', h: 'h', d: 'd' },
    ja: { million: '百万円', yen: '円', nodeHours: 'ノード時', s: '秒', min: '分', h: '時間', d: '日' },
});

const MORE = 1;
const LESS = -1;
const NEITHER = 0;

/** name: [kind, which way is better, English, Japanese] */
const KNOWN = {
    utilization: ['share', MORE, 'Utilization', '資源利用率'],
    useful_utilization: ['share', MORE, 'Useful', '有効資源利用率'],
    wait_mean_s: ['seconds', LESS, 'Wait, mean', '待ち時間 平均'],
    wait_median_s: ['seconds', LESS, 'Wait, median', '待ち時間 中央値'],
    wait_p95_s: ['seconds', LESS, 'Wait, p95', '待ち時間 95%点'],
    wait_max_s: ['seconds', LESS, 'Wait, max', '待ち時間 最大'],
    turnaround_mean_s: ['seconds', LESS, 'Turnaround, mean', 'ターンアラウンド時間 平均'],
    bounded_slowdown_mean: ['ratio', LESS, 'Bounded slowdown', '有界スローダウン'],
    bounded_slowdown_median: ['ratio', LESS, 'Slowdown, median', 'スローダウン 中央値'],
    bounded_slowdown_p95: ['ratio', LESS, 'Slowdown, p95', 'スローダウン 95%点'],
    bounded_slowdown_per_processor_mean: ['ratio', LESS, 'Slowdown per processor', 'プロセッサ当たりスローダウン'],
    queue_mean_jobs: ['count', LESS, 'Jobs waiting', '待ちジョブ数'],
    backlog_mean_node_hours: ['node_hours', LESS, 'Backlog', '待ち仕事量'],
    completed: ['count', MORE, 'Completed', '完了ジョブ数'],
    killed: ['count', LESS, 'Killed', '打ち切られたジョブ数'],
    requeued: ['count', LESS, 'Sent back', '再投入回数'],
    unfinished: ['count', LESS, 'Unfinished', '未完了ジョブ数'],
    lost_node_hours: ['node_hours', LESS, 'Lost', '失われた計算'],
    fairness_jain: ['ratio', MORE, 'Jain\'s index', 'Jainの公平性指数'],
    wait_median_spread_s: ['seconds', LESS, 'Spread of median waits', '組織間の待ち時間中央値の差'],
    campaigns_late: ['count', LESS, 'Campaigns late', '期限に遅れた学習計画'],
    campaign_goodput: ['share', MORE, 'Goodput of campaigns', '学習計画のグッドプット'],
    energy_kwh: ['energy', LESS, 'Energy', '電力量'],
    carbon_kg: ['mass', LESS, 'Carbon dioxide', '二酸化炭素'],
    electricity_yen: ['money', LESS, 'Electricity', '電気料金'],
    cost_yen: ['money', LESS, 'Cost', '費用'],
    // Not among those that report.metrics may name; they say nothing of better and worse by themselves.
    jobs: ['count', NEITHER, 'Jobs', 'ジョブ数'],
    rejected: ['count', NEITHER, 'Rejected', '受け付けられないジョブ数'],
    cancelled: ['count', NEITHER, 'Ended by their users', 'ユーザーが終わらせたジョブ数'],
    preempted: ['count', NEITHER, 'Preempted', 'プリエンプトされたジョブ数'],
    failed: ['count', NEITHER, 'Failed', '故障で終わったジョブ数'],
    delivered_node_hours: ['node_hours', NEITHER, 'Delivered', '提供した計算'],
    share_due: ['share', NEITHER, 'Share due', '割当分'],
    share_demanded: ['share', NEITHER, 'Share asked for', '需要の割合'],
    share_delivered: ['share', NEITHER, 'Share got', '得た割合'],
    delivered_over_entitled: ['ratio', NEITHER, 'Got of what was due', '権利に対して得た比'],
    energy_saved_kwh: ['energy', NEITHER, 'Energy saved', '節約した電力量'],
    power_max_kw: ['power', NEITHER, 'Power, max', '最大電力'],
    // Of campaigns.
    start_s: ['instant', NEITHER, 'Started', '開始'],
    done_s: ['instant', LESS, 'Done', '完了'],
    late: ['count', LESS, 'Late', '遅れ'],
    share_done: ['share', MORE, 'Part done', '進んだ割合'],
    failures: ['count', NEITHER, 'Failures', '故障回数'],
    pieces: ['count', NEITHER, 'Jobs started', '開始したジョブ数'],
    resizes: ['count', NEITHER, 'Resizes', 'ノード数の変更回数'],
    wait_h: ['hours', LESS, 'Waited', '待ち'],
    useful_h: ['hours', NEITHER, 'Useful', '有効'],
    stalled_h: ['hours', LESS, 'Stalled', '通信待ち'],
    checkpoint_h: ['hours', LESS, 'Checkpoints', 'チェックポイント'],
    restart_h: ['hours', LESS, 'Restarts', '再開'],
    rework_h: ['hours', LESS, 'Work done again', 'やり直し'],
    goodput: ['share', MORE, 'Goodput', 'グッドプット'],
    mean_nodes: ['count', NEITHER, 'Nodes, mean', '平均ノード数'],
};

/** Those that stand side by side when all jobs are told of. */
export const USUAL = [
    'utilization', 'useful_utilization', 'wait_mean_s', 'wait_median_s', 'wait_p95_s', 'bounded_slowdown_mean',
    'queue_mean_jobs', 'fairness_jain', 'campaigns_late', 'campaign_goodput', 'energy_kwh', 'cost_yen',
];

/** All names, in order. */
export const NAMES = Object.keys(KNOWN);

/**
 * A figure by its name; one that is not known is called as in the file.
 * @returns {{name: string, kind: string, sense: number, label: string, known: boolean}}
 */
export function metric(name) {
    const known = KNOWN[name];
    if (known) {
        const [kind, sense, en, ja] = known;
        return { name, kind, sense, label: language() === 'ja' ? ja : en, known: true };
    }
    return { name, kind: kindOf(name), sense: NEITHER, label: name, known: false };
}

function kindOf(name) {
    if (name.endsWith('_at_s') || name.startsWith('window_') || name === 'submit_s' || name === 'deadline_s') return 'instant';
    if (name.endsWith('_s')) return 'seconds';
    if (name.endsWith('_h')) return 'hours';
    if (name.endsWith('_kwh')) return 'energy';
    if (name.endsWith('_node_hours')) return 'node_hours';
    if (name.endsWith('_yen')) return 'money';
    if (name.endsWith('_kg')) return 'mass';
    if (name.endsWith('_kw')) return 'power';
    return name.endsWith('utilization') || name.startsWith('share_') || name.endsWith('goodput') ? 'share' : 'ratio';
}

/** How many pairs there must be for a mark. */
const FEWEST_PAIRS = 3;

/**
 * Whether a difference is better (1), worse (-1) or may be chance (0): Holm's p below 0.05 of three pairs or more, as in reports.
 * @param {{mean: number, p_value_holm: number | null, pairs: number} | undefined} difference as the server shortens it
 */
export function verdict(name, difference) {
    const { sense } = metric(name);
    const p = difference?.p_value_holm;
    if (p === null || p === undefined || !(p < 0.05) || !difference.mean || sense === NEITHER) {
        return 0;
    }
    if (!(difference.pairs >= FEWEST_PAIRS)) {
        return 0;
    }
    return Math.sign(difference.mean) * sense;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86400;

/**
 * The unit in which a column of figures is written.
 * @param {string} kind
 * @param {number[]} values
 * @returns {{unit: string, factor: number}} what the numbers are divided by
 */
export function scale(kind, values) {
    const largest = Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
    switch (kind) {
        case 'share': return { unit: '%', factor: 0.01 };
        case 'seconds':
            if (largest >= 10 * DAY) return { unit: t('d'), factor: DAY };
            if (largest >= 2 * HOUR) return { unit: t('h'), factor: HOUR };
            return largest >= 2 * MINUTE ? { unit: t('min'), factor: MINUTE } : { unit: t('s'), factor: 1 };
        case 'instant': return { unit: t('d'), factor: DAY };
        case 'hours': return largest >= 240 ? { unit: t('d'), factor: 24 } : { unit: t('h'), factor: 1 };
        case 'energy':
            if (largest >= 2e6) return { unit: 'GWh', factor: 1e6 };
            return largest >= 2e3 ? { unit: 'MWh', factor: 1e3 } : { unit: 'kWh', factor: 1 };
        case 'power': return largest >= 2e3 ? { unit: 'MW', factor: 1e3 } : { unit: 'kW', factor: 1 };
        case 'mass': return largest >= 2e3 ? { unit: 't', factor: 1e3 } : { unit: 'kg', factor: 1 };
        case 'money': return largest >= 2e6 ? { unit: t('million'), factor: 1e6 } : { unit: t('yen'), factor: 1 };
        case 'node_hours': return { unit: t('nodeHours'), factor: 1 };
        default: return { unit: '', factor: 1 };
    }
}
