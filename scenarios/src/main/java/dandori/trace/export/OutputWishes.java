package dandori.trace.export;

/**
 * What a call says of the file that is written.
 *
 * @param names whether names are written into the head of a format whose jobs have numbers only
 * @param machineSize the machine's size in what jobs count; 0: what the log says
 * @param writtenBy the program and its version, for the head
 */
public record OutputWishes(boolean names, long machineSize, String writtenBy) {}
