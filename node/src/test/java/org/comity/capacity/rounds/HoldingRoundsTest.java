package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.capacity.NeededHelp;
import org.comity.capacity.matching.RoundFile;
import org.comity.capacity.matching.RoundWeights;
import org.comity.capacity.rounds.RoundRows.OpenedRound;
import org.comity.database.CountedStatements;
import org.comity.directory.AsSecretariat;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.procedure.form.ActContent;
import org.comity.procedure.form.FieldBroken;
import org.comity.ui.Language;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.server.ResponseStatusException;

/** A round from its opening to its published file, on a node that keeps needs and offers which came by letter. */
@ExtendWith(AsSecretariat.class)
class HoldingRoundsTest extends OfficersByLetter {

    @Autowired
    private HoldingRounds rounds;

    @Autowired
    private TellingReasons telling;

    @Autowired
    private ReasonsInSeats inSeats;

    @Autowired
    private NeedsForParticipant forOne;

    @Autowired
    private ProposedPairs pairs;

    @Autowired
    private ListedHelp help;

    @Autowired
    private RoundRows rows;

    @Autowired
    private StandingRounds standing;

    @Autowired
    private JdbcClient db;

    private final List<String> listed = new ArrayList<>();

    /** What stays on the list would take what the next round has to give. */
    @AfterEach
    void nothingStaysOnTheList() {
        listed.stream()
                .filter(it -> row(it).state().equals("Open"))
                .forEach(it -> letters.says(it, "withdraw", Map.of("text", "No longer wanted."), Map.of()));
    }

    @Test
    void a_need_and_an_offer_by_letter_are_matched_in_a_round_that_a_second_officer_approves() throws Exception {
        var need = listed("capacity-need/1", need());
        var offer = listed("capacity-offer/1", offer());
        assertThat(page("duty-officer", "/rounds", "en")).contains(need, offer, "Open a round");

        assertThat(answered(200, "duty-officer", post("/rounds").param("id", "nonsense")))
                .contains("Write the year and a number");
        redirected(
                "duty-officer",
                post("/rounds")
                        .param("id", "2027-77")
                        .param("equity", "25")
                        .param("firstHelp", "100")
                        .param("lot", "A text that nobody can steer")
                        .param("room", "10")
                        .param("days", "14"));
        assertThat(answered(200, "duty-officer", opening("2027-77").param("lot", "Typed again")))
                .contains("There is a round of this name", "value=\"Typed again\"");
        assertThat(page("duty-officer", "/rounds/2027-77", "ar")).doesNotContain("rounds.", "capacity.");
        redirected("duty-officer", post("/rounds/2027-77/solve"));

        assertThat(page("duty-officer", "/rounds/2027-77", "en"))
                .contains("Proposed: 2 units of offer " + offer, "It waits for a second officer", "Articles: 25 of 25");
        refused("round.unknown", () -> rounds.file("2027-77", 1, official("okell")));
        refused("round.waiting", () -> rounds.solve("2027-77", official("maren")));
        aSecondOfficerFindsAnErrorAndItIsSolvedAnew();
        redirected("second-officer", post("/rounds/2027-77/approve").param("number", "2"));
        refused("round.stands", () -> rounds.end("2027-77", "No.", official("maren")));

        var file = RoundFile.read(rounds.file("2027-77", 2, official("maren")));
        assertThat(file.recomputes()).isTrue();
        assertThat(file.ranBy()).isEqualTo(official("maren").pseudonym());
        assertThat(file.approvedBy()).isEqualTo(official("tolva").pseudonym());
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
                .as("names by which officials sign in stay here")
                .doesNotContain("maren", "tolva");
        assertThat(file.solution().placed()).anyMatch(it -> it.need().equals(need) && it.units() == 2);
        assertThat(page("duty-officer", "/rounds/2027-77", "en"))
                .contains("No answer yet", "comity match verify", "Groups as they counted here");
        refused("round.waiting", () -> rounds.solve("2027-77", official("maren")));
        assertThat(telling.tell("2027-77", 2, official("maren")).byLetter())
                .as("without a node")
                .contains(need);
        refused("round.told", () -> telling.tell("2027-77", 2, official("maren")));
        assertThat(page("duty-officer", "/rounds/2027-77", "en"))
                .contains("The States were told why", "/rounds/2027-77/2/letters")
                .doesNotContain("Tell each State why");
        assertThat(page("duty-officer", "/rounds/2027-77/2/letters", "ar"))
                .as("of a State with neither node nor seat")
                .contains("your need " + need, "Articles: 25 of 25", "lang=\"en\" dir=\"ltr\"")
                .doesNotContain("rounds.");
        assertThat(inSeats.of(row(need), Language.ENGLISH)).hasSize(1);
        assertThat(inSeats.of(row(offer), Language.ENGLISH)).isEmpty();
        assertThat(rows.toldToAnswer(clock.instant())).anyMatch(it -> it.round().equals("2027-77"));
        assertThat(rows.toldToAnswer(clock.instant().plus(Duration.ofDays(15)))).isEmpty();

        assertThat(page("duty-officer", "/requests/" + row(need).address() + "/propose", "en"))
                .as("what the round placed stands there")
                .contains("value=\"2027-77\"", "value=\"" + offer + "\"", "value=\"2\"", "Articles: 25 of 25");
        assertThat(page("duty-officer", "/requests/" + row(offer).address() + "/propose", "en"))
                .contains("value=\"2027-77\"", "value=\"2\"", "Articles: 25 of 25")
                .as("the provider does not learn who asks (0112)")
                .doesNotContain(need);
        nothingElseIsProposed(need, offer);
        aProposalAsksForItsOwnRoundsAlone(need);
        oneThatIsClosedToNamedOfficersStillWaits(need, file);

        letters.says(need, "withdraw", Map.of("text", "It was met meanwhile."), Map.of());
        assertThat(page("duty-officer", "/rounds/2027-77", "en")).contains("closed meanwhile");
        assertThat(page("duty-officer", "/rounds", "en")).contains(offer).doesNotContain(need);
        assertThat(rounds.one("2027-77", official("maren")).last().answers())
                .anyMatch(it -> it.need().equals(need) && !it.agreed());
    }

