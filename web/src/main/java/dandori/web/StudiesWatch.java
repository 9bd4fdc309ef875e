package dandori.web;

import dandori.web.study.StudyLine;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells pages what has changed in the list of studies, as it changes. One thread looks once a
 * second for all pages, and none while no page listens.
 */
final class StudiesWatch {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int LOOKS_A_SIGN = 10; // after so many without news, a sign of life

    private final StudiesList list;
    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private @Nullable Thread thread;

    StudiesWatch(StudiesList list) {
        this.list = list;
    }

    /** Tells a page from now on; it ends with the page. */
    void add(SseClient client) {
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        client.sendComment("here");
        synchronized (this) {
            if (thread == null) {
                thread = new Thread(this::watch, "studies");
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    /** How many pages listen. */
    int listeners() {
        return clients.size();
    }

    private void watch() {
        Map<String, Map<String, @Nullable Object>> told = new HashMap<>();
        try {
            for (int look = 0; !isOver(); look++) {
                tell(told, look);
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isOver() {
        if (clients.isEmpty()) {
            thread = null;
            return true;
        }
        return false;
    }

    /** Sends what differs from what was told before; the first look only remembers. */
    private void tell(Map<String, Map<String, @Nullable Object>> told, int look) {
        List<Map<String, @Nullable Object>> changed = new ArrayList<>();
        try {
            for (StudyLine line : list.lines()) {
                String at = String.valueOf(line.tree().get("at"));
                Map<String, @Nullable Object> before = told.put(at, line.tree());
                if (!line.tree().equals(before)) {
                    changed.add(line.tree());
                }
            }
        } catch (IOException gone) {
            return; // the next look may find it again
        }
        String text = JsonMapper.shared().writeValueAsString(Map.of("studies", changed));
        for (SseClient client : List.copyOf(clients)) {
            if (client.terminated()) {
                clients.remove(client);
            } else if (!changed.isEmpty()) {
                client.sendEvent("studies", text);
            } else if (look % LOOKS_A_SIGN == 0) {
                client.sendComment("here");
            }
        }
    }
}
