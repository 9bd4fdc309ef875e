// What a job waited for, in words; the same as 'dandori explain' says.
import { html } from '/library/lit-html/lit-html.js';
import { link } from '../parts/view.js';
import { speaks } from '../parts/words.js';

const t = speaks({
    en: {
        transfer: 'it was on its way to this machine', dependency: 'another job had to end first', held: 'it was held',
        quota: 'a limit on what its user or organization may have', share: 'its organization had had its share',
        window: 'its resource group was closed, or about to make room for another', power: 'it would have drawn more power than there was',
        nodes: 'too few nodes were free', maintenance: 'it would have run into a planned loss of nodes',
        shape: 'enough nodes were free, but they did not lie as it needs them', reserved: 'nodes were kept for others',
        order: 'nobody may overtake', unknown: 'not written down',
        keptBy: 'nodes were kept by reservation ‘{name}’', limitOf: 'the limit of {name}', budgetOf: 'the budget of {name} was used up',
        keptFor: 'nodes were kept for ', overtake: 'nobody may overtake ', job: 'job {job}',
        preemption: 'sent back: others were to have its nodes', failure: 'sent back: something broke',
        outage: 'sent back: a planned loss of nodes, or a cap, began', windowBegan: 'sent back: another resource group’s window began',
    },
    ja: {
        transfer: 'このマシンへ移動中だった', dependency: '先行ジョブの終了待ち', held: '保留されていた',
        quota: 'ユーザーまたは組織の上限', share: '組織の割当を使い切っていた',
        window: '資源グループの時間外、または別のグループの時間枠が近い', power: '電力の上限を超えるため',
        nodes: '空きノード不足', maintenance: '計画停止にかかるため',
        shape: '空きノードは足りるが必要な形に並んでいない', reserved: '他のジョブのためにノードが確保されていた',
        order: '追い越し不可', unknown: '記録なし',
        keptBy: '予約「{name}」がノードを確保していた', limitOf: '{name}の上限', budgetOf: '{name}の割当を使い切っていた',
        keptFor: 'ノードが確保されていた相手：', overtake: '追い越せない相手：', job: 'ジョブ{job}',
        preemption: 'キューへ戻された：他のジョブがノードを使うため', failure: 'キューへ戻された：故障',
        outage: 'キューへ戻された：計画停止または電力上限の開始', windowBegan: 'キューへ戻された：別の資源グループの時間枠の開始',
    },
});

/** All reasons, in the order in which colours are given. */
export const REASONS = ['nodes', 'reserved', 'shape', 'order', 'quota', 'share', 'dependency', 'window', 'maintenance', 'power', 'held', 'transfer', 'unknown'];

/** A reason by itself. */
export function reasonWord(reason) {
    return t(reason);
}

/** A part of a wait as text: with what it was about. */
export function partText(part) {
    if (part.name) {
        const named = { reserved: 'keptBy', quota: 'limitOf', share: 'budgetOf' }[part.reason];
        return named ? t(named, { name: part.name }) : `${t(part.reason)}: ‘${part.name}’`;
    }
    if (part.detail !== null && part.detail !== undefined) {
        return t(part.reason === 'order' ? 'overtake' : 'keptFor') + t('job', { job: part.detail });
    }
    return t(part.reason);
}

/** The same with a link to the job that it was about. */
export function partWords(at, part) {
    if (part.name || part.detail === null || part.detail === undefined) {
        return partText(part);
    }
    const to = link('job', { at, job: part.detail });
    return html`${t(part.reason === 'order' ? 'overtake' : 'keptFor')}<a href=${to}>${t('job', { job: part.detail })}</a>`;
}

/** Why a job went back to the queue; empty if it did not. */
export function sentBack(cause) {
    return cause ? t(cause === 'window' ? 'windowBegan' : cause) : '';
}

/**
 * The life of a job: what it waited for, and its stays, in order of time. Parts of one reason that follow each other are one.
 * @param {object} answer of /api/job
 * @param {number} end when the run ends, for what still goes on then
 * @returns {{kind: 'wait' | 'run', from: number, to: number, part?: object, stay?: object}[]}
 */
export function life(answer, end) {
    const { job } = answer;
    const stays = answer.stays.length > 0 ? answer.stays : job.start_s === null ? [] : [{ ...job, end_state: job.state, segment: 0 }];
    const parts = answer.reasons === null ? gaps(job, stays, end) : joined(answer.reasons);
    return [
        ...parts.map((part) => ({ kind: 'wait', from: part.from_s, to: part.to_s, part })),
        ...stays.map((stay) => ({ kind: 'run', from: stay.start_s, to: stay.end_s ?? end, stay })),
    ].sort((a, b) => a.from - b.from || (a.kind === 'wait' ? -1 : 1));
}

function joined(reasons) {
    const parts = [];
    for (const next of reasons) {
        const last = parts[parts.length - 1];
        const isSame = last && last.to_s === next.from_s && last.reason === next.reason && last.detail === next.detail && last.name === next.name;
        if (isSame) {
            last.to_s = next.to_s;
        } else {
            parts.push({ ...next });
        }
    }
    return parts;
}

/** Where no reasons were written down: when it was in the queue. */
function gaps(job, stays, end) {
    const parts = [];
    let from = job.submit_s;
    for (const stay of stays) {
        if (stay.start_s > from) {
            parts.push({ from_s: from, to_s: stay.start_s, reason: 'unknown', detail: null, name: '' });
        }
        from = stay.end_s ?? end;
    }
    if (job.state === 'waiting') {
        parts.push({ from_s: from, to_s: end, reason: 'unknown', detail: null, name: '' });
    }
    return parts;
}
