package org.comity;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A State assesses itself, asks for help, is matched with one of two who offer it, and both carry it out; what it tells the
 * depositary stands in the table. Each acts from its own node, one writes a letter.
 */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
@ExtendWith(SecretariatNodes.class)
class CapacityOfNetworkIT {

    private static final Pattern DRAFT = Pattern.compile("/drafts/([^/]+)/");

    private final NodeProgram secretariat = SecretariatNodes.program("XS-1");
    private final NodeProgram island = SecretariatNodes.program("XA-1");
    private final NodeProgram provider = SecretariatNodes.program("XB-1");
    private final FormOfficer keeps = SecretariatNodes.officer("XS-1", "duty-officer");
    private final FormOfficer approves = SecretariatNodes.officer("XS-1", "second-officer");
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void a_gap_becomes_a_need_is_matched_carried_out_and_followed_up() {
        var need = needFromAssessment();
        island.says(need, "authenticate", Map.of("by", "National focal point"));
        secretariat.sees(need, "Authenticated");
        var year = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(Duration.ofDays(300))
                .toString();
        secretariat.says(need, "admit", Map.of(), Map.of("until", year));
        var offer = provider.opens("capacity-offer/1", "XS-1", offer("Imaging course in Belmora"));
        secretariat.says(offer, "admit", Map.of(), Map.of("until", year));
        var written = new HashMap<>(offer("Course in Dorvane, in its own language"));
        written.put("languages", List.of("fr"));
        var second = JsonPath.<String>read(
                secretariat.post(
                        "duty-officer",
                        "/recorded-requests",
                        Map.of(
                                "procedure", "capacity-offer/1",
                                "counterpart", "XD-1",
                                "body", written,
                                "cameBy", "mail",
                                "cameOn", today.toString(),
                                "number", "12",
                                "text", "As in their letter.")),
                "$.request.reference");
        secretariat.says(second, "admit", Map.of(), Map.of("until", year));
        onBoards(need);

        var proposed = round(need, offer);
        agreed(need, offer, proposed, year);
        var activity = activity(need, offer);
        followedUp(activity);
    }

    /** On the pages: a question answered no, the mark of its article, and the gap made a need. */
    private String needFromAssessment() {
        try (var lawyer = SecretariatNodes.chair("XA-1", "lawyer", "en")) {
            lawyer.open("/assessment");
            lawyer.open("/assessment/questions/Q28.3");
            lawyer.tick("choice", "no");
            lawyer.fill("words", "No standard for imaging is written.");
            lawyer.press("form[action='/assessment/questions/Q28.3'] button");
            lawyer.open("/assessment/articles/28");
            lawyer.tick("letter", "C");
            lawyer.choose("challenge", "skills");
            lawyer.fill("help", "Training in imaging of disks");
            lawyer.press("form[action='/assessment/articles/28'] button");
            lawyer.open("/assessment/questions/Q28.3");
            lawyer.press("form[action$='/need'] button", "need-from-gap");
            var found = DRAFT.matcher(lawyer.path());
            assertThat(found.find()).as(lawyer.path()).isTrue();
            assertThat(island.get("/drafts/" + found.group(1)))
                    .contains("Training in imaging of disks", "No standard for imaging is written.");
            return island.completes(
                    found.group(1),
                    Map.ofEntries(
                            entry("instrument", "uncc"),
                            entry("authority", "Central authority of Aldoria"),
                            entry("kind", "lab"),
                            entry("units", 4),
                            entry("unit", "persons"),
                            entry("severity", "needed"),
                            entry("earliest", today.plusDays(30).toString()),
                            entry("latest", today.plusDays(200).toString()),
                            entry("languages", List.of("en")),
                            entry("mode", "in-person"),
                            entry("line", "weak"),
                            entry("attempts", List.of(Map.of("what", "A course", "when", "2024", "result", "partly"))),
                            entry("audience", "participants"),
                            entry("seenBy", List.of(Map.of("field", "attempts", "audience", "secretariat")))));
        }
    }

    private Map<String, Object> offer(String title) {
        return Map.ofEntries(
                entry("instrument", "uncc"),
                entry("authority", "Central authority"),
                entry("title", title),
                entry("kind", List.of("lab")),
                entry("articles", List.of("28")),
                entry("capacity", 4),
                entry("unit", "persons"),
                entry("what", "Two weeks with our laboratory."),
                entry("earliest", today.plusDays(10).toString()),
                entry("latest", today.plusDays(250).toString()),
                entry("languages", List.of("en")),
                entry("mode", "in-person"),
                entry("tied", "untied"),
                entry("sort", "state"),
                entry("exportControl", "none-needed"),
                entry("audience", "secretariat"));
    }

