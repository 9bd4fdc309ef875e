package dandori.trace.export;

/**
 * What became of a field in an anonymous trace.
 *
 * @param field the field
 * @param fate what was done to it
 */
public record FieldFate(String field, String fate) {}
