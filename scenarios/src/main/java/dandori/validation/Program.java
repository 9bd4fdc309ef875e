package dandori.validation;

import java.util.List;

/** The program as one calls it. */
@FunctionalInterface
public interface Program {

    /** Makes a call. */
    Answer call(List<String> words);

    /**
     * What a call comes to.
     *
     * @param status the exit status
     * @param out standard output
     * @param err standard error
     */
    record Answer(int status, String out, String err) {}
}
