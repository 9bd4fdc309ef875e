package dandori.policy.limit;

import dandori.policy.Admission;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Limits that count in a run of a pool. */
final class LimitsInRun implements Admission {

    private final List<Side> sides = new ArrayList<>(); // that have limits
    private final List<Clock> clocks = new ArrayList<>();
    private final Map<Period, Clock> clockOf = new EnumMap<>(Period.class);
    private final List<Bell> bells = new ArrayList<>();
    private final Map<DailyTimes, Bell> bellOf = new HashMap<>(); // asked by times only
    private long nowMillis; // at the last look at the clocks
    private int[] nodes = new int[64]; // by row, since the job was queued
    private long[] millis = new long[64]; // by row: the most node time that it can use

    LimitsInRun(Limits limits, Setting setting) {
        for (Subject subject : Subject.values()) {
            boolean isLimited =
                    limits.others().containsKey(subject)
                            || !limits.named().getOrDefault(subject, Map.of()).isEmpty();
            if (isLimited) {
                sides.add(
                        new Side(
                                subject,
                                limits,
                                setting,
                                period -> clock(period, setting),
                                times -> bell(times, setting)));
            }
        }
    }

    private Clock clock(Period period, Setting setting) {
        return clockOf.computeIfAbsent(
                period,
                one -> {
                    Clock clock = new Clock(one, setting.origin());
                    clocks.add(clock);
                    return clock;
                });
    }

    private Bell bell(DailyTimes times, Setting setting) {
        Bell bell =
                bellOf.computeIfAbsent(
                        times,
                        one -> {
                            bells.add(new Bell(one, setting.origin()));
                            return bells.get(bells.size() - 1);
                        });
        bell.turnTo(nowMillis); // whoever comes late
        return bell;
    }

    private static long mostMillis(int job, int nodes, Situation now) {
        long walltime = now.jobs().walltimeMillis(job);
        return Math.multiplyHigh(nodes, walltime) == 0 && nodes * walltime >= 0
                ? nodes * walltime
                : Long.MAX_VALUE / 2;
    }

    @Override
    public boolean mayEver(int job, Situation now) {
        int needed = now.nodesNeeded(job);
        long most = mostMillis(job, needed, now);
        for (Side side : sides) {
            Holder holder = side.holder(job);
            if (holder != null && !holder.everFits(needed, most)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Verdict admit(int job, Situation now) {
        for (int i = 0; i < sides.size(); i++) {
            Verdict verdict = sides.get(i).admit(job, nodes[job], millis[job]);
            if (verdict != Verdict.ELIGIBLE) {
                return verdict;
            }
        }
        return Verdict.ELIGIBLE;
    }

    @Override
    public String heldBy(int job, Situation now) {
        for (Side side : sides) {
            if (side.admit(job, nodes[job], millis[job]) != Verdict.ELIGIBLE) {
                return side.whose(job);
            }
        }
        return "";
    }

    @Override
    public void recall(Recall recall, Situation now) {
        for (int i = 0; i < clocks.size(); i++) {
            if (clocks.get(i).turnTo(now.nowMillis())) {
                begin(clocks.get(i));
            }
        }
        nowMillis = now.nowMillis();
        for (int i = 0; i < bells.size(); i++) {
            if (bells.get(i).turnTo(nowMillis)) {
                turn(bells.get(i));
            }
        }
        for (int i = 0; i < sides.size(); i++) {
            sides.get(i).recall(recall, nodes, millis);
        }
    }

    private static void turn(Bell bell) {
        for (Holder holder : bell.holders) {
            holder.most.look();
            holder.side.touch(holder);
        }
    }

    /** Has the jobs of all asked about whose budgets begin anew. */
    private void begin(Clock clock) {
        for (Holder holder : clock.holders) {
            holder.turns = true;
            holder.side.touch(holder);
        }
    }

    @Override
    public long nextChangeMillis(Situation now) {
        long next = Long.MAX_VALUE;
        for (Clock clock : clocks) {
            if (clock.isWaitedFor()) {
                next = Math.min(next, clock.endMillis());
            }
        }
        for (Bell bell : bells) {
            next = Math.min(next, bell.endMillis());
        }
        return next;
    }

    @Override
    public void jobQueued(int job, Situation now) {
        if (job >= nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * job);
            millis = Arrays.copyOf(millis, 2 * job);
        }
        nodes[job] = now.nodesNeeded(job);
        millis[job] = mostMillis(job, nodes[job], now);
        for (Side side : sides) {
            side.comes(job, nodes[job], millis[job]);
        }
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        for (Side side : sides) {
            side.goes(job);
        }
    }

    @Override
    public void jobStarted(int job, Situation now) {
        for (Side side : sides) {
            side.goes(job);
            side.starts(job, nodes[job], millis[job]);
        }
    }

    @Override
    public void jobEnded(int job, Situation now) {
        long start = now.startMillis(job);
        long used = nodes[job] * (now.nowMillis() - start);
        for (Side side : sides) {
            side.ends(job, nodes[job], millis[job], start, used);
        }
    }
}
