// Changes of a scenario: values at paths, each path=value as --set takes it, the later over the earlier.

/** Whether a path can be written with such a key in it. */
export function isKey(key) {
    return key !== '' && !/[.[\]=]/.test(key);
}

/** The path of an entry. */
export function below(path, key) {
    return typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
}

/** The path of a setting. */
export function pathOf(setting) {
    return setting.slice(0, setting.indexOf('='));
}

const PLAIN = /^[\p{L}\p{N}_+.][\p{L}\p{N}_+./%() -]*(:[^\s][\p{L}\p{N}_+./%() -]*)*$/u;

/** What is typed as YAML: as it is where it is plain, a list or a mapping; else in quotes. */
export function yaml(typed) {
    const text = typed.trim();
    return text === '' || /^[[{]/.test(text) || (PLAIN.test(text) && !/[:]$/.test(text)) ? text : JSON.stringify(text);
}

/** What a reader sees of a setting's value. */
export function shown(value) {
    if (value.startsWith('"')) {
        try {
            return JSON.parse(value);
        } catch {
            return value;
        }
    }
    return value;
}

/** A value of the tree as one line of YAML; texts without their quotes. */
export function line(value) {
    return value === null || value === undefined ? '' : typeof value === 'object' ? flow(value) : String(value);
}

function flow(value) {
    if (Array.isArray(value)) {
        return `[${value.map(flow).join(', ')}]`;
    }
    if (value !== null && typeof value === 'object') {
        return `{${Object.entries(value).map(([key, one]) => `${scalar(key)}: ${flow(one)}`).join(', ')}}`;
    }
    return typeof value === 'string' ? scalar(value) : String(value);
}

/** A text within a list or mapping: in quotes unless it can be nothing but this text. */
function scalar(text) {
    return /^\p{L}[\p{L}\p{N}_+/-]*$/u.test(text) && !/^(true|false|null)$/i.test(text) ? text : JSON.stringify(text);
}

/** The settings with one more, in place of an earlier one of its path. */
export function put(settings, path, value) {
    const setting = `${path}=${value}`;
    const at = settings.findIndex((one) => pathOf(one) === path);
    return at < 0 ? [...settings, setting] : settings.map((one, i) => (i === at ? setting : one));
}

/** The settings with a section given as a whole, in place of all earlier ones within it. */
export function replace(settings, path, tree) {
    const within = (one) => pathOf(one) === path || pathOf(one).startsWith(`${path}.`) || pathOf(one).startsWith(`${path}[`);
    return [...settings.filter((one) => !within(one)), `${path}=${line(tree)}`];
}

/** A word of a call as a shell takes it. */
export function quoted(word) {
    return /^[A-Za-z0-9_./=:,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
