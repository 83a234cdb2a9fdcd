package org.comity.thread.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.comity.database.PracticeDatabase;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules R70 and R124: a keeper changed its register key; what the old one signed in its time is still read and exported. */
class ChangedKeyTest {

    private static final Clock NOON = Clock.fixed(Acts.NOON, ZoneOffset.UTC);
    private static final Instant BEFORE = PracticeParticipants.CHANGED.minusSeconds(1);

    private PracticeNode requesting;
    private PracticeNode requested;
    private String thread;
    private SealedAct opening;

    @BeforeEach
    void opened() throws Exception {
        requesting = new PracticeNode("XA-1", PracticeDatabase.emptied("thread", 1), PracticeNode.LIMITS, NOON);
        requested = new PracticeNode("XB-1", PracticeDatabase.emptied("thread", 2), PracticeNode.LIMITS, NOON);
        thread = UUID.randomUUID().toString();
        opening = Acts.in(thread).requesting().open("XA-2026-000001");
        requesting.keepOwn(opening);
    }

    @AfterEach
    void notRevoked() {
        PracticeParticipants.REVOKED.set(Instant.MAX);
    }

    @Test
    void an_entry_that_the_old_key_signed_in_its_time_is_taken_by_who_fetches_it_later() throws IOException {
        requesting.keepEntry(first("XC-1", BEFORE));
        assertThat(requesting.threads.entries(thread, 0)).hasSize(1);

        var next = Acts.in(thread).requesting().sealed("say");
        requesting.keepOwn(next);
        requesting.keepEntry(second("XB-1", next, Acts.NOON));
        assertThat(requesting.threads.entries(thread, 0)).hasSize(2);
        assertThat(head())
                .contains("comity-thread/2", "\"from\":1,", "\"from\":2,")
                .doesNotContain("\"keeper\":");
    }

    @Test
    void a_register_under_one_key_is_exported_as_ever() throws IOException {
        requesting.keepEntry(first("XB-1", Acts.NOON));
        assertThat(head()).contains("comity-thread/1", "\"keeper\":\"XB-1\"").doesNotContain("keepers");
    }

    /** Decision 0044: the keeper's clock stood days back after the change, or ahead before it. */
    @Test
    void no_entry_is_refused_for_its_time() {
        requesting.keepEntry(first("XB-1", BEFORE.minus(Duration.ofDays(2))));
        assertThat(requesting.threads.entries(thread, 0)).hasSize(1);

        var ahead = Acts.in(thread).requesting().sealed("say");
        requesting.keepOwn(ahead);
        requesting.keepEntry(second("XC-1", ahead, PracticeParticipants.CHANGED.plus(Duration.ofDays(30))));
        assertThat(requesting.threads.entries(thread, 0)).hasSize(2);
    }

    @Test
    void an_entry_under_a_certificate_that_no_version_named_is_refused() {
        refused(first("XA-1", Acts.NOON));
    }

    @Test
    void what_a_revoked_key_signed_is_not_taken() {
        PracticeParticipants.REVOKED.set(Acts.NOON.plusSeconds(1));
        requesting.keepEntry(first("XC-1", BEFORE));
        PracticeParticipants.REVOKED.set(Acts.NOON);
        refused(first("XC-1", BEFORE.minusSeconds(1)));
    }

    private void refused(SignedEntry entry) {
        PracticeParticipants.LOOKED_AGAIN.clear();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requesting.keepEntry(entry))
                .satisfies(it -> assertThat(it.code()).isEqualTo("foreign-signature"));
        assertThat(PracticeParticipants.LOOKED_AGAIN).containsExactly("XB-1");
    }

    private SignedEntry first(String signer, Instant time) {
        return signed(signer, requested.keepReceived(opening).entry().entry(), Entry.NOTHING_BEFORE, time);
    }

    private SignedEntry second(String signer, SealedAct act, Instant time) {
        var honest = requested.keepReceived(act).entry().entry();
        return signed(
                signer,
                honest,
                requesting.threads.entries(thread, 0).getFirst().entry().hash(),
                time);
    }

    private static SignedEntry signed(String signer, Entry honest, String previous, Instant time) {
        return PracticeParticipants.sign(
                signer,
                new Entry(
                        honest.network(),
                        honest.thread(),
                        honest.n(),
                        previous,
                        honest.act(),
                        honest.container(),
                        time,
                        honest.effect(),
                        honest.state()));
    }

    private String head() throws IOException {
        var out = new ByteArrayOutputStream();
        requesting.threads.export(thread, out);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("thread.json");
            return new String(zip.readAllBytes(), UTF_8);
        }
    }
}
