package dandori.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Answers to the page, as JSON; problems to whom opens an address in a window, as sentences. */
final class Answers {

    /** After how many seconds to come again who came when too many did. */
    static final String RETRY_SECONDS = "2";

    private Answers() {}

    /** Sends a tree of maps, lists, texts and numbers. */
    static void send(Context request, Object tree) {
        request.contentType("application/json; charset=utf-8");
        request.result(JsonMapper.shared().writeValueAsBytes(tree));
    }

    /** Sends what is wrong: {@code problem}, and {@code maybe} where there is something to try. */
    static void sendProblem(Context request, int status, String problem, String hint) {
        Map<String, String> tree = new LinkedHashMap<>();
        tree.put("problem", problem);
        if (!hint.isEmpty()) {
            tree.put("maybe", hint);
        }
        if (status == 503) {
            request.header("Retry-After", RETRY_SECONDS);
        }
        request.status(status);
        if ("navigate".equals(request.header("Sec-Fetch-Mode"))) { // a person, and no page of ours
            request.contentType("text/plain; charset=utf-8");
            request.result(hint.isEmpty() ? problem : problem + "\nMaybe " + hint);
        } else {
            send(request, tree);
        }
    }
}
