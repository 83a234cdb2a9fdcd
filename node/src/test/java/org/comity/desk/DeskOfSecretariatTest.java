package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.comity.capacity.NeededHelp;
import org.comity.directory.AsSecretariat;
import org.comity.procedure.file.OfficersByLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Secretariat has no cases: its desk says what comes there, and never that a State needs to act. */
@ExtendWith(AsSecretariat.class)
class DeskOfSecretariatTest extends OfficersByLetter {

    @Test
    void an_empty_desk_says_what_will_come() throws Exception {
        assertThat(page("duty-officer", "/desk?state=nobody-has-this-name", "en"))
                .contains("Nothing fits.")
                .doesNotContain("No request fits", "your State");
    }

    @Test
    void a_full_desk_speaks_of_letters_and_lists() throws Exception {
        var need = correspondence.recordRequest(
                "capacity-need/1",
                "XD-1",
                NeededHelp.need("A course for the desk", "25"),
                arrived(),
                official("maren"));
        letters.says(need, "authenticate", Map.of("by", "Ministry of Justice of Dorvane"), Map.of());
        for (var language : new String[] {"en", "ar"}) {
            var desk = page("duty-officer", "/desk?view=ALL_OPEN", language);
            assertThat(desk).doesNotContain("your State", "Our aims are private: no other State", "desk.");
        }
        assertThat(page("duty-officer", "/desk?view=ALL_OPEN", "en"))
                .contains("What waits for the Secretariat", "no State or body sees them", "for the Secretariat.");
        assertThat(page("duty-officer", "/requests", "en")).contains("All that came or left");
        letters.says(need, "withdraw", Map.of("text", "No longer wanted."), Map.of());
    }

    /** Nobody has anything to do for it as long as it stands on the list, and yet it is there to be matched. */
    @Test
    void a_need_stands_under_closed_only_when_it_is() throws Exception {
        var title = "A course that stays open";
        var need = correspondence.recordRequest(
                "capacity-need/1", "XD-1", NeededHelp.need(title, "25"), arrived(), official("maren"));
        letters.says(need, "authenticate", Map.of("by", "Ministry of Justice of Dorvane"), Map.of());
        step(row(need), "admit", Map.of(), Map.of("until", inDays(400) + "T12:00:00Z"), "okell");
        letters.posts(need);
        var found = "/desk?view=ALL&q=" + need;

        assertThat(page("duty-officer", found, "en"))
                .contains(title, "nobody’s turn")
                .doesNotContain("nothing follows");
        assertThat(page("duty-officer", found, "ar")).doesNotContain("desk.");
        letters.says(need, "withdraw", Map.of("text", "No longer wanted."), Map.of());
        assertThat(page("duty-officer", found, "en"))
                .contains(title, "nothing follows")
                .doesNotContain("nobody’s turn");
    }
}
