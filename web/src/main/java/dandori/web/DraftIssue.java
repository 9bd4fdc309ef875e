package dandori.web;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a draft.
 *
 * @param path the place, such as {@code policies.fair.order.use}; empty for the whole
 * @param line its line in the text, counted from 1; 0 if it has none, -1 if a setting put it there
 * @param message what is wrong, as a sentence
 * @param maybe what to try, the rest of a sentence that begins with <em>Maybe</em>
 */
public record DraftIssue(String path, int line, String message, @Nullable String maybe) {}
