package org.comity;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What States do together at the Secretariat, each from its own node: talk in a room, share what works, write a
 * text, sit in a seat. The public sees just what is for everybody.
 */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
@ExtendWith(SecretariatNodes.class)
class ForumOfNetworkIT {

    private final NodeProgram secretariat = SecretariatNodes.program("XS-1");
    private final NodeProgram one = SecretariatNodes.program("XA-1");
    private final NodeProgram other = SecretariatNodes.program("XB-1");
    private final FormOfficer writes = SecretariatNodes.officer("XS-1", "duty-officer");
    private final FormOfficer confirms = SecretariatNodes.officer("XS-1", "lawyer");

    @Test
    void a_question_is_answered_from_another_states_node_and_accepted() {
        room("imaging", "clear");
        var question =
                one.opens("forum-post/1", "XS-1", said("question", "", "Which hash do your courts take?", "green"));
        secretariat.says(question, "place", Map.of());
        var topic = published(other, "Which hash do your courts take?", "topic");

        var answer = other.opens("forum-post/1", "XS-1", said("answer", topic, "Ours take SHA-256 alone.", "green"));
        secretariat.says(answer, "place", Map.of());
        var post = published(one, "Ours take SHA-256 alone.", "post");
        one.says(question, "accept", Map.of("answer", post));
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(
                        () -> assertThat(writes.page("/rooms/topics/" + topic)).contains("Accepted"));
        var open = one.opens("forum-post/1", "XS-1", said("lesson", "", "We keep two images in two places.", "clear"));
        secretariat.says(open, "place", Map.of());
        published(other, "We keep two images in two places.", "post");

        looks("/rooms/topics/" + topic, "SHA-256");
        try (var reader = SecretariatNodes.chair("XB-1", "duty-officer", "ar")) {
            reader.waitForText("/rooms/at/XS-1/topics/" + topic, "SHA-256");
            assertThat(reader.text()).contains("Which hash do your courts take?");
            reader.press("main form[action*='/rooms/at/XS-1/topics/'] button", "answer-elsewhere");
            // The words alone are asked: room, topic and label are known.
            reader.fill("text", "Ours take it too.");
        }
        nowhereInPublic("Which hash do your courts take?", "Ours take SHA-256 alone.");
    }

    /** XD has no node: its person sits at the Secretariat's, reads what the label lets it read, and finds nothing else there. */
    @Test
    void a_person_in_a_seat_reads_the_room_and_no_page_of_officials() {
        room("open-room", "green");
        try (var person = SeatsOfIsland.given("R. Island", "en")) {
            person.open("/seat/rooms");
            assertThat(person.text()).contains("Room open-room");
            person.open("/seat/rooms/open-room");
            person.refused("/desk");
        }
    }

    /** One officer proposes it, another opens it, and both States are members. */
    private void room(String id, String label) {
        writes.sends(
                "/rooms/held",
                "/rooms/held",
                fields(
                        "id",
                        id,
                        "title",
                        "Room " + id,
                        "language",
                        "en",
                        "terms",
                        "How to image disks so that courts take it.",
                        "label",
                        label,
                        "everybody",
                        "yes"));
        var path = "/rooms/held/" + id;
        confirms.sends(path, path + "/open", List.of());
        for (var member : List.of("XA-1", "XB-1")) {
            writes.sends(
                    path,
                    path + "/members",
                    fields("participant", member, "role", "member", "person", "", "broughtBy", "", "grouping", ""));
        }
    }

