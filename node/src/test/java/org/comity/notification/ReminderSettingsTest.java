package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.comity.notification.ReminderSettings.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip in an address is found when the node starts, and not when nobody was reminded. */
class ReminderSettingsTest {

    private static final Address NONE = new Address(null, null);

    @ParameterizedTest
    @ValueSource(strings = {"desk", "desk@xa.example, other@xa.example", "Desk <desk@xa.example>", "desk@"})
    void what_is_no_address_is_refused_by_its_key(String mail) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> settings(null, new Address(mail, null), NONE))
                .withMessage("node.reminders.contact-point.mail is no mail address: " + mail);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> settings(null, NONE, new Address(mail, null)))
                .withMessageStartingWith("node.reminders.central-authority.mail is");
    }

    @Test
    void a_language_that_the_pages_do_not_know_is_refused_by_its_key() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> settings("english", NONE, NONE))
                .withMessageStartingWith("node.reminders.language is");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> settings(null, NONE, new Address("desk@xa.example", "EN")))
                .withMessageStartingWith("node.reminders.central-authority.language is");
    }

    @Test
    void these_are_taken() {
        assertThatNoException()
                .isThrownBy(() -> settings("en", new Address(" desk@xa.example ", "ar"), new Address("", null)));
        assertThatNoException().isThrownBy(() -> settings(null, NONE, NONE));
        assertThatNoException().as("left empty").isThrownBy(() -> settings("", NONE, new Address("", " ")));
    }

    private static ReminderSettings settings(String language, Address point, Address authority) {
        return new ReminderSettings(List.of(20, 3), language, point, authority);
    }
}
