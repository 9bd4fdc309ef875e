/**
 * How long a step of training a language model takes on given nodes, and whether it fits.
 *
 * <ul>
 *   <li>{@link dandori.training.Transformer} is the model, {@link dandori.training.Parallelism} how
 *       it is spread, {@link dandori.training.Software} what it computes with, {@link
 *       dandori.training.TrainingNode} what a node can do; together a {@link
 *       dandori.training.TrainingCase}.
 *   <li>{@link dandori.training.TrainingStep} says how long a step takes and where the time goes: a
 *       {@link dandori.training.StepTime}. {@link dandori.training.MemoryNeed} says what it needs
 *       of an accelerator's memory.
 *   <li>{@link dandori.training.ParallelismSearch} finds a good parallelism, {@link
 *       dandori.training.Remedy} the least change by which something fits.
 *   <li>{@link dandori.training.StepConstants} are what a machine is calibrated by, {@link
 *       dandori.training.StepFit} fits them to measured steps.
 * </ul>
 *
 * <p>What the model is, and how far it is off, stands in docs/models/training.md.
 */
@NullMarked
package dandori.training;

import org.jspecify.annotations.NullMarked;