    private void aSecondOfficerFindsAnErrorAndItIsSolvedAnew() throws Exception {
        refused("round.not-your-duty", () -> rounds.refuse("2027-77", 1, "It is wrong.", official("maren")));
        var refusing = post("/rounds/2027-77/refuse").param("number", "1");
        assertThat(answered(422, "second-officer", refusing)).contains("Write why");
        redirected("second-officer", refusing.param("why", "An offer was misread."));
        refused("round.waiting", () -> rounds.approve("2027-77", 1, official("tolva")));
        refused("round.unknown", () -> rounds.file("2027-77", 1, official("maren")));
        assertThat(standing.standing(200))
                .filteredOn(it -> it.id().equals("2027-77"))
                .singleElement()
                .matches(it -> it.frozenAt() == null && it.refusedAt() != null && it.solvings() == 1, "is solved anew");
        assertThat(page("duty-officer", "/rounds/2027-77", "en"))
                .contains("An offer was misread.", "Solve again", "End this round");
        redirected("duty-officer", post("/rounds/2027-77/solve"));
    }

    private void oneThatIsClosedToNamedOfficersStillWaits(String need, RoundFile file) {
        var thread = row(need).thread();
        db.sql("insert into cooperation.compartment (thread, closed_at) values (:t, now())")
                .param("t", thread)
                .update();
        try {
            assertThat(help.answers(file)).as("nobody declined it").isEmpty();
            refused("round.waiting", () -> rounds.solve("2027-77", official("maren")));
            assertThat(rounds.one("2027-77", official("maren")).last().answers())
                    .as("as where there is no such need")
                    .anyMatch(it -> it.need().equals(need) && !it.agreed());
        } finally {
            db.sql("delete from cooperation.compartment where thread = :t")
                    .param("t", thread)
                    .update();
        }
    }

