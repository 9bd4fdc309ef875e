package dandori.trace;

/**
 * One entry of a header: a key and its value.
 *
 * @param key as written, without the colon; empty for a comment without a key
 * @param value without surrounding blanks; lines that continue it are joined with line feeds
 */
public record HeaderEntry(String key, String value) {}
