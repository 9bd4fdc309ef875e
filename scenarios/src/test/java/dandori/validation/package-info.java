/** Tests of studies of published results. */
@org.jspecify.annotations.NullMarked
package dandori.validation;
