package org.comity.capacity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.comity.procedure.file.OfficersByLetter;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** A State without a node gives money and equipment by letter, and both sides' words stand on the pages and beside the thread. */
class GivenHelpStoryTest extends OfficersByLetter {

    @Test
    void a_contribution_is_pledged_accepted_paid_and_what_came_differs_from_what_was_paid() throws Exception {
        var given = correspondence.recordRequest(
                "capacity-contribution/1",
                "XD-1",
                GivenHelp.contribution(amount("1000.00", "2027-12-31")),
                arrived(),
                official("maren"));
        step(row(given), "accept", Map.of("audience", "everybody"), Map.of(), "okell");
        letters.says(given, "pay", Map.of("amounts", amount("400.00", "2027-03-02")), Map.of());
        step(row(given), "receipt", Map.of("amounts", amount("390.00", "2027-03-04")), Map.of(), "okell");

        assertThat(main("duty-officer", "/contributions", "en"))
                .contains("Travel of small delegations", "Travel fund", "1000.00", "400.00", "390.00", "610.00")
                .contains("What was paid and what came differ");
        assertThat(main("duty-officer", "/requests/" + row(given).address(), "en"))
                .contains("What was pledged and what came", "610.00");
        assertThat(main("duty-officer", "/contributions", "ar")).doesNotContain("contributions.", "acts.");
        step(row(given), "close", Map.of("whole", "partly"), Map.of(), "okell");
        assertThat(row(given).state()).isEqualTo("Closed");
    }

    @Test
    void equipment_that_can_intercept_is_not_taken_before_its_law_is_named() throws Exception {
        var given = correspondence.recordRequest(
                "capacity-item/1",
                "XD-1",
                Map.ofEntries(
                        Map.entry("instrument", "uncc"),
                        Map.entry("authority", "Ministry of Justice of Dorvane"),
                        Map.entry("title", "Lawful access box"),
                        Map.entry("kind", "equip"),
                        Map.entry("activity", "2027-88-story"),
                        Map.entry("purpose", "Orders of a court alone."),
                        Map.entry("reach", "intercept"),
                        Map.entry("exportControl", "licence-held"),
                        Map.entry("tenders", "keeps-out")),
                arrived(),
                official("maren"));
        assertThat(row(given).state()).isEqualTo("LawAsked");
        assertThat(main("duty-officer", "/equipment", "en"))
                .contains("Lawful access box", "2027-88-story", "Its law and who oversees it are not named");

        var law = Map.<String, Object>of("legalBasis", "Evidence Act, section 12", "oversight", "High Court of Avalis");
        step(row(given), "name-law", law, Map.of(), "okell");
        var plan = Map.<String, Object>of(
                "upkeep", List.of(Map.of("what", "Licence", "payer", "Ministry of Justice", "until", "2020-12-31")),
                "power", "ready",
                "network", "planned",
                "place", "Cyber unit");
        step(row(given), "take", plan, Map.of(), "okell");
        letters.says(given, "hand-over", Map.of("day", "2020-03-01"), Map.of());
        step(row(given), "receive", Map.of("day", "2020-03-09", "arrived", "agreed"), Map.of(), "okell");
        letters.says(given, "check", check("idle"), Map.of());
        assertThat(main("duty-officer", "/equipment", "en")).contains("A check is due from us");
        step(row(given), "check", check("used"), Map.of(), "okell");

        assertThat(row(given).state()).isEqualTo("InUse");
        assertThat(main("duty-officer", "/equipment", "en"))
                .contains("Evidence Act, section 12", "High Court of Avalis", "Nobody is named for its upkeep today")
                .contains("Both looked and found other things");
        assertThat(main("duty-officer", "/requests/" + row(given).address(), "ar"))
                .contains("Evidence Act, section 12")
                .doesNotContain("equipment.", "capacity-item.");
    }

    @Test
    void what_others_published_of_money_is_read_and_shown_by_kind_and_currency() throws Exception {
        var sample = Files.readString(Path.of("src/test/resources/iati/sample-uncc-activity.xml"))
                .replace("UNCC-2026-0001", "UNCC-2026-0009")
                .replace("date=\"2026-", "date=\"2025-")
                .replace("2027-11-30", "2026-11-30");
        redirected(
                "duty-officer",
                multipart("/activities/brought")
                        .file(new MockMultipartFile("file", "money.xml", "text/xml", sample.getBytes(UTF_8))));

        assertThat(main("duty-officer", "/activities/brought", "en")).contains("UNCC-2026-0009", "Committed: ");
    }

    private String main(String seat, String address, String language) throws Exception {
        var page = page(seat, address, language);
        return page.substring(page.indexOf("<main"));
    }

    private static Map<String, Object> check(String use) {
        return Map.of(
                "day", "2020-09-01", "use", use, "asMeant", "meant", "paid", "as-planned", "text", "Looked at it.");
    }

    private static List<Map<String, String>> amount(String amount, String on) {
        return List.of(Map.of("amount", amount, "currency", "EUR", "on", on));
    }
}
