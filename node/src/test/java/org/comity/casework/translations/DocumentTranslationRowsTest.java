package org.comity.casework.translations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.comity.database.PracticeDatabase;
import org.comity.database.WaitingForLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing that was typed of a translation is gone because something else was. */
class DocumentTranslationRowsTest {

    private static final LocalDate DAY = LocalDate.parse("2027-03-01");

    @Test
    void a_second_translator_of_one_language_leaves_the_first_to_be_read() throws Exception {
        var rows = new DocumentTranslationRows(JdbcClient.create(PracticeDatabase.emptied("cooperation", 8)));

        rows.put(line("L. Sorane", DAY, "", "", null));
        rows.put(line("L. Sorane", DAY, "mandat.pdf", "L. Sorane, sworn", DAY));
        assertThat(rows.of("d1"))
                .singleElement()
                .satisfies(it -> assertThat(it.certifiedBy()).startsWith("L. Sorane"));
        assertThat(rows.replaced("d1")).as("nothing is gone").isEmpty();

        rows.put(line("M. Arlen", null, "arlen.pdf", "", null));
        assertThat(rows.of("d1")).extracting(DocumentTranslation::translator).containsExactly("M. Arlen");
        assertThat(rows.replaced("d1")).singleElement().satisfies(it -> {
            assertThat(it.translation()).isEqualTo("mandat.pdf");
            assertThat(it.certifiedBy()).isEqualTo("L. Sorane, sworn");
            assertThat(it.due()).isEqualTo(DAY);
        });

        rows.forget("d1");
        assertThat(rows.replaced("d1")).isEmpty();
    }

    @Test
    void what_was_certified_of_an_older_text_behind_the_same_name_stays_to_be_read() throws Exception {
        var rows = new DocumentTranslationRows(JdbcClient.create(PracticeDatabase.emptied("cooperation", 8)));
        var certified = line("L. Sorane", DAY, "mandat.pdf", "L. Sorane, sworn", DAY);

        rows.put(certified);
        rows.put(certified);
        assertThat(rows.replaced("d1")).isEmpty();
        rows.put(line("L. Sorane", DAY, "mandat.pdf", "L. Sorane, sworn", DAY, "a", "c"));
        rows.put(line("L. Sorane", DAY, "mandat.pdf", "L. Sorane, sworn", DAY, "d", "c"));

        assertThat(rows.replaced("d1"))
                .extracting(DocumentTranslation::sourceSha256, DocumentTranslation::translationSha256)
                .containsExactly(tuple("a", "c"), tuple("a", "b"));
        assertThat(rows.of("d1"))
                .extracting(DocumentTranslation::sourceSha256, DocumentTranslation::translationSha256)
                .containsExactly(tuple("d", "c"));
    }

    @Test
    void of_two_at_once_the_second_leaves_what_the_first_said_to_be_read() throws Exception {
        var source = PracticeDatabase.emptied("cooperation", 8);
        var db = JdbcClient.create(source);
        var rows = new DocumentTranslationRows(db);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));

        try (var other = Executors.newSingleThreadExecutor()) {
            var second = transaction.execute(_ -> {
                rows.put(line("L. Sorane", DAY, "mandat.pdf", "L. Sorane, sworn", DAY));
                var waits = other.submit(() ->
                        transaction.executeWithoutResult(_ -> rows.put(line("M. Arlen", null, "arlen.pdf", "", null))));
                await().until(() -> waits.isDone() || WaitingForLock.anybody(db));
                return waits;
            });
            Objects.requireNonNull(second).get();
        }

        assertThat(rows.of("d1")).extracting(DocumentTranslation::translator).containsExactly("M. Arlen");
        assertThat(rows.replaced("d1"))
                .extracting(DocumentTranslation::certifiedBy)
                .containsExactly("L. Sorane, sworn");
    }

    private static DocumentTranslation line(
            String translator, @Nullable LocalDate due, String file, String by, @Nullable LocalDate on) {
        return line(translator, due, file, by, on, "a", "b");
    }

    private static DocumentTranslation line(
            String translator,
            @Nullable LocalDate due,
            String file,
            String by,
            @Nullable LocalDate on,
            String source,
            String text) {
        return new DocumentTranslation(
                "d1",
                "",
                "fr",
                translator,
                due,
                file,
                by,
                on,
                source,
                text,
                "maren",
                Instant.parse("2027-03-01T12:00:00Z"));
    }
}
