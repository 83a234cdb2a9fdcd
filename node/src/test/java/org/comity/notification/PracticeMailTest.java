package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A practice node has no mail server: what it would have got is a file, and a page shows it. */
class PracticeMailTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void what_would_have_left_is_read_as_it_was_written_newest_first() throws Exception {
        post(NOON).send(written("reminder-1", "XA-2026-000001: 14 days left", "It ends.\r\nهنا.\r\n"));
        post(NOON.plusSeconds(9)).send(written("reminder-2", "تذكير", "Second."));

        assertThat(mail().newest())
                .containsExactly(
                        new MailView("duty@xa.example", "تذكير", NOON.plusSeconds(9), "Second."),
                        new MailView("duty@xa.example", "XA-2026-000001: 14 days left", NOON, "It ends.\r\nهنا.\r\n"));
    }

    @Test
    void a_mail_that_is_tried_again_is_one_mail() throws Exception {
        post(NOON).send(written("reminder-1", "s", "t"));
        post(NOON).send(written("reminder-1", "s", "t"));

        assertThat(mail().newest()).hasSize(1);
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(it -> assertThat(Files.readString(it)).contains("Message-ID: <reminder-1@xa.example>"));
        }
    }

    @Tag("long")
    @Test
    void the_oldest_go_and_a_damaged_one_hides_no_other() throws Exception {
        for (int n = 0; n < 201; n++) {
            post(NOON.plusSeconds(n)).send(written("reminder-" + n, "n" + n, "t"));
        }
        Files.writeString(folder.resolve("9-damaged.eml"), "no mail");

        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(201);
        }
        assertThat(mail().newest())
                .hasSize(PracticeMail.SHOWN - 1)
                .first()
                .extracting(MailView::subject)
                .isEqualTo("n200");
    }

    @Test
    void a_node_that_has_a_server_has_no_folder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("mail.xa.example", folder))
                .withMessageContaining("node.mail.folder");
        assertThat(settings(null, null).on()).isFalse();
        assertThat(settings(null, folder).on()).isTrue();
    }

    @Test
    void a_real_node_does_not_keep_its_mails_in_a_folder() {
        var settings = settings(null, folder);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailPost(settings, false, Clock.systemUTC()))
                .withMessageContaining("practice alone");
    }

    private PracticeMail mail() {
        return post(NOON).practice().orElseThrow();
    }

    private MailPost post(Instant at) {
        return new MailPost(settings(null, folder), true, Clock.fixed(at, ZoneOffset.UTC));
    }

    private static MailSettings settings(@Nullable String host, @Nullable Path folder) {
        var patience = Duration.ofMinutes(1);
        return new MailSettings(
                host,
                folder,
                587,
                "comity@xa.example",
                MailSettings.Tls.NONE,
                null,
                null,
                null,
                patience,
                patience,
                patience,
                patience);
    }

    private static OutgoingMail written(String id, String subject, String text) {
        return new OutgoingMail(
                id,
                "duty@xa.example",
                Language.ENGLISH,
                subject,
                text,
                null,
                new OutgoingMail.Attached("p.ics", "BEGIN:VCALENDAR"),
                Map.of());
    }
}
