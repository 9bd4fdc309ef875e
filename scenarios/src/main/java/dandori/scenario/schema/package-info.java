/**
 * The JSON Schema of scenario files, by which editors complete and check them.
 *
 * <ul>
 *   <li>{@link dandori.scenario.schema.ScenarioSchema} makes it of the declarations by which files
 *       are read; {@code KeySchema} says what may stand behind a key, {@code PartSchema} what a
 *       part of a policy or a model of jobs takes, {@code TextForms} what certain texts look like,
 *       {@code Shapes} builds pieces of schemas.
 * </ul>
 */
@NullMarked
package dandori.scenario.schema;

import org.jspecify.annotations.NullMarked;
