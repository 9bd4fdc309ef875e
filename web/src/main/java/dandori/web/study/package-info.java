/**
 * What the pages of studies read of results folders.
 *
 * <p>Begin at {@link dandori.web.study.StudyAnswer}, all that the page of a study shows; {@link
 * dandori.web.study.StudyLine} is its line in the list of studies, and says by {@code RunningSign}
 * whether somebody still works on it. {@code SlimSummary} leaves out of {@code summary.json} what
 * no page shows; {@code CampaignRows}, {@code StudyCells} and {@code ScenarioHead} read the rest.
 */
@NullMarked
package dandori.web.study;

import org.jspecify.annotations.NullMarked;
