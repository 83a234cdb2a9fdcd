package org.comity.directory.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.comity.convention.reading.PracticeLaw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail address in an entry, ours or one that we write down, is one that mail can be sent to. */
class MailOfEntryTest {

    @ParameterizedTest
    @CsvSource({
        "duty@xb.example, true",
        "'duty@xb.example,', false",
        "duty@xb, true",
        "a@b@xb.example, false",
        "'duty, night', false"
    })
    void what_mail_cannot_use_is_refused_at_its_field(String typed, boolean right) {
        var form = Map.of("mail", typed);

        assertThat(new EntryForm(form).problems(PracticeLaw.held()).at("mail").isEmpty())
                .isEqualTo(right);
        assertThat(new CounterpartForm(form).problems().at("mail").isEmpty()).isEqualTo(right);
    }
}
