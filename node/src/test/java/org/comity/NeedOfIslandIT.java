package org.comity;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
 * A small island State (XD) without a node files a need from its seat at the Secretariat, made from its self-assessment, over
 * a line of 64 kbit/s; two States offer from their own nodes; a round, both say yes, help in the published file, follow-up.
 * One of its persons reads Arabic. In between the Secretariat's process is stopped. At the end an observer looks on.
 */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
@ExtendWith(SecretariatNodes.class)
class NeedOfIslandIT {

    private static final String ROUND = "2027-71";
    private static final String HELP = ROUND + "-island";
    private static final String WHY = "Nobody on the island can take a copy of a disk.";

    private final NodeProgram secretariat = SecretariatNodes.program("XS-1");
    private final FormOfficer keeps = SecretariatNodes.officer("XS-1", "duty-officer");
    private final FormOfficer approves = SecretariatNodes.officer("XS-1", "second-officer");
    private final Instant later = Instant.now().plus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void a_need_from_a_seat_is_matched_and_its_help_is_published() {
        try (var one = SeatsOfIsland.given("P. Island", "en");
                var other = SeatsOfIsland.given("Q. Island", "ar")) {
            var line = one.narrow();
            one.losesSession();
            one.open("/seat/sign-in");
            one.signs();
            var thread = SeatsOfIsland.said(one, other, "/seat", NeedOfIslandIT::writesNeed);
            System.out.println("NEED over 64 kbit/s, 600 ms: " + line);
            assertThat(thread).startsWith("/seat/threads/");
            one.open(thread);
            var need = one.textOf("h1");
            says(one, other, thread, "authenticate", it -> it.fill("by", "Ministry of Justice of Dorvane"));
            secretariat.sees(need, "Authenticated");
            listed(need);
            isReadWithTheSecretariatStopped(need);

            var offers = Map.of(offered("XA-1"), "XA-1", offered("XB-1"), "XB-1");
            offers.keySet().forEach(this::listed);
            var offer = proposedIn(need);
            assertThat(offers).containsKey(offer);
            var provider = SecretariatNodes.program(offers.get(offer));
            bothSayYes(one, other, thread, need, offer, provider);

            published(one, other, need, offer, provider);
            says(one, other, thread, "follow-up", it -> {
                it.tick("after", "month");
                it.tick("result", "met");
                it.fill("text", "Two of our investigators take copies now.");
            });
            secretariat.act(need, "follow-up");
            assertThat(keeps.page("/requests/" + need)).contains("Two of our investigators take copies now.");
            for (var each : offers.values()) {
                assertThat(SecretariatNodes.program(each).there("/requests/" + need))
                        .as("the island's thread is its own")
                        .isFalse();
            }
            publicSeesJustWhatIsShown(need);
            observerSeesJustWhatIsShared(thread, need);
        }
    }

    /** What a State's node holds of the boards it reads with nobody at the other end. */
    private void isReadWithTheSecretariatStopped(String need) {
        try (var reader = SecretariatNodes.chair("XA-1", "duty-officer", "en")) {
            var board = SecretariatNodes.program("XA-1");
            // Published within five minutes, and taken within as many more.
            await().atMost(Duration.ofMinutes(10))
                    .until(() -> board.there("/boards/XS-1/needs")
                            && board.get("/boards/XS-1/needs").contains(need));
            SecretariatNodes.stop("XS-1");
            reader.open("/boards");
            reader.open("/boards/XS-1/needs");
            assertThat(reader.text()).contains(need, "Investigators for electronic evidence");
        }
        SecretariatNodes.startAgain("XS-1");
    }

