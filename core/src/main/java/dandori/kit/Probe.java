package dandori.kit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Parts that stand before others: they pass every call on, whatever the interface has, but for what
 * is looked at.
 */
final class Probe {

    /** Answers a call in place of the part. */
    @FunctionalInterface
    interface Answer {

        /**
         * The answer.
         *
         * @param answered what the part has answered
         * @param arguments of the call
         */
        @Nullable Object to(@Nullable Object answered, Object[] arguments);
    }

    private Probe() {}

    /**
     * A part whose instances for a run pass through a hand.
     *
     * @param kind the interface
     * @param part the part
     * @param hand takes an instance and gives the one to be used
     */
    static <T> T forRun(Class<T> kind, T part, UnaryOperator<T> hand) {
        return answering(
                kind,
                part,
                "forRun",
                (made, arguments) -> hand.apply(kind.cast(Objects.requireNonNull(made))));
    }

    /** A part of which one method is answered otherwise, once the part itself has been asked. */
    static <T> T answering(Class<T> kind, T part, String method, Answer answer) {
        InvocationHandler handler =
                (proxy, called, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    Object answered = invoke(part, called, given);
                    return called.getName().equals(method) ? answer.to(answered, given) : answered;
                };
        return kind.cast(
                Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, handler));
    }

    private static @Nullable Object invoke(Object part, Method called, Object[] arguments)
            throws Throwable {
        try {
            return called.invoke(part, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
