/**
 * Why jobs waited, interval by interval.
 *
 * <ul>
 *   <li>{@link dandori.wait.WaitReason} says what there is to wait for; {@link dandori.wait.Wait}
 *       is an interval of one job's wait.
 *   <li>{@link dandori.wait.WaitBook} is written while a run goes on; {@link dandori.wait.WaitLog}
 *       is read after it.
 *   <li>{@link dandori.wait.Timeline} is a value that changes now and then.
 * </ul>
 */
@NullMarked
package dandori.wait;

import org.jspecify.annotations.NullMarked;
