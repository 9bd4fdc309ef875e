/**
 * What a scenario file asks to be found out by changing values of its own.
 *
 * <ul>
 *   <li>{@link dandori.scenario.inquiry.Inquiry} is one of two: a {@link
 *       dandori.scenario.inquiry.Search} for the smallest or largest value at which some {@link
 *       dandori.scenario.inquiry.Target}s hold, or a {@link dandori.scenario.inquiry.Sensitivity}:
 *       which values move a figure most.
 *   <li>{@link dandori.scenario.inquiry.Grid} is the values of a search, in order; {@link
 *       dandori.scenario.inquiry.FigureOf} says which figure of whom is meant, and {@link
 *       dandori.scenario.inquiry.FigureNames} which there are.
 *   <li>{@link dandori.scenario.inquiry.InquiryReader} reads the sections {@code search} and {@code
 *       sensitivity}; {@link dandori.scenario.inquiry.SearchReader}, {@link
 *       dandori.scenario.inquiry.SensitivityReader} and {@link
 *       dandori.scenario.inquiry.FigureReader} read what is in them.
 * </ul>
 */
@NullMarked
package dandori.scenario.inquiry;

import org.jspecify.annotations.NullMarked;
