package org.comity.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.comity.ui.CurrentOfficial;
import org.comity.ui.LiveRights;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class LiveStreamTest {

    private static final Official MAREN = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));
    private static final Official TOLVA = new Official("tolva", "R. Tolva", "XA-1/o-2", Set.of(Duty.SECOND_OFFICER));
    private static final LiveSettings SETTINGS =
            new LiveSettings(3, 2, 4, 256, Duration.ofMillis(50), Duration.ofMinutes(5));

    private final AtomicReference<Official> sitting = new AtomicReference<>(MAREN);
    private final CurrentOfficial official = () -> Optional.ofNullable(sitting.get());
    private final LiveRights rights = (topic, id) -> _ -> !topic.equals("secret");
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private LiveHub live;
    private MockMvc mvc;

    @BeforeEach
    void hub() {
        hub(SETTINGS, rights);
    }

    private void hub(LiveSettings settings, LiveRights rights) {
        live = new LiveHub(settings, provider(LiveRights.class, rights), Clock.fixed(NOON, ZoneOffset.UTC));
        mvc = standaloneSetup(new EventsController(live, provider(CurrentOfficial.class, official)))
                .build();
    }

    @AfterEach
    void close() {
        live.closing(new ContextClosedEvent(new GenericApplicationContext()));
    }

    @Test
    void says_that_something_changed_by_its_name_only() throws Exception {
        var stream = open(null);
        live.changed("requests", "XA-2026-000417");

        await().untilAsserted(() -> assertThat(said(stream))
                .contains(
                        "event:clock",
                        "event:changed",
                        "{\"topic\":\"requests\",\"id\":\"XA-2026-000417\",\"at\":\"2027-03-01T12:00:00Z\"}"));
    }

    /** So that whoever sent it is not told of news, and a page that was drawn since says nothing. */
    @Test
    void an_act_of_ours_that_was_entered_is_said_to_be_ours_and_each_change_since_when_it_is_so() throws Exception {
        var stream = open(null);
        live.entered("requests", "XA-2026-000418");

        await().untilAsserted(
                        () -> assertThat(said(stream))
                                .contains(
                                        "{\"topic\":\"requests\",\"id\":\"XA-2026-000418\",\"at\":\"2027-03-01T12:00:00Z\",\"ours\":true}"));
    }

    @Test
    void signs_of_life_come_without_any_change() throws Exception {
        var stream = open(null);

        await().untilAsserted(
                        () -> assertThat(said(stream).split("event:clock", -1)).hasSizeGreaterThan(3));
    }

    @Test
    void a_browser_that_comes_back_gets_what_it_missed() throws Exception {
        live.changed("requests", "XA-2026-000001");
        var first = open(null);
        await().untilAsserted(() -> assertThat(said(first)).contains("id:", "\"now\""));
        var last = said(first).replaceAll("(?s).*?id:([a-z0-9-]+).*", "$1");
        live.changed("requests", "XA-2026-000002");

        var second = open(last);
        await().untilAsserted(() ->
                assertThat(said(second)).contains("XA-2026-000002").doesNotContain("XA-2026-000001"));

        sitting.set(TOLVA);
        var third = open("gone-7");
        await().untilAsserted(() -> assertThat(said(third)).contains("event:missed"));
    }

    @Test
    void what_an_official_may_not_know_is_not_told() throws Exception {
        var stream = open(null);
        live.changed("secret", "XA-2026-000009");
        live.changed("requests", "XA-2026-000010");

        await().untilAsserted(() -> assertThat(said(stream)).contains("XA-2026-000010"));
        assertThat(said(stream)).doesNotContain("XA-2026-000009");
    }

    @Test
    void a_change_is_told_after_the_transaction_and_not_if_it_fails() throws Exception {
        var stream = open(null);
        TransactionSynchronizationManager.initSynchronization();
        live.changed("requests", "XA-2026-000011");
        var kept = TransactionSynchronizationManager.getSynchronizations();
        TransactionSynchronizationManager.clearSynchronization();
        live.changed("requests", "XA-2026-000012");
        await().untilAsserted(() -> assertThat(said(stream)).contains("XA-2026-000012"));
        assertThat(said(stream)).doesNotContain("XA-2026-000011");

        kept.forEach(it -> it.afterCommit());
        await().untilAsserted(() -> assertThat(said(stream)).contains("XA-2026-000011"));
    }

    @Test
    void who_may_know_a_change_is_asked_once_however_many_pages_are_open() throws Exception {
        var asked = new AtomicInteger();
        hub(SETTINGS, (topic, id) -> {
            asked.incrementAndGet();
            return it -> it.equals(MAREN);
        });
        var first = open(null);
        var second = open(null);
        sitting.set(TOLVA);
        var third = open(null);

        live.changed("requests", "XA-2026-000021");

        for (var stream : List.of(first, second)) {
            await().untilAsserted(() -> assertThat(said(stream)).contains("XA-2026-000021"));
        }
        assertThat(said(third)).doesNotContain("XA-2026-000021");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoever_changed_something_waits_for_no_answer_and_learns_of_no_fault() throws Exception {
        var answered = new CountDownLatch(1);
        hub(SETTINGS, (topic, id) -> {
            waiting(answered);
            throw new IllegalStateException("no database");
        });
        var stream = open(null);
        await().untilAsserted(() -> assertThat(said(stream)).contains("id:", "\"now\""));
        var before = said(stream).replaceAll("(?s).*?id:([a-z0-9-]+).*", "$1");
        live.changed("requests", "XA-2026-000022");
        assertThat(said(stream)).doesNotContain("event:missed");

        answered.countDown();

        await().untilAsserted(
                        () -> assertThat(said(stream)).contains("event:missed").doesNotContain("XA-2026-000022"));
        sitting.set(TOLVA);
        var again = open(before);
        await().untilAsserted(() -> assertThat(said(again)).contains("event:missed"));
    }

    @Test
    void of_more_changes_than_may_wait_pages_are_told_to_load_again() throws Exception {
        var answered = new CountDownLatch(1);
        var asked = new AtomicInteger();
        hub(new LiveSettings(3, 2, 64, 4, Duration.ofMillis(50), Duration.ofMinutes(5)), (topic, id) -> {
            waiting(answered);
            asked.incrementAndGet();
            return _ -> true;
        });
        var stream = open(null);
        for (int i = 30; i < 60; i++) live.changed("requests", "XA-2026-0000" + i);

        answered.countDown();

        await().untilAsserted(() -> assertThat(said(stream)).contains("XA-2026-000030", "event:missed"));
        assertThat(said(stream)).doesNotContain("XA-2026-000059");
        assertThat(asked.get()).isLessThanOrEqualTo(5);
    }

    private static void waiting(CountDownLatch answered) {
        try {
            answered.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void of_an_officials_streams_the_newest_two_stay_open() throws Exception {
        open(null);
        open(null);
        assertThat(live.count()).isEqualTo(2);
        var third = open(null);
        assertThat(live.count()).isEqualTo(2);

        live.changed("requests", "XA-2026-000013");
        await().untilAsserted(() -> assertThat(said(third)).contains("XA-2026-000013"));
    }

    @Test
    void three_streams_of_a_node_are_open_and_the_next_is_asked_to_wait() throws Exception {
        open(null);
        open(null);
        sitting.set(TOLVA);
        open(null);
        assertThat(live.count()).isEqualTo(3);
        assertThat(status()).isEqualTo(503);
    }

    @Test
    void a_stranger_is_told_not_to_come_back() throws Exception {
        sitting.set(null);

        assertThat(status()).isEqualTo(204);
    }

    @Test
    void names_that_are_not_plain_do_not_travel() {
        assertThatIllegalArgumentException().isThrownBy(() -> live.changed("requests", "a\nevent: x"));
        assertThatIllegalArgumentException().isThrownBy(() -> live.changed("Requests!", "a"));
    }

    @Test
    void a_node_that_closes_ends_its_streams_and_opens_no_more() throws Exception {
        var stream = open(null);
        live.closing(new ContextClosedEvent(new GenericApplicationContext()));

        await().untilAsserted(() -> assertThat(live.count()).isZero());
        assertThat(stream.getRequest().isAsyncStarted()).isTrue();
        assertThat(status()).isEqualTo(503);
    }

    private MvcResult open(String last) throws Exception {
        var asked = get("/events");
        if (last != null) {
            asked.header("Last-Event-ID", last);
        }
        return mvc.perform(asked).andExpect(request().asyncStarted()).andReturn();
    }

    private int status() throws Exception {
        return mvc.perform(get("/events")).andReturn().getResponse().getStatus();
    }

    private static String said(MvcResult stream) throws Exception {
        return stream.getResponse().getContentAsString();
    }

    private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        return new StaticListableBeanFactory(Map.of("it", bean)).getBeanProvider(type);
    }
}
