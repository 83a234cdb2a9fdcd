package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.capacity.matching.DaySpan;
import org.comity.capacity.matching.HelpMode;
import org.comity.capacity.matching.OfferInRound;
import org.comity.procedure.ActField;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** What acts of a need or an offer say is what a round computes with. */
class ReadingHelpTest {

    private static final LocalDate OPENS = LocalDate.of(2027, 3, 1);
    private static final Instant THEN = Instant.parse("2026-05-04T10:00:00Z");

    private final List<ActContent> acts = new ArrayList<>();

    @Test
    void a_need_is_read_with_what_was_changed_and_waits_since_it_was_first_confirmed() {
        says("submit", need());
        says("authenticate", Map.of("by", "Ministry of Justice"));
        says("amend", Map.of("units", "7", "latest", "", "text", "More."));
        says("amend", Map.of("units", "many", "text", "Not a number."));

        var need = ReadingHelp.need("XM-2027-000001", "XM", said(), OPENS, true);

        assertThat(need.units()).isEqualTo(7);
        assertThat(need.kind()).isEqualTo("lab");
        assertThat(need.articles()).containsExactlyInAnyOrder("25", "28");
        assertThat(need.languages().words()).containsExactly("fr:b2");
        assertThat(need.window().until()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(need.authenticated()).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(need.legal()).containsExactlyInAnyOrder("common", "customary");
        assertThat(need.mode()).isEqualTo(HelpMode.ONLINE);
        assertThat(need.readiness().legalBasis()).isTrue();
        assertThat(need.readiness().oversight()).isFalse();
        assertThat(need.readiness().first()).isFalse();
    }

    /** Else one person makes a need gravest, by what no page of a change shows. */
    @Test
    void a_change_changes_only_what_its_procedure_lets_it() {
        var body = new HashMap<>(need());
        body.put("severity", "useful");
        says("submit", body);
        says("amend", Map.of("severity", "gravest", "articles", List.of("54"), "units", "4", "text", "More."));

        var need = ReadingHelp.need("XM-2027-000001", "XM", said(), OPENS, true);

        assertThat(need.severity()).isEqualTo(1);
        assertThat(need.articles()).containsExactlyInAnyOrder("25", "28");
        assertThat(need.units()).isEqualTo(4);
        assertThat(ReadingHelp.isGravest(said())).isFalse();
    }

    /** A course of each summer that was offered once is there in every year. */
    @Test
    void an_offer_of_each_year_counts_in_the_first_in_which_it_is_not_over() {
        assertThat(yearly(true, "2025-06-01", "2025-06-20")).isEqualTo(span("2027-06-01", "2027-06-20"));
        assertThat(yearly(true, "2024-02-01", "2024-03-01"))
                .as("its last day")
                .isEqualTo(span("2027-02-01", "2027-03-01"));
        assertThat(yearly(true, "2026-12-15", "2027-02-28")).isEqualTo(span("2027-12-15", "2028-02-28"));
        assertThat(yearly(true, "2028-06-01", "2028-06-20"))
                .as("still ahead")
                .isEqualTo(span("2028-06-01", "2028-06-20"));
        assertThat(yearly(false, "2025-06-01", "2025-06-20")).isEqualTo(span("2025-06-01", "2025-06-20"));
    }

    private DaySpan yearly(boolean yearly, String earliest, String latest) {
        acts.clear();
        says("submit", Map.of("earliest", earliest, "latest", latest, "yearly", yearly));
        return ReadingHelp.offer("O", "XE-1", List.of(), said(), OPENS).window();
    }

    private static DaySpan span(String from, String until) {
        return new DaySpan(LocalDate.parse(from), LocalDate.parse(until));
    }

    /** Whether it counts so is not in what the State typed. */
    @Test
    void a_name_that_was_typed_signs_nothing() {
        var body = new HashMap<>(need());
        body.put("secondSignature", "Permanent secretary");
        says("submit", body);
        var need = ReadingHelp.need("N", "XM", said(), OPENS, false);
        assertThat(need.severity()).isEqualTo(4);
        assertThat(need.readiness().signed()).isFalse();
    }

    @Test
    void an_offer_is_read_with_its_conditions_and_a_company_has_no_region() {
        says("submit", offer("state"));
        var offer = ReadingHelp.offer("O", "XE-1", List.of("155", "150"), said(), OPENS);
        assertThat(offer.capacity()).isEqualTo(12);
        assertThat(offer.kinds()).isEqualTo(Set.of("evid", "lab"));
        assertThat(offer.terms().barred()).containsExactly("XQ");
        assertThat(offer.terms().exportChecked()).isTrue();
        assertThat(offer.legal()).containsExactly("civil");
        assertThat(offer.provider().regions()).containsExactly("155", "150");

        acts.clear();
        says("submit", offer("company"));
        assertThat(ReadingHelp.offer("O", "XE-9", List.of("155"), said(), OPENS)
                        .provider()
                        .regions())
                .isEmpty();
    }

    /** Words in the place of regions match no State: a change writes the numbers in their place. */
    @Test
    void regions_are_changed() {
        says("submit", Map.of("regions", List.of("Africa")));
        says("amend", Map.of("regions", List.of("002")));
        assertThat(ReadingHelp.offer("O", "XE-1", List.of(), said(), OPENS).regions())
                .containsExactly("002");
        assertThat(PracticeFiles.table("capacity-offer/1").of("amend"))
                .extracting(ActField::key)
                .contains("regions");
    }

    /** Whatever another program wrote in the place of bars is a bar that nobody can read, and is not lost. */
    @Test
    void bars_that_are_no_rows_are_bars_and_a_change_takes_their_place() {
        for (var bars : List.of("Aldoria", List.of("Aldoria"), List.of(Map.of("reason", "law")))) {
            acts.clear();
            says("submit", Map.of("barred", bars));
            assertThat(bars().unread()).hasSize(1);
        }
        says("amend", Map.of("barred", List.of(Map.of("state", "XQ", "reason", "law"))));
        assertThat(bars().unread()).isEmpty();
        assertThat(bars().barred()).containsExactly("XQ");
    }

    private OfferInRound.Terms bars() {
        return ReadingHelp.offer("O", "XE-1", List.of(), said(), OPENS).terms();
    }

    @Test
    void a_proposal_is_agreed_when_both_said_yes_and_declined_when_one_did_or_nobody_answered() {
        says("submit", need());
        var proposal = says("propose", Map.of("round", "2027-1", "offer", "O-1"));
        assertThat(answer()).isEmpty();
        says("accept", Map.of("proposal", proposal));
        assertThat(answer()).isEmpty();
        says("provider-accepts", Map.of("proposal", proposal));
        assertThat(answer()).contains(true);

        for (var type : List.of("decline", "provider-declines", "no-answer")) {
            acts.clear();
            says("submit", need());
            says(type, Map.of("proposal", says("propose", Map.of("round", "2027-1", "offer", "O-1"))));
            assertThat(answer()).as(type).contains(false);
        }
        assertThat(ReadingHelp.agreed("2027-2", "O-1", THEN, said()))
                .as("of another round")
                .isEmpty();
    }

    @Test
    void a_pair_proposed_again_in_its_round_is_agreed_when_both_said_yes_to_any_of_the_proposals() {
        says("submit", need());
        says("no-answer", Map.of("proposal", says("propose", Map.of("round", "2027-1", "offer", "O-1"))));
        var again = says("propose", Map.of("round", "2027-1", "offer", "O-1"));
        assertThat(answer()).as("it waits again").isEmpty();
        says("accept", Map.of("proposal", again));
        says("provider-accepts", Map.of("proposal", again));
        assertThat(answer()).contains(true);
        says("decline", Map.of("proposal", says("propose", Map.of("round", "2027-1", "offer", "O-1"))));
        assertThat(answer()).as("what was agreed stays").contains(true);
        assertThat(ReadingHelp.agreed("2027-1", "O-1", THEN.plusSeconds(1), said()))
                .as("of a later solving")
                .isEmpty();
    }

    private java.util.Optional<Boolean> answer() {
        return ReadingHelp.agreed("2027-1", "O-1", THEN, said());
    }

    /** A change as the files let it be made. */
    private ActsOfHelp said() {
        var changed = new HashSet<String>();
        for (var procedure : List.of("capacity-need/1", "capacity-offer/1")) {
            PracticeFiles.table(procedure).of(ActsOfHelp.CHANGE).forEach(it -> changed.add(it.key()));
        }
        return new ActsOfHelp(changed, acts);
    }

    private String says(String type, Map<String, Object> body) {
        var id = "act-" + acts.size();
        acts.add(new ActContent(id, type, body, THEN, Role.REQUESTING));
        return id;
    }

    private static Map<String, Object> need() {
        var need = new HashMap<String, Object>();
        need.put("kind", "lab");
        need.put("articles", List.of("25", " 28 "));
        need.put("units", 3);
        need.put("severity", "gravest");
        need.put("latest", "2027-12-31");
        need.put("languages", List.of("fr"));
        need.put(
                "levels",
                List.of(
                        Map.of("language", "fr", "level", "vantage"),
                        Map.of("language", "en", "level", "advanced"),
                        Map.of("language", "fr", "level", "fluent")));
        need.put("mode", "online");
        need.put("first", "A room with power");
        need.put("legalBasis", "Law 4");
        need.put("legalSystem", List.of("common", "customary"));
        return need;
    }

    private static Map<String, Object> offer(String sort) {
        return Map.of(
                "legalSystem",
                List.of("civil"),
                "kind",
                List.of("evid", "lab"),
                "capacity",
                12,
                "languages",
                List.of("en"),
                "sort",
                sort,
                "exportControl",
                "licence-held",
                "barred",
                List.of(Map.of("state", "XQ", "reason", "sanctions")));
    }
}
