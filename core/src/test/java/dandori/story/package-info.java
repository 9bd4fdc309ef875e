/**
 * Small stories, each with the whole log as the expectation. {@link dandori.story.Play} are the
 * words to tell them in.
 */
@NullMarked
package dandori.story;

import org.jspecify.annotations.NullMarked;
