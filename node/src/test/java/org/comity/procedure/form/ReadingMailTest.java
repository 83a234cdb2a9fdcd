package org.comity.procedure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a machine reads out of a mail, and what it leaves alone. */
class ReadingMailTest {

    @Test
    void addresses_of_the_mail_itself_are_not_what_is_asked_for() {
        var found =
                new ReadingMail("From: desk@xd.example\nTo: us@xa.example\n\nPlease keep lena@mail.example.").values();

        assertThat(found.get("identifiers")).containsExactly("lena@mail.example");
        assertThat(found.get("facts")).containsExactly("Please keep lena@mail.example.");
    }

    @Test
    void a_french_letter() {
        var found = new ReadingMail(
                        "Notre référence : MJ/5521-26\nVotre référence : XA-2026-000388\nDonnées du 1 février 2026 au 31/03/2026, pendant 90 jours. Confidentiel.")
                .values();

        assertThat(found.get("ourCase")).containsExactly("MJ/5521-26");
        assertThat(found.get("theirCase")).containsExactly("XA-2026-000388");
        assertThat(found.get("from")).containsExactly("2026-02-01");
        assertThat(found.get("until")).containsExactly("2026-03-31");
        assertThat(found.get("daysAsked")).containsExactly("90");
        assertThat(found.get("secret")).containsExactly("yes");
    }

    @Test
    void an_address_keeps_the_time_and_zone_beside_it() {
        var found = new ReadingMail("198.51.100.4 on 2026-03-01 10:15:00 +02:00 and +999 1 555 0188").values();

        assertThat(found.get("identifiers"))
                .isEqualTo(List.of("198.51.100.4 2026-03-01 10:15:00 +02:00\n+999 1 555 0188"));
    }

    @Test
    void what_is_no_day_and_no_reference_is_left_empty() {
        assertThat(new ReadingMail("from 31 Feb 2026 to 99/99/2026").values()).containsOnlyKeys("facts");
        assertThat(new ReadingMail("").values()).isEmpty();
    }
}
