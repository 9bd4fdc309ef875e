// Pictures of the chart, asked of the server: one at a time, and after it the last that was wished for.
import { address } from '../parts/ask.js';
import { Problem } from '../parts/problem.js';

/**
 * Asks for pictures.
 * @param {{arrived: (picture: {bitmap: ImageBitmap, wish: object, loaded: number}) => void, failed: (failure: Error) => void,
 *   signal: AbortSignal}} to
 * @returns {(wish: object) => void} asks for a picture: the values of the address of /api/run/picture
 */
export function pictures(to) {
    let isBusy = false;
    let wanted = null;

    async function work() {
        isBusy = true;
        while (wanted !== null && !to.signal.aborted) {
            const wish = wanted;
            wanted = null;
            try {
                const picture = await fetched(wish, to.signal);
                if (to.signal.aborted) {
                    picture.bitmap.close();
                } else {
                    to.arrived(picture);
                }
            } catch (failure) {
                if (!to.signal.aborted) {
                    to.failed(failure);
                }
            }
        }
        isBusy = false;
    }

    return (wish) => {
        wanted = wish;
        if (!isBusy) {
            work();
        }
    };
}

async function fetched(wish, signal) {
    const answer = await fetch(address('run/picture', wish), { signal });
    if (!answer.ok) {
        const { problem, maybe } = await answer.json();
        throw new Problem(problem, maybe);
    }
    const loaded = Number(answer.headers.get('Dandori-Loaded') ?? 1);
    return { bitmap: await createImageBitmap(await answer.blob()), wish, loaded };
}
