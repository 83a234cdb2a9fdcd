package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.comity.notification.AlarmSettings.Step;
import org.comity.notification.AlarmSettings.Who;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What may be named in a chain: a slip is found when the node starts, and not in the night. */
class AlarmSettingsTest {

    private static final List<String> DUTY = List.of("duty@xa.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://gateway.xa.example/call",
                "http://127.0.0.1.xa.example/",
                "ftp://gateway.xa.example/",
                "gateway.xa.example",
                "https:///call"
            })
    void a_gateway_is_reached_over_https_or_on_this_machine(String hook) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> step(1, List.of(), hook))
                .withMessageContaining("https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://gateway.xa.example/call", "http://127.0.0.1:8080/", "http://localhost/call"})
    void these_are_taken(String hook) {
        assertThatNoException().isThrownBy(() -> step(1, List.of(), hook));
    }

    @Test
    void a_step_tells_somebody_within_a_day() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> step(1, List.of(), null));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> step(1, List.of("duty"), null));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> step(24 * 60 + 1, DUTY, null));
    }

    @Test
    void steps_stand_in_the_order_of_their_time_and_neither_key_nor_gateway_is_written_into_a_log() {
        var settings = new AlarmSettings(
                List.of(step(8, DUTY, "https://gateway.xa.example/secret"), step(3, DUTY, null)),
                null,
                Duration.ofMinutes(15),
                60,
                "secret",
                Duration.ofSeconds(10));

        assertThat(settings.steps()).extracting(Step::after).isSorted();
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void two_steps_that_would_be_told_as_one_are_refused() {
        var sms = step(8, List.of(), "https://gateway.xa.example/sms");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> chain(sms, step(8, List.of(), "https://gateway.xa.example/voice")))
                .withMessageContaining("gateway.xa.example, and one of them would never be made")
                .withMessageContaining("give one another time");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> chain(step(8, DUTY, null), step(8, DUTY, null)));
        assertThatNoException()
                .isThrownBy(() -> chain(
                        sms,
                        step(9, List.of(), "https://gateway.xa.example/voice"),
                        step(8, List.of(), "https://voice.xa.example/")));
    }

    @Test
    void a_step_is_written_into_a_log_without_its_gateway() {
        assertThat(step(8, DUTY, "https://gateway.xa.example/secret").toString())
                .contains("CONTACT_POINT", "PT8M")
                .doesNotContain("secret", "gateway");
    }

    @Test
    void who_is_on_duty_is_no_step_of_the_configuration() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> chain(new Step(Who.ON_DUTY, Duration.ZERO, DUTY, null, null)))
                .withMessageContaining("by the duty rota");
    }

    /** Only a binding leaves them out. */
    @ParameterizedTest
    @CsvSource({"after,3m,who is missing", "who,contact-point,after is missing"})
    void a_step_without_who_or_after_is_refused_by_name(String key, String value, String said) {
        var binder = new Binder(new MapConfigurationPropertySource(
                Map.of("node.alarm.steps[0].mail", "duty@xa.example", "node.alarm.steps[0]." + key, value)));

        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> binder.bindOrCreate("node.alarm", AlarmSettings.class))
                .withRootCauseInstanceOf(IllegalArgumentException.class)
                .havingRootCause()
                .withMessageContaining("node.alarm.steps: " + said);
    }

    private static AlarmSettings chain(Step... steps) {
        return new AlarmSettings(List.of(steps), null, Duration.ofMinutes(15), 60, null, Duration.ofSeconds(10));
    }

    private static Step step(int minutes, List<String> mail, @Nullable String hook) {
        return new Step(
                Who.CONTACT_POINT, Duration.ofMinutes(minutes), mail, hook == null ? null : URI.create(hook), null);
    }
}
