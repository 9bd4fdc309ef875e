// What was changed of a scenario and not yet run, kept as long as the tab is open, so that leaving the page loses nothing.

const name = (at) => `scenario ${at}`;

/**
 * What was left of a scenario, or null.
 * @param {{at: string, text: string}} opened the scenario as the server has it
 * @returns {{text: string, settings: string[]} | null}
 */
export function kept(opened) {
    try {
        const draft = JSON.parse(sessionStorage.getItem(name(opened.at)));
        const isOne = typeof draft?.text === 'string' && Array.isArray(draft.settings);
        return isOne && (draft.text !== opened.text || draft.settings.length > 0) ? draft : null;
    } catch {
        return null; // what cannot be read is no draft
    }
}

/** Keeps text and settings; forgets them when nothing is changed. */
export function keep(opened, text, settings) {
    try {
        if (text === opened.text && settings.length === 0) {
            sessionStorage.removeItem(name(opened.at));
        } else {
            sessionStorage.setItem(name(opened.at), JSON.stringify({ text, settings }));
        }
    } catch {
        // A tab without room keeps nothing; the page goes on.
    }
}
