/** Tests of the viewer's server; small folders are made by each test. */
@NullMarked
package dandori.web;

import org.jspecify.annotations.NullMarked;
