package org.comity;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a State tells the depositary from its own node stands in the table, there and on every other node. */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
@ExtendWith(SecretariatNodes.class)
class TreatyOfNetworkIT {

    private final NodeProgram secretariat = SecretariatNodes.program("XS-1");
    private final NodeProgram island = SecretariatNodes.program("XA-1");
    private final FormOfficer keeps = SecretariatNodes.officer("XS-1", "duty-officer");
    private final FormOfficer approves = SecretariatNodes.officer("XS-1", "second-officer");
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void a_notification_is_made_and_stands_in_the_table() {
        var told = island.opens(
                "treaty-notification/1",
                "XS-1",
                Map.of(
                        "point",
                        "central-authority",
                        "told",
                        "The Ministry of Justice of Aldoria.",
                        "holdsFrom",
                        today.toString()));
        secretariat.knows(told);
        secretariat.says(told, "acknowledge", Map.of(), Map.of("told", secretariat.act(told, "notify")));
        var enter = new String[1];
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            var found =
                    Pattern.compile("action=\"(/treaty/lines/told/[^\"]+)\"").matcher(keeps.page("/treaty/lines/told"));
            if (found.find()) enter[0] = found.group(1);
            return enter[0] != null;
        });
        keeps.sends("/treaty/lines/told", enter[0], List.of());
        var line = Pattern.compile("name=\"line\" value=\"([0-9]+)\"").matcher(approves.page("/treaty/lines"));
        assertThat(line.find()).isTrue();
        approves.sends("/treaty/lines", "/treaty/lines", fields("line", line.group(1)));
        for (var language : List.of("en", "ar")) {
            try (var chair = SecretariatNodes.chair("XS-1", "duty-officer", language)) {
                chair.open("/treaty/states/XA");
                assertThat(chair.text()).contains("The Ministry of Justice of Aldoria.");
            }
        }
        try (var reader = SecretariatNodes.chair("XB-1", "duty-officer", "en")) {
            reader.waitForText("/boards/XS-1/treaty", "Aldoria");
        }
    }

    private static List<Map.Entry<String, String>> fields(String... pairs) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.add(entry(pairs[i], pairs[i + 1]));
        }
        return fields;
    }
}
