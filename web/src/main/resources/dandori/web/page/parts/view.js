// What is looked at, kept in the address, so that it can be shared and comes back.

/** A value of the address; several with the same name as a list by all(). */
export function get(name, otherwise = '') {
    return new URLSearchParams(location.search).get(name) ?? otherwise;
}

export function all(name) {
    return new URLSearchParams(location.search).getAll(name);
}

/** Changes values of the address in place; undefined or '' takes one away. */
export function set(values) {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(values)) {
        query.delete(name);
        for (const one of Array.isArray(value) ? value : [value]) {
            if (one !== undefined && one !== '') {
                query.append(name, one);
            }
        }
    }
    const text = query.toString();
    history.replaceState(null, '', location.pathname + (text ? `?${text}` : ''));
}

/** The address of another page. */
export function link(page, values) {
    return `/${page}?${new URLSearchParams(values)}`;
}