    /** *How many in all*: what two rounds give together is no more than that. */
    @Test
    void what_was_agreed_in_one_round_is_not_placed_again_in_the_next() throws Exception {
        var need = listed("capacity-need/1", need());
        var offer = listed("capacity-offer/1", offer());
        redirected("duty-officer", opening("2027-81").param("lot", "A first text"));
        page("duty-officer", "/rounds/2027-81", "en");
        redirected("duty-officer", post("/rounds/2027-81/solve"));
        redirected("second-officer", post("/rounds/2027-81/approve").param("number", "1"));
        assertThat(rounds.one("2027-81", official("maren"))
                        .last()
                        .file()
                        .solution()
                        .placed())
                .anyMatch(it -> it.need().equals(need) && it.offer().equals(offer) && it.units() == 2);
        bothSayYes(need, offer, "2027-81");

        redirected("duty-officer", opening("2027-82").param("lot", "A second text"));
        page("duty-officer", "/rounds/2027-82", "en");
        redirected("duty-officer", post("/rounds/2027-82/solve"));

        var problem = rounds.one("2027-82", official("maren")).last().file().problem();
        assertThat(problem.needs()).anyMatch(it -> it.id().equals(need) && it.units() == 0);
        assertThat(problem.offers()).anyMatch(it -> it.id().equals(offer) && it.capacity() == 2);
        assertThat(problem.states()).as("in this round").isNotEmpty().allMatch(it -> it.had() == 0);
    }

    @Test
    void a_round_that_ends_or_was_refused_three_times_says_that_it_waits_for_nobody() throws Exception {
        listed("capacity-need/1", need());
        listed("capacity-offer/1", offer());
        redirected("duty-officer", opening("2027-91").param("lot", "A third text"));
        for (var number : List.of("1", "2", "3")) {
            assertThat(page("duty-officer", "/rounds/2027-91", "en")).doesNotContain("was solved three times");
            redirected("duty-officer", post("/rounds/2027-91/solve"));
            var refusing = post("/rounds/2027-91/refuse").param("number", number);
            redirected("second-officer", refusing.param("why", "An offer was misread."));
        }
        assertThat(page("duty-officer", "/rounds/2027-91", "en"))
                .contains("was solved three times", "End this round")
                .doesNotContain("Solve again");
        redirected("duty-officer", opening("2027-92").param("lot", "A fourth text"));
        page("duty-officer", "/rounds/2027-92", "en");
        redirected("duty-officer", post("/rounds/2027-92/solve"));
        assertThat(page("duty-officer", "/rounds/2027-92", "en")).contains("It waits for a second officer");

        for (var id : List.of("2027-91", "2027-92")) {
            redirected("duty-officer", post("/rounds/" + id + "/end").param("because", "Opened by mistake."));
            assertThat(page("duty-officer", "/rounds/" + id, "en"))
                    .contains("ended without a result")
                    .doesNotContain("It waits for a second officer", "was solved three times");
        }
        assertThat(page("duty-officer", "/rounds", "en"))
                .containsSubsequence("/rounds/2027-92\"", "Ended without a result", "/rounds/2027-91\"");
    }

    private void bothSayYes(String need, String offer, String round) {
        var body = new HashMap<String, Object>(Map.of("round", round, "offer", offer, "provider", "Police college"));
        body.putAll(Map.of("placed", "2", "conditions", "None", "tied", "untied", "reasons", "The same kind."));
        var until = clock.instant().plus(Duration.ofDays(14)).truncatedTo(ChronoUnit.SECONDS);
        body.put("answerUntil", until.toString());
        step(row(need), "propose", body, Map.of(), "okell");
        var proposal = threads.newest(row(need).thread()).stream()
                .filter(it -> it.envelope().type().equals("propose"))
                .findFirst()
                .orElseThrow()
                .id();
        letters.says(need, "accept", Map.of("contact", "Ministry of Justice"), Map.of("proposal", proposal));
        step(row(need), "provider-accepts", Map.of("contact", "Police college"), Map.of("proposal", proposal), "okell");
        assertThat(row(need).state()).isEqualTo("Open");
    }

