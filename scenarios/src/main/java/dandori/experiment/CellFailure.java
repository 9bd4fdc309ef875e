package dandori.experiment;

/**
 * A cell that could not be finished.
 *
 * @param cell which
 * @param cause why
 */
public record CellFailure(Cell cell, Throwable cause) {}
