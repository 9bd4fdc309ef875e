package dandori.report;

import java.util.List;

/** Shards do not make up a study; the message names all that is wrong. */
public final class UnlikeShardsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * With what is wrong.
     *
     * @param problems sentences, each with the folder or shard that it is about
     * @param maybe what to try
     */
    UnlikeShardsException(List<String> problems, String maybe) {
        super(
                "the shards do not make up a study:\n\n  "
                        + String.join("\n  ", problems)
                        + "\nMaybe "
                        + maybe);
    }
}