    @Test
    void a_practice_is_confirmed_by_one_state_and_contradicted_by_another() {
        var practice = one.opens(
                "practice-record/1",
                "XS-1",
                Map.of(
                        "title", "Duty judge by phone",
                        "about", "ours",
                        "articles", List.of("29"),
                        "problem", "Orders came too late.",
                        "steps", "A duty judge answers by phone.",
                        "result", "Orders within three hours.",
                        "evidence", "documented",
                        "licence", "cc-by",
                        "label", "clear"));
        admitted(practice);
        var page = "/public/en/practices/XA-1-" + practice;
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(fetched("/public/en/practices")).contains("Duty judge by phone", page));
        for (var each : List.of("worked", "failed")) {
            var tried = Map.<String, Object>of(
                    "title",
                    "Duty judge by phone",
                    "about",
                    "tried",
                    "tried",
                    practice,
                    "outcome",
                    each,
                    "differed",
                    "We " + each + " with two judges.",
                    "articles",
                    List.of("29"),
                    "licence",
                    "cc-by",
                    "label",
                    "clear");
            if (each.equals("worked")) {
                admitted(other.opens("practice-record/1", "XS-1", tried));
            } else {
                var letter = new java.util.HashMap<>(tried);
                letter.put("instrument", "uncc");
                letter.put("authority", "Ministry of Justice of Dorvane");
                var recorded = secretariat.post(
                        "duty-officer",
                        "/recorded-requests",
                        Map.of(
                                "procedure", "practice-record/1",
                                "counterpart", "XD-1",
                                "body", letter,
                                "cameBy", "mail",
                                "cameOn", LocalDate.now(ZoneOffset.UTC).toString(),
                                "number", "7",
                                "text", "As in their letter."));
                admitted(JsonPath.read(recorded, "$.request.reference"));
            }
        }
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() ->
                        assertThat(fetched(page)).contains("We worked with two judges.", "We failed with two judges."));
        assertThat(fetched(page.replace("/en/", "/ar/"))).contains("dir=\"rtl\"", "We failed with two judges.");
    }

    /** Whoever admits says which words they have read. */
    private void admitted(String practice) {
        secretariat.says(practice, "admit", Map.of(), Map.of("told", secretariat.act(practice, "submit")));
    }

    @Test
    void a_text_goes_through_two_versions_to_agreed_ad_referendum() {
        writes.sends(
                "/conference/texts",
                "/conference/texts",
                fields(
                        "key",
                        "network-order",
                        "title",
                        "Order to preserve",
                        "language",
                        "en",
                        "editor",
                        "Aldoria",
                        "everybody",
                        "true",
                        "words",
                        "The authority orders it.\n\nThe person keeps it secret [for ever]."));
        for (var node : List.of(one, other)) {
            node.opens(
                    "text-position/1",
                    "XS-1",
                    Map.of(
                            "textName",
                            "network-order",
                            "textVersion",
                            1,
                            "positions",
                            List.of(Map.of(
                                    "paragraph", "2",
                                    "temperature", node == one ? "agree" : "concern",
                                    "words", node == one ? "As it stands." : "A date is needed."))));
        }
        var text = "/conference/texts/network-order";
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(writes.page(text)).contains("As it stands.", "A date is needed."));
        writes.sends(
                text + "/next",
                text + "/next",
                fields(
                        "after",
                        "1",
                        "words-1",
                        "The authority orders it.",
                        "words-2",
                        "The person keeps it secret for ninety days."));
        for (var paragraph : List.of("1", "2")) {
            writes.sends(
                    text + "/2/" + paragraph, text + "/2/" + paragraph + "/status", fields("status", "ad-referendum"));
        }
        assertThat(writes.page(text)).contains("Agreed ad referendum");
        looks(text, "ninety days");
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(
                        () -> assertThat(fetched("/public/en/search?q=ninety")).contains("Order to preserve"));
    }

    /** All of it by pressing, as the secretary of the session does. */
    @Test
    void an_observer_is_objected_to_by_the_rule_as_it_is_configured() {
        try (var secretary = SecretariatNodes.chair("XS-1", "lawyer", "en")) {
            secretary.open("/conference/observers");
            secretary.fill("name", "Harbour Data Union");
            secretary.choose("sort", "civil-society");
            secretary.fill("about", "We sail.");
            secretary.press("main form[action*='/conference/observers'] button", "observer-applied");
            secretary.open("/conference/observers");
            secretary.press("main li a:has-text('Harbour Data Union')", "observer");
            secretary.press("main form[action*='/circulate'] button", "observer-circulated");
            secretary.fill("voice", "XB");
            secretary.fill("reason", "One company pays for it.");
            secretary.press("main form[action*='/objections'] button", "observer-objected");
            assertThat(secretary.text())
                    .contains("One company pays for it.", "it would then go to the session", "takes no side");
            looks(secretary.path(), "One company pays for it.");
        }
        nowhereInPublic("One company pays for it.");
    }

    /** A State reads on its own node, in its language, what it must do; the public sees what, and not by when. */
    @Test
    void a_decision_with_follow_up_is_read_on_a_states_own_node_and_by_the_public() {
        try (var secretary = SecretariatNodes.chair("XS-1", "lawyer", "en")) {
            secretary.open("/conference");
            secretary.fill("title", "Ninth practice session");
            secretary.fill("key", "prac-9");
            secretary.fill("place", "Averne");
            var today = LocalDate.now(ZoneOffset.UTC);
            secretary.fill("begins", today.minusDays(1).toString());
            secretary.fill("ends", today.plusDays(3).toString());
            secretary.choose("everybody", "true");
            secretary.press("main form[action*='/conference/sessions'] button", "session-opened");
            secretary.open("/conference/sessions/prac-9/decision");
            secretary.fill("number", "9/1");
            secretary.fill("title", "Model forms");
            secretary.fill("words", "Forms are made in six languages.");
            secretary.fill("articles", "24");
            secretary.choose("taken", "consensus");
            secretary.choose("everybody", "true");
            secretary.press("main form[action*='/decision'] button", "decision-recorded");
            secretary.open("/conference/decisions/9/1");
            secretary.fill("what", "Send the forms in use");
            secretary.fill("who", "XB");
            secretary.fill("due", "2199-03-01");
            secretary.press("main form:has([name=what]) button", "decision-followed-up");
            assertThat(secretary.text()).contains("Send the forms in use");
        }
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(
                                other.there("/boards/XS-1/conference") ? other.get("/boards/XS-1/conference") : "")
                        .contains("9/1 Model forms", "Send the forms in use", "\"articles\":[\"24\"]"));
        try (var delegate = SecretariatNodes.chair("XB-1", "duty-officer", "ar")) {
            delegate.waitForText("/boards/XS-1/conference", "Send the forms in use");
        }
        looks("/conference/decisions/9/1", "Send the forms in use");
        for (var language : List.of("en", "ar", "fr")) {
            await().atMost(Duration.ofMinutes(5))
                    .untilAsserted(() -> assertThat(fetched("/public/" + language + "/decisions/9-1"))
                            .contains("Model forms", "Send the forms in use")
                            .doesNotContain("2199"));
        }
    }

    /** In three languages before a browser. */
    private static void looks(String path, String text) {
        for (var language : List.of("en", "ar", "fr")) {
            try (var chair = SecretariatNodes.chair("XS-1", "duty-officer", language)) {
                chair.open(path);
                assertThat(chair.text()).contains(text);
            }
        }
    }

    private static Map<String, Object> said(String kind, String topic, String text, String label) {
        var all = new java.util.LinkedHashMap<String, Object>(Map.of(
                "room",
                "imaging",
                "kind",
                kind,
                "title",
                "Imaging",
                "text",
                text,
                "language",
                "en",
                "label",
                label,
                "looked",
                "no-case-no-person"));
        if (!topic.isEmpty()) all.put("topic", topic);
        return all;
    }

    /** What stands on the board of rooms, as a State's own node holds it. */
    private static String published(NodeProgram node, String text, String field) {
        var found = new String[1];
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            if (!node.there("/boards/XS-1/rooms")) return false;
            List<Object> it =
                    JsonPath.read(node.get("/boards/XS-1/rooms"), "$..[?(@.text == '" + text + "')]." + field);
            if (!it.isEmpty()) found[0] = it.getLast().toString();
            return !it.isEmpty();
        });
        return found[0];
    }

    private static void nowhereInPublic(String... words) {
        for (var word : words) {
            var query = java.net.URLEncoder.encode(word, StandardCharsets.UTF_8);
            for (var path : List.of("/public/en", "/public/en/search?q=" + query, "/public/en/feed")) {
                assertThat(fetched(path).replaceAll("value=\"[^\"]*\"", ""))
                        .as(path)
                        .doesNotContain(word);
            }
        }
    }

    /** As anybody in the world fetches it. */
    private static String fetched(String path) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(SecretariatNodes.address("XS-1") + path))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
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
