package dandori.cli;

/** The program that called this one: a study of the viewer ends with it, however it ends. */
final class Parent {

    /** The system property that names the process of the program that called. */
    static final String PROPERTY = "dandori.parent";

    private static final int INTERRUPTED = 130;

    private Parent() {}

    /** Ends this program when its parent ends; nothing if it has none to end with. */
    static void watch() {
        Long process = Long.getLong(PROPERTY);
        if (process != null) {
            Thread watcher = new Thread(() -> endAfter(process), "parent");
            watcher.setDaemon(true);
            watcher.start();
        }
    }

    private static void endAfter(long process) {
        ProcessHandle.of(process).ifPresent(parent -> parent.onExit().join());
        System.exit(INTERRUPTED);
    }
}
