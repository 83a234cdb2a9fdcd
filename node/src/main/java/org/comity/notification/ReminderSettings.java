package org.comity.notification;

import java.util.Comparator;
import java.util.List;
import org.comity.ui.Language;
import org.comity.ui.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is reminded, and when.
 *
 * @param days before the end of a period, 1 to 365, each once
 * @param language of those for whom none is given; by default the first of our entry in which the pages exist
 * @param contactPoint by default the duty mail address of our own entry
 */
@ConfigurationProperties("node.reminders")
record ReminderSettings(
        @DefaultValue({"20", "14", "10", "3"}) List<Integer> days,
        @Nullable String language,
        @DefaultValue Address contactPoint,
        @DefaultValue Address centralAuthority) {

    record Address(@Nullable String mail, @Nullable String language) {}

    ReminderSettings {
        days = days.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        if (days.stream().anyMatch(it -> it < 1 || it > 365)) {
            throw new IllegalArgumentException("node.reminders.days holds a number that is not 1 to 365");
        }
        check("", language);
        check("contact-point.", contactPoint);
        check("central-authority.", centralAuthority);
    }

    /** Nobody would miss the mails that leave for nobody. */
    private static void check(String of, Address address) {
        var mail = address.mail();
        if (mail != null && !mail.isBlank() && !MailAddress.is(mail.strip())) {
            throw new IllegalArgumentException("node.reminders.%smail is no mail address: %s".formatted(of, mail));
        }
        check(of, address.language());
    }

    private static void check(String of, @Nullable String language) {
        if (language != null && !language.isBlank() && Language.of(language).isEmpty()) {
            throw new IllegalArgumentException(
                    "node.reminders.%slanguage is no language of the pages, such as en or ar: %s"
                            .formatted(of, language));
        }
    }
}
