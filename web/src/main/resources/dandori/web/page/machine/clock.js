// The machine as time passes: its state at an instant, and the changes after it.
import { ask } from '../parts/ask.js';
import { FREE } from './map.js';

const MOST = 2000; // changes of one request
const PATIENCE = 400; // milliseconds until a run that is being read is asked for again

/**
 * @param {{at: string, machine: string, nodes: number, hasPlaces: boolean, signal: AbortSignal,
 *   loading: (share: number) => void, changed: (whole: boolean, moved: boolean) => void, failed: (failure: Error) => void}} of
 *   changed is told of each new time; whole if it was set and not reached by playing, moved if anything changed on the machine
 */
export function clock(of) {
    const holders = new Int32Array(of.hasPlaces ? of.nodes : 0).fill(FREE); // the key of the job by node
    const down = new Uint8Array(of.nodes);
    let jobs = new Map();
    let state; // as the server told it last
    let time = 0;
    let asked = 0; // the number of the last request
    let speed = 3600; // seconds of the run in a second
    let playing = false;
    let ahead = []; // changes that are known
    let known = 0; // all changes up to this time are
    let fetching = false;

    async function ready(seconds) {
        for (;;) {
            const answer = await ask('machine/state', { at: of.at, machine: of.machine, time: seconds }, of.signal);
            if (answer.loaded === undefined) {
                return answer;
            }
            of.loading(answer.loaded);
            await new Promise((done) => setTimeout(done, PATIENCE));
            of.signal.throwIfAborted();
        }
    }

    /** Goes to a time. */
    async function seek(seconds) {
        const number = ++asked;
        const answer = await ready(seconds);
        if (number !== asked) {
            return; // it has been moved since
        }
        state = answer;
        time = seconds;
        jobs = new Map(answer.jobs.map((job) => [job.key, job]));
        holders.fill(FREE);
        down.fill(0);
        answer.runs.forEach(([first, count, key]) => key >= 0 && holders.fill(key, first, first + count));
        answer.down.forEach(([first, count]) => down.fill(1, first, first + count));
        ahead = [];
        known = answer.time_s;
        of.changed(true, true);
    }

    function apply(change) {
        if (change.kind === 'start') {
            jobs.set(change.job.key, change.job);
            change.job.rows.forEach(([first, count]) => holders.fill(change.job.key, first, first + count));
        } else if (change.kind === 'end') {
            // Only what it still holds: the table of jobs says where it was.
            const job = jobs.get(change.key);
            if (job?.rows) {
                job.rows.forEach(([first, count]) => free(first, count, change.key));
            } else {
                free(0, holders.length, change.key);
            }
            jobs.delete(change.key);
        } else {
            change.rows.forEach(([first, count]) => down.fill(change.kind === 'down' ? 1 : 0, first, first + count));
        }
    }

    function free(first, count, key) {
        const end = Math.min(holders.length, first + count);
        for (let node = first; node < end; node++) {
            if (holders[node] === key) {
                holders[node] = FREE;
            }
        }
    }

    /** Asks for the changes of the next few seconds of playing. */
    async function fetchAhead(last) {
        fetching = true;
        const number = asked;
        try {
            const to = Math.min(last, Math.max(known, time) + speed * 10);
            const answer = await ask('machine/changes', { at: of.at, machine: of.machine, from: known, to, most: MOST }, of.signal);
            if (number === asked && answer.changes) {
                ahead.push(...answer.changes);
                known = answer.until_s;
            }
        } finally {
            fetching = false;
        }
    }

    /** Lets time pass until it is stopped, or the run ends. */
    function play(last) {
        let before = performance.now();
        playing = true;
        const frame = (now) => {
            if (!playing || of.signal.aborted) {
                return;
            }
            const wanted = Math.min(last, time + (speed * Math.min(200, now - before)) / 1000);
            before = now;
            if (known < Math.min(last, time + speed * 4) && !fetching) {
                fetchAhead(last).catch((failure) => {
                    pause();
                    of.failed(failure);
                });
            }
            time = Math.max(time, Math.min(wanted, known)); // what is not known yet is waited for
            let passed = 0;
            while (passed < ahead.length && ahead[passed].time_s <= time) {
                apply(ahead[passed++]);
            }
            ahead.splice(0, passed);
            of.changed(false, passed > 0);
            if (time >= last) {
                pause();
            } else {
                requestAnimationFrame(frame);
            }
        };
        requestAnimationFrame(frame);
    }

    /** Stands still, with all that the server knows of this instant. */
    function pause() {
        if (playing) {
            playing = false;
            seek(time).catch(of.failed);
        }
    }

    return {
        seek, play, pause, holders, down,
        time: () => time,
        state: () => state,
        jobs: () => jobs,
        playing: () => playing,
        setSpeed: (seconds) => (speed = seconds),
        /** How many nodes are held, and how many have failed, counted now; without places by what jobs have asked for. */
        counts: () => {
            let failed = 0;
            if (!of.hasPlaces) {
                down.forEach((one) => (failed += one));
                const held = [...jobs.values()].reduce((sum, job) => sum + job.nodes, 0);
                return { busy: held, failed, free: Math.max(0, of.nodes - held - failed) };
            }
            let busy = 0;
            let free = 0;
            for (let node = 0; node < holders.length; node++) {
                busy += holders[node] >= 0 ? 1 : 0;
                failed += down[node];
                free += holders[node] < 0 && !down[node] ? 1 : 0;
            }
            return { busy, failed, free };
        },
    };
}
