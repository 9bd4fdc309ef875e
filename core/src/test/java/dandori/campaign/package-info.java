/** Campaigns against slow twins that walk through every millisecond, and their rules one by one. */
@NullMarked
package dandori.campaign;

import org.jspecify.annotations.NullMarked;
