package org.comity.casework.translations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.comity.database.PracticeDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    private static DocumentTranslation line(
            String translator, @Nullable LocalDate due, String file, String by, @Nullable LocalDate on) {
        return new DocumentTranslation(
                "d1",
                "",
                "fr",
                translator,
                due,
                file,
                by,
                on,
                "a",
                "b",
                "maren",
                Instant.parse("2027-03-01T12:00:00Z"));
    }
}
