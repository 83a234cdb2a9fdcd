package org.comity.commons.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.commons.kept.KeptRecord.RecordState;
import org.comity.commons.kept.RecordFromActs.ActContent;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.site.PublicItem;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionShelfTest {

    private static final Instant SENT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant TODAY = Instant.parse("2026-06-01T10:00:00Z");

    private final KeptRows rows = mock(KeptRows.class);
    private final Requests requests = mock(Requests.class);

    @Test
    void a_practice_is_shown_with_its_parts_its_articles_and_who_sent_it() {
        var item = items("practices", practice("XB-2026-000001", "clear")).getFirst();

        assertThat(item.id()).isEqualTo("XB-1-XB-2026-000001");
        assertThat(item.from()).isEqualTo("XB");
        assertThat(item.label()).isEqualTo(TrafficLight.CLEAR);
        assertThat(item.articles()).containsExactly("25", "42");
        assertThat(item.title("ar")).isEqualTo("Duty judge by phone");
        assertThat(item.parts())
                .extracting(PublicItem.Part::label)
                .contains("practice-record.field.problem", "practice-record.field.evidence", "public.checked")
                .doesNotContain("practice-record.field.cost", "public.practice.tried", "public.attention");
        assertThat(text(item, "practice-record.field.evidence", "en")).isEqualTo("It is documented");
        assertThat(text(item, "practice-record.field.evidence", "ar")).isEqualTo("موثقة");
    }

    @Test
    void one_state_confirms_another_contradicts_and_both_words_stand_side_by_side_uncounted() {
        var item = items(
                        "practices",
                        practice("XB-2026-000001", "clear"),
                        trial("XC-1", "XB-1-XB-2026-000001", "worked", "We have no night court.", "clear"),
                        trial("XD-1", "XB-1-XB-2026-000001", "failed", "Judges may not decide by phone.", "clear"))
                .getFirst();

        assertThat(item.parts().stream()
                        .filter(it -> it.label().equals("public.practice.tried"))
                        .map(it -> it.in("en")))
                .containsExactly(
                        "XC: We did this: it worked\nWe have no night court.",
                        "XD: We did this: it did not work\nJudges may not decide by phone.");
        assertThat(text(item, "public.practice.evidence", "en")).contains("Another State did the same");
    }

    @Test
    void a_practice_is_tried_by_its_address_alone() {
        var first = practice("XB-2026-000001", "XB-1", "clear");
        var second = practice("XB-2026-000001", "XB-2", "clear");
        var byAddress = trial("XC-1", " XB-2-XB-2026-000001", "failed", "By its address", "clear");
        var byNumber = trial("XD-1", "XB-2026-000001", "worked", "By a number", "clear");

        var both = items("practices", first, second, byAddress, byNumber);
        assertThat(both).hasSize(2);
        assertThat(tried(both.getFirst())).isEmpty();
        assertThat(tried(both.getLast())).singleElement().asString().contains("By its address");
        assertThat(tried(items("practices", second, byAddress, byNumber).getFirst()))
                .as("the other of its number is gone")
                .hasSize(1);
        assertThat(text(both.getLast(), "public.reference", "en")).isEqualTo("XB-2026-000001");
    }

    /** Citations of before name the reference alone. */
    @Test
    void an_address_of_before_leads_to_what_alone_ever_had_that_reference() {
        var practices = shelf(Collection.of("practice-record/1").orElseThrow());
        var first = mock(RequestRow.class);
        when(first.counterpart()).thenReturn("XB-1");
        when(first.reference()).thenReturn("XB-2026-000001");
        when(requests.alone(anyString(), any(), anyString())).thenCallRealMethod();
        when(requests.ofReferences("practice-record", Role.REQUESTED, List.of("XB-2026-000001"), null))
                .thenReturn(List.of(first));
        assertThat(practices.moved("XB-2026-000001")).contains("XB-1-XB-2026-000001");
        assertThat(practices.moved("XB-2026-000002")).isEmpty();

        when(requests.ofReferences("practice-record", Role.REQUESTED, List.of("XB-2026-000001"), null))
                .thenReturn(List.of(first, mock(RequestRow.class)));
        assertThat(practices.moved("XB-2026-000001"))
                .as("nobody knows which was meant, though one may be gone")
                .isEmpty();
    }

    private static List<String> tried(PublicItem item) {
        return item.parts().stream()
                .filter(it -> it.label().equals("public.practice.tried"))
                .map(it -> it.in("en"))
                .toList();
    }

    /** The letters before a company's name are those of its host's State, which said nothing. */
    @Test
    void a_company_says_what_it_tried_under_its_own_name_and_confirms_nothing() {
        var item = items(
                        "practices",
                        practice("XB-2026-000001", "clear"),
                        trial("XH-CLOUD", "XB-1-XB-2026-000001", "worked", "We answer at night.", "clear"))
                .getFirst();

        assertThat(item.parts())
                .extracting(PublicItem.Part::label)
                .contains("public.practice.tried-body")
                .doesNotContain("public.practice.tried", "public.practice.evidence");
        assertThat(text(item, "public.practice.tried-body", "en"))
                .isEqualTo("Company XH-CLOUD: We did this: it worked\nWe answer at night.");
        var both = items(
                "practices",
                practice("XB-2026-000001", "clear"),
                trial("XH-CLOUD", "XB-1-XB-2026-000001", "worked", "At night.", "clear"),
                trial("XH-1", "XB-1-XB-2026-000001", "worked", "By day.", "clear"));
        assertThat(text(both.getFirst(), "public.practice.tried", "en")).startsWith("XH: ");
        assertThat(text(both.getFirst(), "public.practice.evidence", "en")).contains("Another State did the same");

        var card = new RecordFromActs(List.of(
                        act("submit", Map.of("title", "Cloud", "label", "clear"), SENT), act("admit", Map.of(), SENT)))
                .of("t", "provider-card", "XH-2026-000009", "XH-CLOUD");
        assertThat(items("providers", card).getFirst().from()).isEqualTo("XH-CLOUD");
    }

    @Test
    void nobody_confirms_its_own_and_each_state_has_one_word_its_newest() {
        var item = items(
                        "practices",
                        practice("XB-2026-000001", "clear"),
                        trial("XB-2", "XB-1-XB-2026-000001", "worked", "Us again", "clear"),
                        trial("XC-1", "XB-1-XB-2026-000001", "failed", "Newest", "clear"),
                        trial("XC-2", "XB-1-XB-2026-000001", "worked", "Older", "clear"))
                .getFirst();

        assertThat(item.parts().stream()
                        .filter(it -> it.label().equals("public.practice.tried"))
                        .map(it -> it.in("en")))
                .singleElement()
                .asString()
                .contains("Newest");
        assertThat(item.parts()).extracting(PublicItem.Part::label).doesNotContain("public.practice.evidence");
    }

    @Test
    void a_trial_that_is_not_for_everybody_shows_nothing_of_itself() {
        var item = items(
                        "practices",
                        practice("XB-2026-000001", "clear"),
                        trial("XC-1", "XB-1-XB-2026-000001", "worked", "Only for participants", "green"))
                .getFirst();

        assertThat(item.parts())
                .extracting(PublicItem.Part::label)
                .doesNotContain("public.practice.tried", "public.practice.evidence");
        assertThat(item.toString()).doesNotContain("Only for participants");
    }

    @ParameterizedTest
    @ValueSource(strings = {"green", "", "TLP:clear", "everybody"})
    void what_bears_another_label_or_one_that_nobody_knows_is_not_for_everybody(String label) {
        assertThat(items("practices", practice("XB-2026-000001", label))
                        .getFirst()
                        .label())
                .isNotEqualTo(TrafficLight.CLEAR);
    }

    @Test
    void what_nobody_looked_at_for_long_says_so() {
        var points = new RecordFromActs(List.of(
                        act("submit", Map.of("title", "Police", "label", "clear"), SENT.minusSeconds(86_400 * 200)),
                        act("admit", Map.of(), SENT)))
                .of("t", "reporting-points", "XA-2026-000009", "XA-1");

        assertThat(items("reporting", points).getFirst().parts())
                .extracting(PublicItem.Part::label)
                .contains("public.attention");
    }

    @Test
    void rows_read_as_sentences_in_each_language() {
        var points = new RecordFromActs(List.of(
                        act(
                                "submit",
                                Map.of(
                                        "title", "Police",
                                        "label", "clear",
                                        "points",
                                                List.of(Map.of(
                                                        "name", "Cyber unit", "sort", "police", "phone", "+999 1"))),
                                SENT),
                        act("admit", Map.of(), SENT)))
                .of("t", "reporting-points", "XA-2026-000009", "XA-1");

        var item = items("reporting", points).getFirst();

        assertThat(text(item, "reporting-points.field.points", "en"))
                .isEqualTo("Office: Cyber unit · Phone: +999 1 · For what: Police");
        assertThat(text(item, "reporting-points.field.points", "ar")).contains("الشرطة");
    }

    @Test
    void each_article_elsewhere_is_one_of_ours_and_of_an_instrument_that_has_a_column() {
        var table = ArticlesElsewhere.table();

        assertThat(table.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(Integer.parseInt(row.getFirst())).isBetween(1, 68);
            assertThat(row).hasSize(table.columns().size());
        });
        assertThat(table.rows()).contains(List.of("42", "29", "", "", "37", ""));
    }

    @Test
    void only_what_was_admitted_stands_and_a_change_waits_again() {
        var submit = act("submit", Map.of("title", "One", "label", "clear", "steps", "a"), SENT);
        var admit = act("admit", Map.of(), SENT.plusSeconds(60));
        var amend = act("amend", Map.of("title", "", "steps", "b", "text", "why"), SENT.plusSeconds(120));

        assertThat(now(submit).standing()).isEqualTo(RecordState.WAITS);
        assertThat(now(submit, admit).standing()).isEqualTo(RecordState.STANDS);
        assertThat(now(submit, admit, amend).standing()).isEqualTo(RecordState.WAITS);
        assertThat(now(submit, admit, amend).said())
                .containsEntry("title", "One")
                .containsEntry("steps", "b");
        assertThat(now(submit, admit, amend).said()).doesNotContainKey("text");
        assertThat(now(submit, admit, amend, act("return", Map.of(), SENT)).standing())
                .isEqualTo(RecordState.WAITS);
        assertThat(now(submit, admit, act("withdraw", Map.of(), SENT)).standing())
                .isEqualTo(RecordState.ENDED);
        assertThat(now(submit, admit, act("set-aside", Map.of(), SENT)).standing())
                .isEqualTo(RecordState.ENDED);
    }

    private List<PublicItem> items(String shelf, KeptRecord... records) {
        var collection = Collection.ALL.stream()
                .filter(it -> it.shelf().equals(shelf))
                .findFirst()
                .orElseThrow();
        when(rows.standing(collection.law())).thenReturn(List.of(records));
        return shelf(collection).items();
    }

    private CollectionShelf shelf(Collection collection) {
        return new CollectionShelf(
                collection,
                rows,
                requests,
                new RecordWords(WordsForTests.load()),
                PlayedSenders.but("XH-CLOUD"),
                Clock.fixed(TODAY, ZoneOffset.UTC),
                Period.ofMonths(6));
    }

    private static String text(PublicItem item, String label, String language) {
        return item.parts().stream()
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow()
                .in(language);
    }

    private static KeptRecord practice(String reference, String label) {
        return practice(reference, "XB-1", label);
    }

    private static KeptRecord practice(String reference, String by, String label) {
        var said = Map.<String, Object>of(
                "about", "ours",
                "title", "Duty judge by phone",
                "articles", List.of("42(3)", "25"),
                "problem", "No judge at night",
                "steps", "Call",
                "result", "Median 3 hours, of 40 requests",
                "evidence", "documented",
                "licence", "cc-by",
                "label", label);
        return new RecordFromActs(List.of(act("submit", said, SENT), act("admit", Map.of(), SENT)))
                .of("t" + reference, "practice-record", reference, by);
    }

    private static KeptRecord trial(String by, String practice, String outcome, String differed, String label) {
        var said = new HashMap<String, Object>(Map.of(
                "about", "tried", "title", "We tried it", "tried", practice, "outcome", outcome, "label", label));
        said.put("differed", differed);
        return new RecordFromActs(List.of(act("submit", said, SENT), act("admit", Map.of(), SENT)))
                .of("t" + by, "practice-record", by + "-r", by);
    }

    private static KeptRecord now(ActContent... acts) {
        return new RecordFromActs(List.of(acts)).of("t", "practice-record", "XB-2026-000001", "XB-1");
    }

    private static ActContent act(String type, Map<String, Object> body, Instant at) {
        return new ActContent(type, body, at);
    }
}