    /** What the State shows to those who take part stands on their own node, in both languages; what it keeps to the Secretariat does not. */
    private void onBoards(String need) {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> provider.there("/boards/XS-1/needs")
                        && provider.get("/boards/XS-1/needs").contains("Training in imaging of disks"));
        assertThat(provider.get("/boards/XS-1/needs")).doesNotContain("A course");
        for (var language : List.of("en", "ar")) {
            try (var reader = SecretariatNodes.chair("XB-1", "duty-officer", language)) {
                reader.waitForText("/boards/XS-1/needs", "Training in imaging of disks");
            }
        }
    }

    private String round(String need, String offer) {
        var id = today.getYear() + "-1";
        keeps.sends(
                "/rounds",
                "/rounds",
                fields(
                        "id",
                        id,
                        "equity",
                        "25",
                        "firstHelp",
                        "100",
                        "lot",
                        "A text that nobody can steer",
                        "room",
                        "10",
                        "days",
                        "14"));
        keeps.sends("/rounds/" + id, "/rounds/" + id + "/solve", List.of());
        approves.sends("/rounds/" + id, "/rounds/" + id + "/approve", fields("number", "1"));
        for (var language : List.of("en", "ar")) {
            try (var chair = SecretariatNodes.chair("XS-1", "duty-officer", language)) {
                chair.open("/rounds/" + id);
                assertThat(chair.has("a[href$='/requests/" + need + "']")
                                && chair.has("a[href$='/requests/" + offer + "']"))
                        .as(chair.text())
                        .isTrue();
            }
        }
        return id;
    }

    /** Each side is asked in its own thread, and told what the other answered. */
    private void agreed(String need, String offer, String round, String year) {
        var until = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(Duration.ofDays(14))
                .toString();
        var toState = secretariat.says(
                need,
                "propose",
                Map.of(
                        "round",
                        round,
                        "offer",
                        offer,
                        "provider",
                        "Belmora",
                        "placed",
                        "4 persons",
                        "conditions",
                        "None",
                        "tied",
                        "untied",
                        "reasons",
                        "Kind, article, language and window fit.",
                        "answerUntil",
                        until));
        var toProvider = secretariat.says(
                offer,
                "propose",
                Map.of(
                        "round",
                        round,
                        "needed",
                        need,
                        "placed",
                        "4 persons",
                        "reasons",
                        "It fits.",
                        "answerUntil",
                        until));
        island.act(need, "propose");
        island.says(need, "accept", Map.of("contact", "Focal point"), Map.of("proposal", toState));
        provider.act(offer, "propose");
        provider.says(offer, "accept", Map.of("contact", "Laboratory"), Map.of("proposal", toProvider));
        secretariat.act(offer, "accept");
        secretariat.act(need, "accept");
        secretariat.says(need, "provider-accepts", Map.of("contact", "Laboratory"), Map.of("proposal", toState));
        secretariat.says(offer, "state-accepts", Map.of("contact", "Focal point"), Map.of("proposal", toProvider));
        island.sees(need, "Open");
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(keeps.page("/rounds/" + round)).contains("Agreed."));
    }

    private Map<String, String> activity(String need, String offer) {
        var threads = new HashMap<String, String>();
        for (var part : List.of("recipient", "provider")) {
            var side = part.equals("recipient") ? island : provider;
            threads.put(
                    part,
                    side.opens(
                            "capacity-activity/1",
                            "XS-1",
                            Map.ofEntries(
                                    entry("part", part),
                                    entry("title", "Imaging for Aldoria"),
                                    entry("kind", "lab"),
                                    entry("articles", List.of("28")),
                                    entry("what", "Four officers learn imaging."),
                                    entry("wordsIn", "en"),
                                    entry("round", today.getYear() + "-1"),
                                    entry("need", need),
                                    entry("offer", offer),
                                    entry("begins", today.plusDays(30).toString()),
                                    entry("ends", today.plusDays(44).toString()),
                                    entry("units", 4),
                                    entry("unit", "persons"),
                                    entry("languages", List.of("en")),
                                    entry("measure", "Four disks imaged and accepted."),
                                    entry("tied", "untied"),
                                    entry("audience", "everybody"))));
        }
        threads.values().forEach(it -> {
            secretariat.knows(it);
            secretariat.says(it, "take-up", Map.of("activity", "ACT-" + today.getYear() + "-1"));
        });
        island.sees(threads.get("recipient"), "Planned");
        island.says(threads.get("recipient"), "start", Map.of("day", today.toString()));
        provider.says(threads.get("provider"), "start", Map.of("day", today.toString()));
        secretariat.act(threads.get("provider"), "start");
        secretariat.act(threads.get("recipient"), "start");
        assertThat(keeps.page("/activities/published/file")).contains("iati-activities", "Imaging for Aldoria");
        return threads;
    }

    private void followedUp(Map<String, String> threads) {
        threads.forEach((part, thread) -> {
            var side = part.equals("recipient") ? island : provider;
            side.says(
                    thread,
                    "follow-up",
                    Map.of("after", "month", "result", "early", "text", "The " + part + " is content."));
            secretariat.act(thread, "follow-up");
        });
        for (var language : List.of("en", "ar")) {
            try (var chair = SecretariatNodes.chair("XS-1", "duty-officer", language)) {
                chair.open("/activities/ACT-" + today.getYear() + "-1");
                assertThat(chair.text()).contains("The recipient is content.", "The provider is content.");
            }
        }
    }

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