    /**
     * An organisation that is no State: admitted by the rule of the Conference, then given a seat by two officers. A member
     * brought it into one room. Of the needs it sees what takes part may see, and one whose State named it.
     */
    private void observerSeesJustWhatIsShared(String thread, String island) {
        isAdmitted(SecretariatNodes.OBSERVER);
        var open = needed("participants", List.of());
        var naming = needed("named", List.of("XU-1"));
        var hidden = List.of(needed("named", List.of("XB-1")), needed("secretariat", List.of()));
        for (var room : List.of("brought", "others")) {
            var path = "/rooms/held/" + room;
            keeps.sends(
                    "/rooms/held",
                    "/rooms/held",
                    fields("id", room, "title", room, "language", "en", "terms", "For a story.", "label", "green"));
            approves.sends(path, path + "/open", List.of());
            member(path, "XS-1", "member", "");
            said(room, "amber", "Shared in the room " + room);
        }
        member("/rooms/held/brought", "XU-1", "observer", "XS-1");
        said("brought", "amber-strict", "For members alone");
        try (var observer = SeatsOfIsland.given("XU-1", "T. Observer", "en")) {
            observer.open("/seat");
            assertThat(observer.text())
                    .contains("Institute for Open Evidence")
                    .doesNotContain("Say what help you need", "A need from our self-assessment");
            observer.press("main a[href='/seat/needs']", "seat-needs");
            assertThat(observer.text())
                    .contains(island, open, naming, "Needed by participants", "Names your authority as a provider")
                    .doesNotContain(hidden)
                    .doesNotContain(WHY, "Needed by secretariat", "For the Secretariat's eyes");
            observer.open("/seat/rooms/brought");
            assertThat(observer.text()).contains("Shared in the room brought").doesNotContain("For members alone");
            observer.open("/seat/rooms/others");
            assertThat(observer.text()).doesNotContain("Shared in the room others");
            observer.findsNothing(thread);
            for (var path : List.of("/desk", "/requests", "/rounds")) {
                observer.refused(path);
            }
        }
    }

    /** The day for objections is over and no State objected: an officer carries out what the rule says. */
    private static void isAdmitted(String name) {
        try (var officer = SecretariatNodes.chair("XS-1", "lawyer", "en")) {
            officer.open("/conference/observers");
            officer.press("main li a:has-text('%s')".formatted(name), "observer");
            assertThat(officer.textOf("aside section.next")).doesNotContain("Admitted");
            officer.press("main form[action*='/conclude'] button", "observer-admitted");
            assertThat(officer.textOf("aside section.next")).contains("Admitted");
        }
    }

    /** A need of XA on the list; why is for the Secretariat alone. */
    private String needed(String audience, List<String> named) {
        var state = SecretariatNodes.program("XA-1");
        var body = new HashMap<String, Object>(Map.ofEntries(
                entry("title", "Needed by " + audience),
                entry("kind", "lab"),
                entry("articles", List.of("25")),
                entry("units", 1),
                entry("unit", "items"),
                entry("severity", "useful"),
                entry("why", "For the Secretariat's eyes"),
                entry("cause", List.of("money")),
                entry("earliest", "2027-01-01"),
                entry("latest", "2098-12-31"),
                entry("languages", List.of("en")),
                entry("mode", "either"),
                entry("line", "good"),
                entry("upkeep", "The court pays for it."),
                entry("audience", audience),
                entry("seenBy", List.of(Map.of("field", "why", "audience", "secretariat")))));
        if (!named.isEmpty()) body.put("named", named);
        var reference = state.opens("capacity-need/1", "XS-1", body);
        state.says(reference, "authenticate", Map.of("by", "Ministry of Justice of Aldoria"));
        secretariat.sees(reference, "Authenticated");
        listed(reference);
        return reference;
    }

    private void member(String room, String participant, String role, String broughtBy) {
        keeps.sends(
                room,
                room + "/members",
                fields("participant", participant, "role", role, "person", "", "broughtBy", broughtBy, "grouping", ""));
    }

    private void said(String room, String label, String words) {
        var page = "/rooms/" + room + "/new";
        keeps.sends(
                page,
                page,
                fields("kind", "question", "title", words, "text", words, "language", "en", "label", label));
    }

