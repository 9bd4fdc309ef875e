package dandori.web.timeline;

import java.util.List;

/**
 * The names that rows of jobs give by number.
 *
 * @param organizations whose jobs there are
 * @param users who submitted them
 * @param machines where they went
 */
record JobNames(List<String> organizations, List<String> users, List<String> machines) {}