    private static MockHttpServletRequestBuilder opening(String round) {
        var opening = post("/rounds").param("id", round).param("equity", "25").param("firstHelp", "100");
        return opening.param("room", "10").param("days", "14");
    }

    /** However many rounds there are, and needs on the list. */
    private void aProposalAsksForItsOwnRoundsAlone(String need) {
        var placed = pairs.begun(row(need), ProposingPair.Side.NEED);
        assertThat(placed).containsEntry("round", "2027-77");
        for (int i = 1; i < 6; i++) {
            var later = clock.instant().plusSeconds(i);
            assertThat(rows.open(new OpenedRound("2027-80" + i, "{}", 10, 14, "maren", later)))
                    .isTrue();
        }

        assertThat(CountedStatements.of(
                        "capacity",
                        () -> assertThat(pairs.begun(row(need), ProposingPair.Side.NEED))
                                .isEqualTo(placed)))
                .as("which rounds speak of it, and the newest of them")
                .isEqualTo(2);
        assertThat(CountedStatements.of(
                        "cooperation", () -> assertThat(help.need(need)).isPresent()))
                .as("its row, and what is closed")
                .isEqualTo(2);
    }

    @Test
    void an_offer_whose_bars_nobody_can_read_is_pointed_out_and_proposed_to_nobody() throws Exception {
        var need = listed("capacity-need/1", need());
        var body = new HashMap<>(offer());
        body.put("barred", List.of(Map.of("state", "", "reason", "law")));
        var offer = listed("capacity-offer/1", body);
        for (var language : List.of("en", "ar")) {
            assertThat(page("duty-officer", "/rounds", language))
                    .contains(offer + "</bdi></a>: <span dir=\"auto\">")
                    .doesNotContain("rounds.unread");
        }

        redirected(
                "duty-officer",
                post("/rounds")
                        .param("id", "2027-78")
                        .param("equity", "25")
                        .param("firstHelp", "100")
                        .param("lot", "Another text that nobody can steer")
                        .param("room", "10")
                        .param("days", "14"));
        page("duty-officer", "/rounds/2027-78", "en");
        redirected("duty-officer", post("/rounds/2027-78/solve"));
        assertThat(page("duty-officer", "/rounds/2027-78", "en"))
                .contains(
                        "Offers whose bars nobody can read",
                        offer,
                        need,
                        "2 of 2 units still missing",
                        "in words that no program can read")
                .doesNotContain("of offer " + offer);
    }