    private static final byte[] ASSESSMENT = """
            id,choice,words,law,in_force,mark,until,challenge,help
            Q25.1,yes,,Act 4,2024-01-01,,,,
            Q28.3,no,%s,,,,,,
            A28,,,,,C,,people,Investigators for electronic evidence
            """.formatted(WHY).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    /** From the sheet that was filled in offline, then page by page, as a person who has never been there. */
    private static void writesNeed(SeatedChair person) {
        person.press("main a[href='/seat/gaps']", "seat-gaps");
        person.upload("file", "assessment.csv", ASSESSMENT);
        person.press("form[action^='/seat/gaps/sheet'] button", "seat-gaps-found");
        assertThat(person.text()).contains(WHY);
        person.press("form[action='/seat/gaps/need'] button", "seat-opening-what");
        assertThat(person.value("title")).isEqualTo("Investigators for electronic evidence");
        assertThat(person.value("articles")).isEqualTo("28");
        person.tick("kind", "train-le");
        person.fill("articles", "25");
        person.fill("units", "2");
        person.tick("unit", "persons");
        person.tick("severity", "urgent");
        goesOn(person, "seat-opening-why");
        assertThat(person.value("why")).startsWith(WHY);
        person.fill("why", WHY);
        assertThat(person.value("cause", "people")).isTrue();
        goesOn(person, "seat-opening-how");
        person.fill("earliest", "2027-01-01");
        person.fill("latest", "2098-12-31");
        person.fill("languages", "en");
        person.tick("mode", "either");
        person.tick("line", "weak");
        goesOn(person, "seat-opening-ready");
        goesOn(person, "seat-opening-readers");
        person.tick("audience", "everybody");
        person.choose("seenBy.0.field", "why");
        person.choose("seenBy.0.audience", "secretariat");
        goesOn(person, "seat-opening-last");
        assertThat(person.text()).contains("Is it complete?");
    }

    private static void goesOn(SeatedChair person, String to) {
        person.press("main button[value='continue']", to);
    }

    private static void says(
            SeatedChair one,
            SeatedChair other,
            String thread,
            String type,
            java.util.function.Consumer<SeatedChair> written) {
        assertThat(SeatsOfIsland.said(one, other, thread + "/" + type, written)).isEqualTo(thread);
    }

    private void listed(String reference) {
        secretariat.says(reference, "admit", Map.of(), Map.of("until", later.toString()));
        secretariat.sees(reference, "Open");
    }

    private String offered(String node) {
        return SecretariatNodes.program(node)
                .opens(
                        "capacity-offer/1",
                        "XS-1",
                        Map.ofEntries(
                                entry("title", "Places in a course"),
                                entry("kind", List.of("train-le")),
                                entry("articles", List.of("25")),
                                entry("capacity", 4),
                                entry("unit", "persons"),
                                entry("what", "Twelve days for first responders."),
                                entry("earliest", "2027-01-01"),
                                entry("latest", "2098-12-31"),
                                entry("languages", List.of("en")),
                                entry("mode", "in-person"),
                                entry("conditions", List.of("none")),
                                entry("tied", "untied"),
                                entry("sort", "state"),
                                entry("exportControl", "none-needed"),
                                entry("audience", "participants")));
    }

