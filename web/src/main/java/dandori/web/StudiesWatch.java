package dandori.web;

import dandori.web.study.StudyLine;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages what has changed in the list of studies, as it changes. One thread looks once a
 * second for all pages, and none while no page listens; each page is told by a thread of its own,
 * so that a slow one keeps no other waiting.
 */
final class StudiesWatch {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StudiesList list;
    private final int mostPages;
    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private @Nullable Thread thread;
    private @Nullable Look latest;
    private long looks;

    /**
     * What the list was at a time.
     *
     * @param number which look it was, from 1
     * @param lines the lines of all studies, by where they are
     */
    record Look(long number, Map<String, Map<String, @Nullable Object>> lines) {}

    /**
     * Looks at a list.
     *
     * @param mostPages how many may listen; each has a connection and a thread
     */
    StudiesWatch(StudiesList list, int mostPages) {
        this.list = list;
        this.mostPages = mostPages;
    }

    /**
     * Tells a page all lines, and from then on what changes; it ends with the page. One too many is
     * let go at once, and its browser comes again by itself.
     */
    void add(SseClient client) {
        if (clients.size() >= mostPages) {
            client.close();
            return;
        }
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        synchronized (this) {
            if (thread == null) {
                thread = begin(this::watch, "studies");
            }
        }
        begin(new StudiesNews(client, this)::tell, "news of studies");
    }

    private static Thread begin(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Whether a page still listens. */
    boolean isHere(SseClient client) {
        if (client.terminated()) {
            clients.remove(client);
        }
        return clients.contains(client);
    }

    /** The first look after the one of a number, waited for a while; null if there was none. */
    @SuppressWarnings("WaitNotInLoop") // who is woken too early asks again
    synchronized @Nullable Look after(long number) throws InterruptedException {
        if (latest == null || latest.number() <= number) {
            wait(2 * PAUSE.toMillis());
        }
        return latest == null || latest.number() <= number ? null : latest;
    }

    private void watch() {
        try {
            while (!isOver()) {
                look();
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isOver() {
        clients.removeIf(SseClient::terminated);
        if (clients.isEmpty()) {
            thread = null;
            latest = null; // who comes later is told what is there then
            return true;
        }
        return false;
    }

    private void look() {
        Map<String, Map<String, @Nullable Object>> lines = new LinkedHashMap<>();
        try {
            for (StudyLine line : list.lines()) {
                lines.put(String.valueOf(line.tree().get("at")), line.tree());
            }
        } catch (IOException gone) {
            return; // the next look may find it again
        }
        synchronized (this) {
            latest = new Look(++looks, lines);
            notifyAll();
        }
    }
}