    private void nothingElseIsProposed(String need, String offer) throws Exception {
        var body = new HashMap<String, Object>(Map.of(
                "round",
                "banana",
                "offer",
                "XA-9999-1",
                "provider",
                "Nobody",
                "placed",
                "9999",
                "conditions",
                "None",
                "tied",
                "untied",
                "reasons",
                "None"));
        body.put(
                "answerUntil",
                clock.instant()
                        .plus(Duration.ofDays(14))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        assertThat(told(need, body))
                .contains("No round of this name was opened here.", "No offer with this reference is on the list.");
        body.put("round", "2027-77");
        body.put("offer", offer);
        assertThat(told(need, body)).contains("Begin with a number in digits, from 1 to 2:");
        body.put("placed", "2 persons");
        assertThat(told(need, body)).doesNotContain("No round of", "No offer with", "Begin with a number");
        body.put("needed", "A course in an island State");
        body.put("placed", "9999");
        assertThat(told(offer, body)).contains("Begin with a number in digits, from 1 to ");
        body.put("placed", "2 persons");
        assertThat(told(offer, body)).doesNotContain("No round of", "Begin with a number");
        body.put("answerUntil", "2020-01-01T00:00:00Z");
        assertThat(told(need, body)).contains("This time is over already.");
    }

    /** What the page says of such a proposal; no program gets past it either. */
    private String told(String need, Map<String, Object> body) throws Exception {
        var draft = written(row(need), "propose", body, Map.of());
        var page = page(
                "duty-officer", "/requests/" + row(need).address() + "/propose?check=true&draft=" + draft.id(), "en");
        if (page.contains("class=\"problems\"")) {
            assertThatExceptionOfType(FieldBroken.class)
                    .isThrownBy(() -> submit(draft))
                    .satisfies(it -> assertThat(it.code()).matches("capacity-(need|offer)[.](not-on-list|ahead)"))
                    .satisfies(
                            it -> assertThat(it.facts().get("field")).isIn("round", "offer", "placed", "answerUntil"));
        }
        drafts.discard(draft.id(), official("maren"));
        return page;
    }

    @Test
    void what_stands_on_the_list_is_there_though_nobody_has_anything_to_do() throws Exception {
        var need = listed("capacity-need/1", need());
        letters.posts(need);

        assertThat(row(need).turn()).isEqualTo(RequestRow.Turn.NOBODY);
        assertThat(page("duty-officer", "/rounds", "en")).contains(need);
    }

    /** Beside a need stands whom its State named, and whether the program reaches them. */
    @Test
    void a_need_for_named_providers_says_who_is_reached() throws Exception {
        var body = new HashMap<>(need());
        body.put("audience", "named");
        body.put("named", List.of("xb-1", "Police college of nowhere"));
        var need = listed("capacity-need/1", body);

        assertThat(page("duty-officer", "/requests/" + row(need).address(), "en"))
                .contains("Providers that may see this need", "XB-1", "its node has not taken it yet")
                .contains("Police college of nowhere", "Nobody is shown anything");
        assertThat(page("duty-officer", "/requests/" + row(need).address(), "ar"))
                .doesNotContain("named.");
        assertThat(forOne.to("XB-1").get(row(need).counterpart() + ":" + need)).containsEntry("asked", "train-le");
        assertThat(forOne.to("XA-1").keySet()).noneMatch(it -> it.endsWith(need));
        assertThat(page(
                        "duty-officer",
                        "/requests/" + row(listed("capacity-need/1", need())).address(),
                        "en"))
                .doesNotContain("Providers that may see this need");
    }

    /** By what is sealed: a name that was typed is no approval. */
    @Test
    void a_need_is_gravest_where_two_persons_approved_it() throws Exception {
        var body = new HashMap<>(need());
        body.put("severity", "gravest");
        body.put("secondSignature", "Permanent secretary");
        var need = listed("capacity-need/1", body);
        var signed = new SignedNeeds(threads);
        assertThat(signed.twice(help.said(row(need))))
                .as("one officer wrote down its letter, one the confirmation")
                .isFalse();
        assertThat(SignedNeeds.byLetter(help.said(row(need)))).isTrue();
        var input = help.input("2099-1", LocalDate.of(2099, 1, 1), LocalDate.of(2099, 1, 1), 10, List.of());
        assertThat(SignedNeeds.byLetter(input, help)).contains(need);

        var byTwo = threads.newest(row(need).thread()).stream()
                .filter(it -> it.envelope().type().equals("admit"))
                .findFirst()
                .orElseThrow();
        assertThat(signed.twice(confirmedBy(byTwo.id(), body))).isTrue();
        assertThat(signed.twice(confirmedBy("an act that is not here", body))).isFalse();
        assertThat(SignedNeeds.byLetter(confirmedBy("an act", body)))
                .as("of a node")
                .isFalse();
        body.put("recorded", "seat");
        assertThat(SignedNeeds.byLetter(confirmedBy("an act", body))).isFalse();
        assertThat(signed.twice(confirmedBy(byTwo.id(), need())))
                .as("it is not said to be gravest")
                .isFalse();
    }

    /** A need whose confirmation is that act. */
    private ActsOfHelp confirmedBy(String act, Map<String, Object> need) {
        return new ActsOfHelp(
                Set.of(),
                List.of(
                        new ActContent("opening", "submit", need, clock.instant(), Role.REQUESTING),
                        new ActContent(act, "authenticate", Map.of(), clock.instant(), Role.REQUESTING)));
    }

    @Test
    void the_third_round_before_one_is_found_and_none_where_there_are_fewer() throws Exception {
        var first = Instant.parse("2099-01-01T10:00:00Z");
        try {
            var weights = new String(RoundFile.bytes(RoundWeights.usual("A text")), StandardCharsets.UTF_8);
            for (int n = 0; n < 5; n++) {
                assertThat(rows.open(new OpenedRound(
                                "2099-90" + n, weights, 10, 14, "maren", first.plus(Duration.ofDays(n - 1)))))
                        .isTrue();
            }
            assertThat(rows.thirdBefore(first.plus(Duration.ofDays(3)))).contains(first);
            assertThat(standing.standing(9)).anyMatch(it -> it.id().equals("2099-902"));
            assertThat(answered(422, "duty-officer", post("/rounds/2099-902/end")))
                    .contains("Write why");
            redirected("duty-officer", post("/rounds/2099-902/end").param("because", "Opened by mistake."));
            refused("round.ended", () -> rounds.end("2099-902", "Again.", official("maren")));
            refused("round.ended", () -> rounds.solve("2099-902", official("maren")));
            assertThat(standing.standing(9)).noneMatch(it -> it.id().equals("2099-902"));
            assertThat(rows.thirdBefore(first.plus(Duration.ofDays(3))))
                    .as("what came to nothing counts among no rounds")
                    .contains(first.minus(Duration.ofDays(1)));
            assertThat(rows.thirdBefore(Instant.parse("1999-01-01T10:00:00Z"))).isEmpty();
        } finally {
            db.sql("delete from capacity.round where id like '2099-90_'").update();
        }
    }

    @Test
    void a_node_that_keeps_no_list_has_no_such_pages() {
        assertThatThrownBy(() -> new RoundsController(rounds, telling, new ConfiguredList(false)).onTheListsNode())
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("404");
    }

    /** Confirmed by their focal point where it is a need, and put on the list by two of our officers. */
    private String listed(String procedure, Map<String, Object> body) {
        var reference = correspondence.recordRequest(procedure, "XD-1", body, arrived(), official("maren"));
        if (procedure.startsWith("capacity-need")) {
            letters.says(reference, "authenticate", Map.of("by", "Ministry of Justice of Dorvane"), Map.of());
        }
        var until = clock.instant().plus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS);
        step(row(reference), "admit", Map.of(), Map.of("until", until.toString()), "okell");
        assertThat(row(reference).state()).isEqualTo("Open");
        listed.add(reference);
        return reference;
    }

    private static Map<String, Object> need() {
        return NeededHelp.need("Investigators for electronic evidence", "25", "28");
    }

    private static Map<String, Object> offer() {
        return Map.ofEntries(
                Map.entry("instrument", "uncc"),
                Map.entry("authority", "Police college of Dorvane"),
                Map.entry("title", "Places in a course"),
                Map.entry("kind", List.of("train-le")),
                Map.entry("articles", List.of("25", "28")),
                Map.entry("capacity", 4),
                Map.entry("unit", "persons"),
                Map.entry("what", "Twelve days for first responders."),
                Map.entry("earliest", "2027-01-01"),
                Map.entry("latest", "2028-12-31"),
                Map.entry("languages", List.of("en")),
                Map.entry("mode", "in-person"),
                Map.entry("conditions", List.of("none")),
                Map.entry("tied", "untied"),
                Map.entry("sort", "state"),
                Map.entry("exportControl", "none-needed"),
                Map.entry("audience", "participants"));
    }
}
