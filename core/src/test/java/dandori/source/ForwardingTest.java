package dandori.source;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.ForwardingJobs;
import dandori.job.ForwardingSource;
import dandori.job.JobSource;
import dandori.job.Jobs;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever forwards, forwards everything: a question with a default answer is easily forgotten. */
class ForwardingTest {

    @Test
    void nothingIsLeftToDefaults() {
        assertThat(forgotten(Jobs.class, ForwardingJobs.class)).isEmpty();
        assertThat(forgotten(JobSource.class, ForwardingSource.class)).isEmpty();
    }

    private static List<String> forgotten(Class<?> asked, Class<?> forwarding) {
        return Arrays.stream(asked.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .filter(method -> !declares(forwarding, method))
                .map(Method::getName)
                .toList();
    }

    private static boolean declares(Class<?> forwarding, Method method) {
        return Arrays.stream(forwarding.getDeclaredMethods())
                .anyMatch(own ->
                        own.getName().equals(method.getName())
                                && Arrays.equals(
                                        own.getParameterTypes(), method.getParameterTypes()));
    }
}
