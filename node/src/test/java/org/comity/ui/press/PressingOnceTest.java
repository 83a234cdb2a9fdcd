package org.comity.ui.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.comity.ui.SinglePress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

@SpringBootTest(classes = PressingOnceTest.Alone.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class PressingOnceTest {

    @Autowired
    SinglePress presses;

    private final AtomicInteger acts = new AtomicInteger();
    private final String token = UUID.randomUUID().toString();

    @Test
    void the_second_press_leads_where_the_first_led_and_does_nothing() {
        assertThat(presses.once(token, this::act)).isEqualTo("redirect:/requests/1");
        assertThat(presses.once(token, this::act)).isEqualTo("redirect:/requests/1");
        assertThat(acts).hasValue(1);
        assertThat(presses.once(UUID.randomUUID().toString(), this::act)).isEqualTo("redirect:/requests/2");
    }

    @Test
    void twenty_presses_at_once_make_one_act() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var pressed = IntStream.range(0, 20)
                    .mapToObj(it -> people.submit(() -> presses.once(token, this::act)))
                    .toList();
            for (var press : pressed) {
                assertThat(press.get()).isEqualTo("redirect:/requests/1");
            }
        }
        assertThat(acts).hasValue(1);
    }

    @Test
    void a_press_that_failed_may_be_repeated() {
        assertThatIllegalStateException()
                .isThrownBy(() -> presses.once(token, () -> {
                    throw new IllegalStateException("no");
                }));
        assertThat(presses.once(token, this::act)).isEqualTo("redirect:/requests/1");
    }

    @Test
    void a_form_without_a_token_does_nothing() {
        assertThatExceptionOfType(UnreadableToken.class).isThrownBy(() -> presses.once("", this::act));
        assertThat(acts).hasValue(0);
    }

    @Configuration
    @EnableAutoConfiguration
    @ComponentScan({"org.comity.ui.press", "org.comity.database", "org.comity.clock"})
    static class Alone {}

    private String act() {
        return "redirect:/requests/" + acts.incrementAndGet();
    }
}
