/** Tests of the viewer in a real browser. {@code Browser} drives it; each test is of one page. */
@NullMarked
package dandori.cli.browser;

import org.jspecify.annotations.NullMarked;
