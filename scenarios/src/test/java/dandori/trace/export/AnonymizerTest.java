package dandori.trace.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.machine.AllocationUnit;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of names, dates and figures. */
class AnonymizerTest {

    /** 1 + (the first 8 bytes of HMAC-SHA-256("key", "user\\0ada") >> 33) mod (2^31 - 2). */
    private static final long ADA = 1897170634;

    private static final ZonedDateTime WEDNESDAY =
            ZonedDateTime.of(2026, 4, 1, 9, 30, 0, 0, ZoneId.of("Asia/Tokyo"));

    private static Pseudonyms under(String key) {
        return new Pseudonyms(key.getBytes(StandardCharsets.UTF_8));
    }

    private static AnonymityRules rules(long stepMillis, boolean sizes, long least) {
        return new AnonymityRules(null, stepMillis, sizes, least, Set.of());
    }

    private static Anonymizer anonymous(List<LoggedJob> jobs, AnonymityRules rules, String key) {
        NameCounts counts =
                new NameCounts().addAll(new ListedJobs(jobs, AllocationUnit.NODE, WEDNESDAY));
        return new Anonymizer(
                new ListedJobs(jobs, AllocationUnit.NODE, WEDNESDAY), rules, under(key), counts);
    }

    private static LoggedJob job(@Nullable String user, long userNumber) {
        LoggedJob job = new LoggedJob();
        job.id = 77;
        job.submitMillis = 119_999;
        job.user = user;
        job.userNumber = userNumber;
        job.group = user;
        job.precedingId = 5;
        job.thinkMillis = 9;
        return job;
    }

    @Test
    void aDateAmongTimesSinceTimeZeroIsRefused() {
        LoggedJob first = job("ada", -1);
        LoggedJob dated = job("ada", -1);
        dated.submitMillis = 1_700_000_200_000L;
        for (ZonedDateTime origin : new ZonedDateTime[] {null, WEDNESDAY.minusYears(16)}) {
            ListedJobs jobs = new ListedJobs(List.of(first, dated), AllocationUnit.NODE, origin);
            Anonymizer anonymous =
                    new Anonymizer(jobs, rules(1, false, 1), under("key"), new NameCounts());
            assertThatThrownBy(() -> ListedJobs.all(anonymous))
                    .isInstanceOf(TraceException.class)
                    .hasMessageStartingWith("Job 77 is submitted at 1700000200 s: since 1970");
        }
    }

    @Test
    void aPseudonymIsTheKeyedHash() {
        assertThat(under("key").number("user", "ada")).isEqualTo(ADA);
        assertThat(under("key").number("group", "ada")).isNotEqualTo(ADA);
        assertThat(under("kez").number("user", "ada")).isNotEqualTo(ADA);
        assertThatThrownBy(() -> under("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAndTheirNumbersAreHiddenAlike() {
        List<LoggedJob> jobs =
                ListedJobs.all(
                        anonymous(
                                List.of(
                                        job("ada", -1),
                                        job("12", -1),
                                        job(null, 12),
                                        job(null, -1)),
                                rules(1, false, 1),
                                "key"));
        assertThat(jobs).extracting(job -> job.user).containsOnlyNulls();
        assertThat(jobs).extracting(job -> job.group).containsOnlyNulls();
        assertThat(jobs.get(0).userNumber).isEqualTo(ADA);
        assertThat(jobs.get(1).userNumber).isEqualTo(jobs.get(2).userNumber);
        assertThat(jobs.get(3).userNumber).isEqualTo(-1);
        assertThat(jobs).extracting(job -> job.id).containsExactly(1L, 2L, 3L, 4L);
        assertThat(jobs).extracting(job -> job.precedingId).containsOnly(-1L);
        assertThat(jobs).extracting(job -> job.thinkMillis).containsOnly(-1L);
        assertThat(jobs).extracting(job -> job.submitMillis).containsOnly(119_999L);
    }

    @Test
    void datesMoveByWholeWeeksAndNothingOfTheHeaderStaysButSizes() {
        for (String key : List.of("a", "b", "c", "d")) {
            var header = anonymous(List.of(), rules(1, false, 1), key).header();
            ZonedDateTime origin = header.origin();
            assertThat(origin).isNotNull();
            assertThat(origin.getZone()).isEqualTo(ZoneOffset.UTC);
            assertThat(origin.getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
            assertThat(origin.toLocalTime()).isEqualTo(LocalTime.of(9, 30));
            assertThat(origin.toLocalDate())
                    .isBetween(
                            WEDNESDAY.toLocalDate().minusWeeks(520),
                            WEDNESDAY.toLocalDate().minusWeeks(52));
            assertThat(header.computer()).isNull();
            assertThat(header.entries()).isEmpty();
        }
    }

    @Test
    void usersOfFewJobsBecomeOne() {
        Anonymizer anonymous =
                anonymous(
                        List.of(job("ada", -1), job("ada", -1), job("eve", -1), job("bob", -1)),
                        rules(1, false, 2),
                        "key");
        assertThat(ListedJobs.all(anonymous))
                .extracting(job -> job.userNumber)
                .containsExactly(ADA, ADA, 0L, 0L);
        assertThat(anonymous.fates())
                .contains(
                        new FieldFate(
                                "user", "2 numbers for 3; 2 with fewer than 2 jobs are one, 0"),
                        new FieldFate("queue", "none"));
    }

    @Test
    void keptNamesStay() {
        AnonymityRules rules = new AnonymityRules(0, 1, false, 1, Set.of(NameKind.USER));
        Anonymizer anonymous = anonymous(List.of(job("ada", -1)), rules, "key");
        assertThat(ListedJobs.all(anonymous).get(0).user).isEqualTo("ada");
        assertThat(anonymous.header().origin()).isEqualTo("2026-04-01T09:30:00Z");
        assertThat(anonymous.fates()).contains(new FieldFate("user", "kept"));
    }

    @Test
    void roundingKeepsOrderAndLimits() {
        List<LoggedJob> before = new RandomJobs(3).jobs(2_000);
        List<LoggedJob> after = ListedJobs.all(anonymous(before, rules(60_000, true, 1), "key"));
        for (int i = 0; i < before.size(); i++) {
            LoggedJob was = before.get(i);
            LoggedJob is = after.get(i);
            assertThat(is.submitMillis % 60_000).isZero();
            assertThat(was.submitMillis - is.submitMillis).isBetween(0L, 59_999L);
            assertThat(is.runMillis > 0).isEqualTo(was.runMillis > 0);
            assertThat(is.runMillis).isGreaterThanOrEqualTo(was.runMillis);
            if (was.runMillis <= was.walltimeMillis) {
                assertThat(is.runMillis).isLessThanOrEqualTo(is.walltimeMillis);
            }
            long size = is.requestedNodes;
            assertThat(size <= 0 || Long.bitCount(size) == 1).isTrue();
            assertThat(size)
                    .isBetween(
                            was.requestedNodes,
                            Math.max(was.requestedNodes, 2 * was.requestedNodes));
        }
    }
}
