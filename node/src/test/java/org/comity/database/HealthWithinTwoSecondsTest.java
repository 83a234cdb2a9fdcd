package org.comity.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Health is answered in time, whether the look at it ends or not. */
class HealthWithinTwoSecondsTest {

    @Tag("long")
    @Test
    void what_hangs_is_down_and_is_not_asked_a_second_time() throws Exception {
        var never = new CountDownLatch(1);
        var looks = new AtomicInteger();
        var health = new HealthWithinTwoSeconds(() -> {
            looks.incrementAndGet();
            await(never);
            return new HealthWithinTwoSeconds.Answer(200, new byte[0]);
        });

        // The look has not ended yet, and does not end before both have their answer.
        var first = asked(health, "/actuator/health");
        asked(health, "/actuator/health");
        never.countDown();

        assertThat(first.getStatus()).isEqualTo(503);
        assertThat(first.getContentAsString()).isEqualTo("{\"status\":\"DOWN\"}");
        assertThat(HealthWithinTwoSeconds.PATIENCE).isLessThan(Duration.ofSeconds(2));
        assertThat(looks).hasValue(1);
    }

    @Test
    void what_breaks_is_down_and_what_answers_is_said() throws Exception {
        assertThat(asked(
                                new HealthWithinTwoSeconds(() -> {
                                    throw new IllegalStateException("no");
                                }),
                                "/actuator/health")
                        .getStatus())
                .isEqualTo(503);
        var up = asked(
                new HealthWithinTwoSeconds(() -> new HealthWithinTwoSeconds.Answer(200, "{}".getBytes())),
                "/actuator/health");
        assertThat(up.getStatus()).isEqualTo(200);
        assertThat(up.getContentAsString()).isEqualTo("{}");
    }

    @Test
    void every_other_page_goes_on() throws Exception {
        var health = new HealthWithinTwoSeconds(() -> new HealthWithinTwoSeconds.Answer(503, new byte[0]));

        assertThat(asked(health, "/actuator/env").getStatus()).isEqualTo(200);
        assertThat(asked(health, "/desk").getStatus()).isEqualTo(200);
    }

    private static MockHttpServletResponse asked(HealthWithinTwoSeconds health, String path) throws Exception {
        var response = new MockHttpServletResponse();
        health.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
