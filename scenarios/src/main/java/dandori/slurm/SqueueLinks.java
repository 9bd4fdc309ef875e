package dandori.slurm;

import dandori.job.Condition;
import dandori.job.Dependencies;
import dandori.job.WorkloadBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which jobs of a snapshot wait for which: the column DEPENDENCY, and the arrays of which only some
 * tasks may run at once. A job that is in the snapshot no more has left, in the way that is asked
 * for.
 */
final class SqueueLinks {

    private static final Map<String, Condition> CONDITIONS =
            Map.of(
                    "after", Condition.STARTED,
                    "afterany", Condition.LEFT,
                    "afterok", Condition.COMPLETED,
                    "aftercorr", Condition.COMPLETED,
                    "afternotok", Condition.NOT_COMPLETED);

    private static final Pattern SINGLETON = Pattern.compile("(?i)singleton(\\([^)]*\\))?");
    private static final Pattern TARGET =
            Pattern.compile("(\\d{1,10})(?:_(\\d{1,7}|\\*))?(\\+\\d+)?");

    /** A job, by its place in the input. */
    private record Member(int place, int task, Map<String, String> row, boolean runs) {

        boolean isOnlySingleton() {
            return !runs && SINGLETON.matcher(row.getOrDefault("DEPENDENCY", "").strip()).matches();
        }
    }

    private final WorkloadBuilder builder;
    private final SlurmNotes notes;
    private final String file;
    private final Map<Long, List<Member>> members = new LinkedHashMap<>(); // by number before tasks
    private final Map<Long, Integer> most = new HashMap<>(); // of arrays with a bound
    private final List<Member> all = new ArrayList<>();
    private final Map<List<String>, List<Member>> namesakes = new HashMap<>(); // in order

    SqueueLinks(WorkloadBuilder builder, SlurmNotes notes, String file) {
        this.builder = builder;
        this.notes = notes;
        this.file = file;
    }

    /** Takes the job that was added last. */
    void add(SqueueId id, int task, Map<String, String> row, boolean runs) {
        Member member = new Member(builder.count() - 1, task, row, runs);
        members.computeIfAbsent(id.base(), base -> new ArrayList<>()).add(member);
        all.add(member);
        List<String> called = called(row);
        if (!called.isEmpty()) {
            namesakes.computeIfAbsent(called, name -> new ArrayList<>()).add(member);
        }
        if (id.most() > 0) {
            most.put(id.base(), id.most());
        }
    }

    /** Says who waits for whom, once all are in. */
    void link() {
        most.forEach((base, few) -> {
            List<Member> tasks = new ArrayList<>(members.getOrDefault(base, List.of()));
            tasks.sort((one, other) ->
                    one.runs != other.runs
                            ? one.runs ? -1 : 1
                            : Integer.compare(one.task, other.task));
            builder.dependencies().series(tasks.stream().mapToInt(Member::place).toArray(), few);
        });
        for (Member one : all) {
            String text = one.row.getOrDefault("DEPENDENCY", "");
            if (!one.runs && !text.isEmpty() && !text.equals("(null)")) {
                link(one, text);
            }
        }
    }

    private void link(Member one, String text) {
        Dependencies.Builder links = builder.dependencies();
        boolean needsAny = text.contains("?");
        int added = 0;
        for (String term : text.split("[,?]")) {
            String plain = term.replaceAll("\\([^)]*\\)", "").strip();
            int colon = plain.indexOf(':');
            String type = (colon < 0 ? plain : plain.substring(0, colon)).toLowerCase(Locale.ROOT);
            Condition condition = CONDITIONS.get(type);
            if (type.equals("singleton")) {
                added += singleton(one, links);
            } else if (condition == null || colon < 0) {
                notes.add(file, 0, term, "not modelled: the job does not wait for that");
            } else {
                for (String target : plain.substring(colon + 1).split(":")) {
                    added += targets(one, type, target, condition, links);
                }
            }
        }
        if (needsAny && added > 0) { // those that have left have not been enough
            links.needsAny(one.place);
        }
    }

    /**
     * A job waits for all of its name and user that run or came before it. One of them that waits
     * for the same, and for nothing else, stands for all that it waits for: a hundred thousand jobs
     * that come one by one are so many links, and not their square.
     */
    private int singleton(Member one, Dependencies.Builder links) {
        List<Member> same = namesakes.getOrDefault(called(one.row), List.of());
        List<Member> before = new ArrayList<>();
        int at = Collections.binarySearch(same, one, Comparator.comparingInt(Member::place));
        boolean isAll = false;
        for (int i = at - 1; i >= 0 && !isAll; i--) {
            before.add(0, same.get(i));
            isAll = same.get(i).isOnlySingleton();
        }
        for (int i = at + 1; 0 < i && i < same.size() && !isAll; i++) {
            if (same.get(i).runs) {
                before.add(same.get(i));
            }
        }
        before.forEach(other -> links.dependsOn(one.place, other.place, Condition.LEFT));
        return before.size();
    }

    /** What a job is called and whose it is; empty where the snapshot does not say. */
    private static List<String> called(Map<String, String> row) {
        String name = row.get("NAME");
        String user = row.get("USER");
        return name == null || user == null ? List.of() : List.of(name, user);
    }

    private int targets(
            Member one,
            String type,
            String target,
            Condition condition,
            Dependencies.Builder links) {
        Matcher form = TARGET.matcher(target);
        if (!form.matches()) {
            notes.add(file, 0, type + ":" + target, "not understood: the job does not wait for it");
            return 0;
        }
        if (form.group(3) != null) {
            notes.add(file, 0, type + ":" + target, "the minutes after it are not modelled");
        }
        String task = form.group(2);
        int added = 0;
        for (Member other : members.getOrDefault(Long.valueOf(form.group(1)), List.of())) {
            boolean isMeant =
                    type.equals("aftercorr")
                            ? other.task == one.task
                            : task == null
                                    || task.equals("*")
                                    || other.task == Integer.parseInt(task);
            if (isMeant && other != one) {
                links.dependsOn(one.place, other.place, condition);
                added++;
            }
        }
        return added;
    }
}
