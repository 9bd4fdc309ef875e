package dandori.policy.order;

/** What an order says that is asked outside a run. */
final class Unset {

    private Unset() {}

    static IllegalStateException order(String name) {
        return new IllegalStateException(
                "The order '%s' knows usage in a run only.\nMaybe ask forRun(setting).score(…)."
                        .formatted(name));
    }
}
