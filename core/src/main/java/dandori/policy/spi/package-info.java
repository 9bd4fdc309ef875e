/**
 * How parts of policies become known to scenario files and the command line.
 *
 * <p>A {@link dandori.policy.spi.PartProvider} has a name, declares its {@link
 * dandori.policy.spi.Option}s and makes the part from checked {@link dandori.policy.spi.Options}.
 * Providers are found with {@link java.util.ServiceLoader}, ours and yours alike; {@link
 * dandori.policy.spi.Parts} lists them.
 */
@NullMarked
package dandori.policy.spi;

import org.jspecify.annotations.NullMarked;