    /** @return the offer that a round proposes for the need, approved by a second officer */
    private String proposedIn(String need) {
        var page = "/rounds/" + ROUND;
        keeps.sends(
                "/rounds",
                "/rounds",
                fields(
                        "id",
                        ROUND,
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
        keeps.sends(page, page + "/solve", List.of());
        approves.sends(page, page + "/approve", fields("number", "1"));
        var proposed = Pattern.compile("Proposed: 2 units of offer (X[AB]-[0-9]{4}-[0-9]{6}) for need " + need)
                .matcher(keeps.page(page));
        assertThat(proposed.find()).as("a proposal for " + need).isTrue();
        return proposed.group(1);
    }

    private void bothSayYes(
            SeatedChair one, SeatedChair other, String thread, String need, String offer, NodeProgram provider) {
        var until = Instant.now()
                .plus(Duration.ofDays(14))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        secretariat.says(
                need,
                "propose",
                Map.of(
                        "round", ROUND,
                        "offer", offer,
                        "provider", "A police college",
                        "placed", "2 persons",
                        "conditions", "None.",
                        "tied", "untied",
                        "reasons", "Kind, article and dates fit.",
                        "answerUntil", until));
        secretariat.says(
                offer,
                "propose",
                Map.of(
                        "round", ROUND,
                        "needed", "Two investigators of an island State",
                        "placed", "2 persons",
                        "reasons", "Kind, article and dates fit.",
                        "answerUntil", until));
        secretariat.sees(need, "Proposed");
        says(one, other, thread, "accept", it -> {
            it.check("proposal");
            it.fill("contact", "training@xd.example");
        });
        provider.says(
                offer,
                "accept",
                Map.of("contact", "college@provider.example"),
                Map.of("proposal", provider.act(offer, "propose")));
        secretariat.sees(offer, "SaidYes");
        secretariat.says(
                need,
                "provider-accepts",
                Map.of("contact", "college@provider.example"),
                Map.of("proposal", secretariat.act(need, "propose")));
        secretariat.says(
                offer,
                "state-accepts",
                Map.of("contact", "training@xd.example"),
                Map.of("proposal", secretariat.act(offer, "propose")));
        secretariat.sees(need, "Open");
        one.open(thread);
        assertThat(one.text()).contains("A police college", "college@provider.example");
    }

    /** Each side opens its own; the Secretariat puts them together. */
    private void published(SeatedChair one, SeatedChair other, String need, String offer, NodeProgram provider) {
        var thread = SeatsOfIsland.said(one, other, "/seat", it -> writesSide(it, need, offer));
        one.open(thread);
        var ours = one.textOf("h1");
        var theirs = provider.opens(
                "capacity-activity/1",
                "XS-1",
                Map.ofEntries(
                        entry("part", "provider"),
                        entry("title", "First responders"),
                        entry("kind", "train-le"),
                        entry("articles", List.of("25")),
                        entry("what", "Twelve days."),
                        entry("wordsIn", "en"),
                        entry("round", ROUND),
                        entry("need", need),
                        entry("offer", offer),
                        entry("tied", "untied"),
                        entry("begins", today.toString()),
                        entry("ends", today.plusDays(30).toString()),
                        entry("units", 2),
                        entry("unit", "persons"),
                        entry("languages", List.of("en")),
                        entry("measure", "Two persons take copies."),
                        entry("audience", "everybody")));
        for (var side : List.of(ours, theirs)) {
            secretariat.says(side, "take-up", Map.of("activity", HELP));
            secretariat.sees(side, "Planned");
        }
        provider.says(theirs, "start", Map.of("day", today.toString()));
        says(one, other, thread, "start", it -> it.fill("day", today.toString()));
        secretariat.sees(theirs, "Running");
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(keeps.page("/activities/published/file"))
                        .contains("XS-COMITY-1-" + HELP, "Dorvane"));
    }

    private void writesSide(SeatedChair person, String need, String offer) {
        person.press("form:has(input[value='capacity-activity']) button", "seat-activity-what");
        person.tick("part", "recipient");
        person.fill("title", "First responders");
        person.tick("kind", "train-le");
        person.fill("articles", "25");
        person.fill("what", "Twelve days.");
        goesOn(person, "seat-activity-match");
        person.fill("round", ROUND);
        person.fill("need", need);
        person.fill("offer", offer);
        person.tick("tied", "untied");
        goesOn(person, "seat-activity-plan");
        person.fill("begins", today.toString());
        person.fill("ends", today.plusDays(30).toString());
        person.fill("units", "2");
        person.tick("unit", "persons");
        person.fill("languages", "en");
        person.fill("measure", "Two persons take copies.");
        goesOn(person, "seat-activity-means");
        goesOn(person, "seat-activity-readers");
        person.tick("audience", "everybody");
        goesOn(person, "seat-activity-last");
    }

    private static void publicSeesJustWhatIsShown(String need) {
        var page = "/public/en/needs/XD-1-" + need;
        await().atMost(Duration.ofMinutes(10))
                .untilAsserted(() -> assertThat(fetched("/public/en/needs"))
                        .contains(page, "Investigators for electronic evidence"));
        for (var path : List.of(page, page.replace("/en/", "/ar/"), "/public/en/needs", "/public/en/search?q=copy")) {
            assertThat(fetched(path))
                    .as(path)
                    .doesNotContain(WHY, "training@xd.example", "P. Island", "A police college");
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
