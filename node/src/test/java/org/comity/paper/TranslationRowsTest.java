package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.comity.database.PracticeDatabase;
import org.comity.database.WaitingForLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A certified text is shown with whoever certified it, and with nobody else. */
class TranslationRowsTest {

    private static final LocalDate DAY = LocalDate.parse("2027-03-01");
    private static final Scan FILE =
            new Scan("sorane.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));

    private DataSource source;
    private TranslationRows rows;

    @BeforeEach
    void no_translation() throws Exception {
        source = PracticeDatabase.emptied("cooperation", 8);
        rows = new TranslationRows(JdbcClient.create(source));
    }

    @Test
    void the_file_of_one_who_certified_goes_with_its_certificate_where_another_one_is_recorded() {
        rows.put("t", by("", null), FILE);
        rows.put("t", by("L. Sorane", DAY), null);
        assertThat(now().file()).as("the draft was certified").isEqualTo("sorane.pdf");
        rows.put("t", by("L. Sorane", DAY), null);
        assertThat(now().file()).isEqualTo("sorane.pdf");
        assertThat(rows.before("a")).isEmpty();

        rows.put("t", by("M. Arlen", DAY), null);
        assertThat(now().file()).isEmpty();
        assertThat(now().fileAt()).isNull();
        assertThat(rows.file("t", "a")).isEmpty();
        assertThat(rows.before("a")).singleElement().satisfies(it -> {
            assertThat(it.translation().certifiedBy()).isEqualTo("L. Sorane");
            assertThat(it.translation().file()).isEqualTo("sorane.pdf");
            assertThat(rows.fileBefore("t", "a", it.id())).isPresent();
        });

        rows.put("t", by("M. Arlen", DAY), FILE);
        rows.put("t", by("M. Arlen", DAY.plusDays(1)), null);
        assertThat(now().file()).isEmpty();
        assertThat(rows.before("a").getFirst().translation().file()).isEqualTo("sorane.pdf");
    }

    @Test
    void of_two_at_once_the_second_leaves_what_the_first_said_to_be_read() throws Exception {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));

        try (var other = Executors.newSingleThreadExecutor()) {
            var second = transaction.execute(_ -> {
                rows.put("t", by("L. Sorane", DAY), FILE);
                var waits = other.submit(
                        () -> transaction.executeWithoutResult(_ -> rows.put("t", by("M. Arlen", DAY), null)));
                await().until(() -> waits.isDone() || WaitingForLock.anybody(JdbcClient.create(source)));
                return waits;
            });
            Objects.requireNonNull(second).get();
        }

        assertThat(now().certifiedBy()).isEqualTo("M. Arlen");
        assertThat(rows.before("a"))
                .extracting(it -> it.translation().certifiedBy())
                .containsExactly("L. Sorane");
    }

    private Translation now() {
        return rows.of("a").orElseThrow();
    }

    private static Translation by(String who, @Nullable LocalDate on) {
        var at = Instant.parse("2027-03-01T12:00:00Z");
        return new Translation("a", "fr", who, on, "en", "", "maren", at, at, null);
    }
}
