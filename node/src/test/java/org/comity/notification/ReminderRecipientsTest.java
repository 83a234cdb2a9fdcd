package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.comity.casework.Compartments;
import org.comity.casework.DomesticFile;
import org.comity.directory.Directory;
import org.comity.notification.ReminderSettings.Address;
import org.comity.ui.words.WordsForTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A language without words is found when the node starts, and not when the mails come in another. */
class ReminderRecipientsTest {

    @Test
    void a_language_in_which_no_reminder_is_written_is_refused_by_its_key() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> recipients("fr", null))
                .withMessageContaining("node.reminders.language is a language in which no reminder is written: fr")
                .withMessageContaining("ar, en");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> recipients(null, "fr"))
                .withMessageContaining("node.reminders.contact-point.language is");
        assertThatNoException().isThrownBy(() -> recipients("ar", "en"));
        assertThatNoException().isThrownBy(() -> recipients(null, " "));
    }

    private static ReminderRecipients recipients(@Nullable String language, @Nullable String ofPoint) {
        return new ReminderRecipients(
                new ReminderSettings(List.of(3), language, new Address(null, ofPoint), new Address(null, null)),
                mock(Directory.class),
                mock(DomesticFile.class),
                WordsForTests.load(),
                mock(Compartments.class));
    }
}
