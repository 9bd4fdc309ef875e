/**
 * What a run holds, for the page that shows it on its nodes over time: read from its folder alone.
 *
 * <p>Begin at {@link dandori.web.timeline.Runs}, which keeps the last few {@link
 * dandori.web.timeline.Run}s. A run is read in the background into {@code GrowingJobs}, of which
 * {@link dandori.web.timeline.Jobs} is what can be looked at so far; {@code DealtRows} gives jobs
 * without places a place to be drawn. {@link dandori.web.timeline.Picture} draws a {@link
 * dandori.web.timeline.Window} of it, with {@code Axis} and {@code SetMask} to find what it shows;
 * {@link dandori.web.timeline.JobsInView} and {@link dandori.web.timeline.JobSearch} find jobs.
 * {@link dandori.web.timeline.RunAbout}, {@link dandori.web.timeline.RunSeries} and {@link
 * dandori.web.timeline.JobFile} read the other files.
 */
@NullMarked
package dandori.web.timeline;

import org.jspecify.annotations.NullMarked;
