package dandori.report;

/**
 * A figure of a report.
 *
 * @param title what it shows
 * @param svg the figure, as a part of a page of HTML
 */
public record Picture(String title, String svg) {}
