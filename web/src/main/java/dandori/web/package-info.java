/**
 * The viewer: a server of a page in which a study, a machine and a single job can be looked at.
 *
 * <p>Begin at {@link dandori.web.Viewer}. {@code Doorkeeper} says who may ask, {@code PageFiles}
 * hands out the page (its files lie in {@code dandori/web/page}), {@code ServedFolder} finds what
 * may be read, and each {@code …Routes} answers for one page. Everything that is shown comes from
 * result files; only what changes scenarios and plays them is asked of a {@link dandori.web.Desk}.
 */
@NullMarked
package dandori.web;

import org.jspecify.annotations.NullMarked;
