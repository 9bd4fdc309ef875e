package dandori.published;

import dandori.failure.Failure;
import dandori.failure.Failures;

/** A single thing breaks, and nothing after it. */
final class OneFailure implements Failures {

    private final Failure failure;
    private boolean isOver;

    OneFailure(Failure failure) {
        this.failure = failure;
    }

    @Override
    public long nextAtMillis() {
        return isOver ? Long.MAX_VALUE : failure.atMillis();
    }

    @Override
    public Failure next() {
        isOver = true;
        return failure;
    }
}
