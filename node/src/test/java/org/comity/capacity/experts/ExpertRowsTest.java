package org.comity.capacity.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.comity.capacity.SpokenLanguages;
import org.comity.capacity.experts.ExpertEntry.Window;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the form takes of an expert's languages, the table takes too. */
class ExpertRowsTest {

    private static final String ID = "0".repeat(36);

    private static final LocalDate BEGINS = LocalDate.of(2099, 7, 1);

    private ExpertRows rows;
    private JdbcClient db;

    @BeforeEach
    void database() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("capacity", 1));
        rows = new ExpertRows(db);
    }

    /** The page says that they are noted. */
    @Test
    void longer_days_from_the_same_day_on_are_kept() {
        rows.add(new ExpertForm(ExpertEntryTest.typed(), List.of("evid")).entry(ID), "maren");
        for (int days : List.of(3, 14, 7)) {
            rows.window(ID, new Window(BEGINS, BEGINS.plusDays(days)));
        }

        assertThat(rows.find(ID).orElseThrow().windows()).containsExactly(new Window(BEGINS, BEGINS.plusDays(14)));
    }

    @Test
    void a_language_is_kept_with_its_level_and_without_one() {
        var typed = new HashMap<>(ExpertEntryTest.typed());
        typed.put("languages", "en:c1 fr AR:A2");
        var form = new ExpertForm(typed, List.of("evid"));
        assertThat(form.problems(LocalDate.of(2027, 5, 1)).any()).isFalse();
        rows.add(form.entry(ID), "maren");

        assertThat(rows.find(ID).orElseThrow().languages())
                .isEqualTo(SpokenLanguages.read(Set.of("ar:a2", "en:c1", "fr")));
        for (var wrong : List.of("en:d1", "en:", "en:c3", "english")) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .as(wrong)
                    .isThrownBy(() -> db.sql("update capacity.expert set languages = :wrong")
                            .param("wrong", wrong)
                            .update());
        }
    }
}
