// Asking the server.
import { Problem } from './problem.js';

/** The address of a question: ask.address('study', {at: 'first-steps'}). */
export function address(name, values = {}) {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(values)) {
        for (const one of Array.isArray(value) ? value : [value]) {
            if (one !== undefined && one !== null && one !== '') {
                query.append(key, one);
            }
        }
    }
    const text = query.toString();
    return `/api/${name}${text ? `?${text}` : ''}`;
}

/** The answer, as an object; a Problem if there is none. */
export async function ask(name, values = {}, signal = undefined) {
    return read(await send(address(name, values), { signal }));
}

/** The answer to something that is handed in. */
export async function tell(name, body, signal = undefined) {
    const headers = { 'Content-Type': 'application/json' };
    return read(await send(address(name), { method: 'POST', headers, body: JSON.stringify(body), signal }));
}

async function send(where, options) {
    try {
        return await fetch(where, options);
    } catch (failure) {
        throw failure.name === 'AbortError' ? failure : new Problem('The server does not answer.', "'dandori serve' has ended.");
    }
}

async function read(answer) {
    const body = await answer.json();
    if (!answer.ok) {
        throw new Problem(body.problem, body.maybe);
    }
    return body;
}
