/** Tests of what pages of studies read; small folders are made by each test. */
@NullMarked
package dandori.web.study;

import org.jspecify.annotations.NullMarked;
