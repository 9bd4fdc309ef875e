package dandori.web;

import io.javalin.http.sse.SseClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What one page is told of the studies: at first all of them, then how they differ from that. */
final class StudiesNews {

    private static final int LOOKS_A_SIGN = 10; // after so many without news, a sign of life

    private final SseClient client;
    private final StudiesWatch watch;
    private @Nullable Map<String, Map<String, @Nullable Object>> told;

    StudiesNews(SseClient client, StudiesWatch watch) {
        this.client = client;
        this.watch = watch;
    }

    /** Tells the page until it is gone. */
    void tell() {
        try {
            long number = 0;
            int silent = 0;
            while (watch.isHere(client)) {
                StudiesWatch.Look look = watch.after(number);
                number = look == null ? number : look.number();
                if (look != null && tell(look)) {
                    silent = 0;
                } else if (++silent % LOOKS_A_SIGN == 0) {
                    client.sendComment("here");
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what the page does not know; whether there was something. */
    private boolean tell(StudiesWatch.Look look) {
        Map<String, Map<String, @Nullable Object>> before = told;
        List<Map<String, @Nullable Object>> changed = new ArrayList<>();
        look.lines()
                .forEach((at, line) -> {
                    if (before == null || !line.equals(before.get(at))) {
                        changed.add(line);
                    }
                });
        List<String> gone = new ArrayList<>(before == null ? List.of() : before.keySet());
        gone.removeAll(look.lines().keySet());
        told = look.lines();
        if (before != null && changed.isEmpty() && gone.isEmpty()) {
            return false;
        }
        Map<String, Object> news = new LinkedHashMap<>();
        news.put("all", before == null);
        news.put("studies", changed);
        news.put("gone", gone);
        client.sendEvent("studies", JsonMapper.shared().writeValueAsString(news));
        return true;
    }
}
