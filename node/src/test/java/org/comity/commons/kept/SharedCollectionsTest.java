package org.comity.commons.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.comity.board.BoardWords;
import org.comity.board.Boards;
import org.comity.board.HeldBoards;
import org.comity.board.HeldBoards.Beginning;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.comity.board.Publication;
import org.comity.commons.kept.KeptRecord.RecordState;
import org.comity.procedure.Requests;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.file.WholeAct;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.comity.site.AboutArticle;
import org.comity.site.PublicItem;
import org.comity.ui.PagesForTests;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the collections of the host, as a participant reads it on its own node. */
class SharedCollectionsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");
    private static final Official MAREN = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));
    private static final LocalDate DAY = LocalDate.parse("2026-05-01");

    private final KeptRows rows = mock(KeptRows.class);
    private final PublishingCollections publishing =
            new PublishingCollections(rows, mock(Boards.class), Clock.fixed(NOON, ZoneOffset.UTC));
    private final HeldBoards boards = mock(HeldBoards.class);
    private final ReadingShared reading = new ReadingShared(
            boards,
            WordsForTests.load(),
            PlayedSenders.but(),
            Clock.fixed(NOON, ZoneOffset.UTC),
            new CommonsSettings(Period.ofMonths(6)));

    @Test
    void green_records_are_read_by_participants_and_stand_on_no_public_board() {
        stands(
                practice("XB-2026-000001", TrafficLight.CLEAR, "25"),
                practice("XB-2026-000002", TrafficLight.GREEN, "42"),
                practice("XB-2026-000003", TrafficLight.RED, "42"),
                trial("XC-2026-000001", "XB-1-XB-2026-000002", TrafficLight.GREEN));

        assertThat(publishing.subjects().before(Audience.PUBLIC))
                .containsOnlyKeys("practice-record:XB-1:XB-2026-000001");
        assertThat(publishing.subjects().before(Audience.PARTICIPANTS))
                .containsOnlyKeys("practice-record:XB-1:XB-2026-000002", "practice-record:XC-1:XC-2026-000001");

        follow();
        assertThat(reading.all().collections())
                .filteredOn(it -> it.shelf().equals("practices"))
                .extracting(SharedView.Line::standing)
                .containsExactly(3);
        assertThat(reading.collection("practices", "", 0).lines())
                .extracting(CollectionView.Line::reference, CollectionView.Line::light)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("XB-2026-000001", TrafficLight.CLEAR),
                        org.assertj.core.groups.Tuple.tuple("XB-2026-000002", TrafficLight.GREEN));
        assertThat(reading.collection("practices", "42", 0).lines())
                .extracting(CollectionView.Line::reference)
                .containsExactly("XB-2026-000002");
        assertThat(reading.one("practices", "XB-1-XB-2026-000002").parts())
                .filteredOn(it -> it.label().equals("public.practice.tried"))
                .singleElement()
                .satisfies(it -> assertThat(it.in("en")).contains("XC", "We have no night court."));
    }

    /** Its host keeps trials by the number alone until it is upgraded. */
    @Test
    void a_trial_by_a_bare_number_stands_with_the_one_practice_of_its_host_that_has_it() {
        stands(
                practice("XB-2026-000001", TrafficLight.CLEAR, "25"),
                practice("XB-2026-000002", TrafficLight.CLEAR, "25"),
                trial("XC-2026-000001", "XB-2026-000002 ", TrafficLight.CLEAR));
        follow();

        assertThat(tried("XB-1-XB-2026-000002")).hasSize(1);
        assertThat(tried("XB-1-XB-2026-000001")).isEmpty();

        stands(
                practice("XB-2026-000002", TrafficLight.CLEAR, "25"),
                new KeptRecord(
                        "thread-2",
                        "practice-record",
                        "XB-2026-000002",
                        "XB-C2",
                        RecordState.STANDS,
                        TrafficLight.CLEAR,
                        Map.of("title", "Night judge", "about", "ours"),
                        DAY,
                        DAY),
                trial("XC-2026-000001", "XB-2026-000002", TrafficLight.CLEAR));
        follow();
        assertThat(tried("XB-1-XB-2026-000002")).as("of two").isEmpty();
    }

    private List<PublicItem.Part> tried(String address) {
        return reading.one("practices", address).parts().stream()
                .filter(it -> it.label().equals("public.practice.tried"))
                .toList();
    }

    /** Two authorities of one State, each with a node of its own, count alike. */
    @Test
    void of_two_participants_with_the_same_reference_each_stands_and_is_found() {
        var first = practice("XB-2026-000001", TrafficLight.CLEAR, "25");
        var second = new KeptRecord(
                "thread-2",
                first.law(),
                first.reference(),
                "XB-C2",
                RecordState.STANDS,
                TrafficLight.CLEAR,
                Map.of("title", "Night judge", "about", "ours", "steps", "Two numbers.", "articles", List.of("25")),
                DAY.plusDays(1),
                DAY.plusDays(1));
        stands(second, first);

        assertThat(publishing.subjects().before(Audience.PUBLIC))
                .containsOnlyKeys("practice-record:XB-1:XB-2026-000001", "practice-record:XB-C2:XB-2026-000001");
        follow();
        assertThat(reading.collection("practices", "", 0).lines())
                .extracting(CollectionView.Line::address)
                .containsExactly("XB-C2-XB-2026-000001", "XB-1-XB-2026-000001");
        assertThat(reading.one("practices", "XB-1-XB-2026-000001").line().title())
                .isEqualTo("Duty judge");
        assertThat(reading.one("practices", "XB-C2-XB-2026-000001").line().title())
                .isEqualTo("Night judge");

        var shelf = new CollectionShelf(
                Collection.of("practice-record/1").orElseThrow(),
                rows,
                mock(Requests.class),
                new RecordWords(WordsForTests.load()),
                PlayedSenders.but(),
                Clock.fixed(NOON, ZoneOffset.UTC),
                Period.ofMonths(6));
        when(rows.standing("practice-record")).thenReturn(List.of(second, first));
        assertThat(shelf.items())
                .extracting(PublicItem::id, it -> it.title("en"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("XB-C2-XB-2026-000001", "Night judge"),
                        org.assertj.core.groups.Tuple.tuple("XB-1-XB-2026-000001", "Duty judge"));

        when(rows.standing("practice-record")).thenReturn(List.of(second));
        assertThat(shelf.items())
                .as("the address of what is gone is nobody else's")
                .extracting(PublicItem::id)
                .containsExactly("XB-C2-XB-2026-000001");
    }

    /** Its sender's case and basis were said to whoever keeps the collection, and to nobody else. */
    @Test
    void of_what_was_said_only_what_the_page_shows_stands_on_a_board() {
        var said = new HashMap<String, Object>(Map.of(
                "title", "Duty judge",
                "about", "ours",
                "steps", "One number.",
                "articles", List.of("25")));
        var told = Map.copyOf(said);
        said.putAll(Map.of("ourCase", "K 7/26", "theirCase", "S 1", "instrument", "uncc", "authority", "Prosecutor"));
        stands(record("practice-record", "XB-2026-000001", TrafficLight.CLEAR, said));

        assertThat(publishing.subjects().before(Audience.PUBLIC).get("practice-record:XB-1:XB-2026-000001"))
                .containsEntry("said", told);
    }

    @Test
    void a_cell_that_says_nothing_keeps_no_record_from_its_board_and_no_page_from_its_reader() {
        var row = new HashMap<String, Object>(Map.of("article", "25", "words", "It is an offence."));
        row.put("until", null);
        when(rows.everyStanding(any())).thenReturn(List.of());
        when(rows.everyStanding("legislation"))
                .thenReturn(List.of(record(
                        "legislation",
                        "XB-2026-000001",
                        TrafficLight.CLEAR,
                        Map.of("title", "Code", "provisions", List.of(row)))));
        var body = publishing.subjects().before(Audience.PUBLIC).get("legislation:XB-1:XB-2026-000001");
        assertThat(Publication.fits(body)).isTrue();

        var said = new HashMap<String, Object>(Map.of("title", "Code"));
        said.put("source", null);
        var held = new HashMap<>(body);
        held.put("said", said);
        assertThat(ReadingShared.record(entry("s", held)))
                .hasValueSatisfying(it -> assertThat(it.text("title")).isEqualTo("Code"));
    }

    /** Whatever stands in a collection, in the words of its procedure. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "practice-record",
                "reporting-points",
                "legislation",
                "provider-card",
                "common-figures",
                "partnership"
            })
    void a_board_says_a_record_in_words(String law) {
        var collection = Collection.of(law + "/1").orElseThrow();
        assertThat(Collection.ALL).hasSize(6);
        if (collection.parts().isEmpty()) return;
        var said = new HashMap<>(WholeAct.of(law + "/1", PracticeFiles.opening(law + "/1"), Map.of())
                .body());
        if (!collection.ends().isEmpty()) said.put(collection.ends(), "2027-05-01");
        when(rows.everyStanding(any())).thenReturn(List.of());
        when(rows.everyStanding(law)).thenReturn(List.of(record(law, "XB-2026-000001", TrafficLight.CLEAR, said)));

        BoardWords.hold(publishing.subjects().before(Audience.PUBLIC).get(law + ":XB-1:XB-2026-000001"));
    }

    /** One record that no board can hold must not keep the others from being shown, or from being taken back. */
    @Test
    void what_no_board_can_hold_is_told_by_its_title() {
        Object deep = "x";
        for (int n = 0; n < 20; n++) deep = List.of(deep);
        stands(record(
                "practice-record",
                "XB-2026-000001",
                TrafficLight.CLEAR,
                Map.of("title", "Deep", "about", "ours", "steps", deep)));

        assertThat(publishing.subjects().before(Audience.PUBLIC).get("practice-record:XB-1:XB-2026-000001"))
                .containsEntry("title", "Deep")
                .doesNotContainKey("said");
    }

    @Test
    void figures_are_only_added_up_and_stand_on_no_board() {
        when(rows.everyStanding(any())).thenReturn(List.of());
        when(rows.everyStanding("common-figures"))
                .thenReturn(List.of(
                        record("common-figures", "XB-2026-000009", TrafficLight.CLEAR, Map.of("title", "Figures"))));

        assertThat(publishing.subjects().before(Audience.PUBLIC)).isEmpty();
        assertThatThrownBy(() -> reading.collection("statistics", "", 0)).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void a_partner_is_shown_until_the_day_on_which_its_agreement_ends_and_no_longer() {
        when(rows.everyStanding(any())).thenReturn(List.of());
        when(rows.everyStanding("partnership"))
                .thenReturn(List.of(
                        record(
                                "partnership",
                                "XB-2026-000001",
                                TrafficLight.CLEAR,
                                Map.of("title", "A", "ends", "2026-06-01")),
                        record(
                                "partnership",
                                "XB-2026-000002",
                                TrafficLight.CLEAR,
                                Map.of("title", "B", "ends", "2026-05-31")),
                        record(
                                "partnership",
                                "XB-2026-000003",
                                TrafficLight.CLEAR,
                                Map.of("title", "C", "ends", "soon"))));

        assertThat(publishing.subjects().before(Audience.PUBLIC))
                .containsOnlyKeys("partnership:XB-1:XB-2026-000001", "partnership:XB-1:XB-2026-000003");
        var shelf = new CollectionShelf(
                Collection.of("partnership/1").orElseThrow(),
                rows,
                mock(Requests.class),
                new RecordWords(WordsForTests.load()),
                PlayedSenders.but(),
                Clock.fixed(NOON, ZoneOffset.UTC),
                Period.ofMonths(6));
        var standing = rows.everyStanding("partnership");
        when(rows.standing("partnership")).thenReturn(standing);
        assertThat(shelf.items())
                .extracting(org.comity.site.PublicItem::id)
                .containsExactlyInAnyOrder("XB-1-XB-2026-000001", "XB-1-XB-2026-000003");
    }

    @Test
    void what_is_too_long_for_a_board_is_told_by_its_title() {
        var long_ = record(
                "practice-record",
                "XB-2026-000001",
                TrafficLight.CLEAR,
                Map.of("title", "Long", "about", "ours", "steps", "x".repeat(Publication.LARGEST_BODY)));
        stands(long_);
        follow();

        assertThat(reading.one("practices", "XB-1-XB-2026-000001").line().title())
                .isEqualTo("Long");
    }

    @Test
    void what_a_host_signs_and_is_no_record_is_left_out() {
        var right = new HashMap<String, Object>(Map.of(
                "kind", "practice-record",
                "title", "A title",
                "reference", "XB-2026-000001",
                "said-by", "XB-1",
                "label", "TLP:GREEN",
                "checked-on", "2026-05-01"));
        assertThat(ReadingShared.record(entry("s", right))).isPresent();
        var wrong = Map.<String, Object>of(
                "kind", "no-such-law",
                "reference", "../admin",
                "said-by", "",
                "label", "TLP:AMBER",
                "checked-on", "2026-02-31");
        wrong.forEach((key, value) -> {
            var body = new HashMap<>(right);
            body.put(key, value);
            assertThat(ReadingShared.record(entry("s", body))).as(key).isEmpty();
            body.put(key, 7L);
            assertThat(ReadingShared.record(entry("s", body))).as(key).isEmpty();
        });
    }

    /** Of several, each may say what it likes of a record: the reader sees whose word it is. */
    @Test
    void of_several_hosts_the_record_says_which_one_speaks() {
        stands(practice("XB-2026-000001", TrafficLight.GREEN, "25"));
        follow();
        assertThat(reading.one("practices", "XB-1-XB-2026-000001").parts())
                .extracting(PublicItem.Part::label)
                .doesNotContain("collections.host");

        when(boards.all())
                .thenReturn(List.of(
                        new HeldBoard("XS-1", "collections", 0, NOON, NOON),
                        new HeldBoard("XT-1", "collections", 1, NOON, NOON)));
        var there = publishing.subjects().before(Audience.PARTICIPANTS).entrySet().stream()
                .map(it -> entry("XT-1", it.getKey(), it.getValue()))
                .toList();
        when(boards.under(any(), any(), anyInt())).thenReturn(there);
        assertThat(reading.one("practices", "XB-1-XB-2026-000001").parts())
                .filteredOn(it -> it.label().equals("collections.host"))
                .singleElement()
                .satisfies(it -> assertThat(it.in("en")).isEqualTo("XT-1"));
    }

    @Test
    void a_collection_is_read_a_page_at_a_time() {
        var many = new ArrayList<KeptRecord>();
        for (int n = 100; n < 220; n++) many.add(practice("XB-2026-000" + n, TrafficLight.GREEN, "25"));
        stands(many.toArray(KeptRecord[]::new));
        follow();

        assertThat(reading.collection("practices", "", 0).lines()).hasSize(50);
        assertThat(reading.collection("practices", "", 100).lines()).hasSize(20);
        assertThat(reading.collection("practices", "", 100).next()).isNull();
        assertThat(reading.collection("practices", "", -5).next()).isEqualTo(50);
    }

    /** What another collection holds takes no place from it; and where its own is more than a list holds, that is said. */
    @Test
    void an_old_practice_is_listed_beside_any_number_of_newer_laws_and_found_beside_any_number_of_practices() {
        var practice = practice("XB-2026-000001", TrafficLight.GREEN, "25");
        var laws = IntStream.range(1000, 1600)
                .mapToObj(n -> record("legislation", "XB-2026-00" + n, TrafficLight.GREEN, Map.of("title", "Law")))
                .toList();
        stands(practice);
        when(rows.everyStanding("legislation")).thenReturn(laws);
        follow();
        assertThat(reading.collection("practices", "", 0).lines())
                .extracting(CollectionView.Line::address)
                .containsExactly("XB-1-XB-2026-000001");
        assertThat(reading.all().collections())
                .extracting(SharedView.Line::shelf, SharedView.Line::standing, SharedView.Line::more)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("practices", 1, false),
                        org.assertj.core.groups.Tuple.tuple("law", 500, true));
        assertThat(reading.collection("law", "", 0).more()).isTrue();
        assertThat(drawn(reading.collection("law", "25", 0)))
                .as("an older one may be about it")
                .contains("Nothing among the newest", "These are the newest 500 of each host.")
                .doesNotContain("Nothing stands here yet");
        assertThat(new SharedAboutArticle(reading).about("25", MAREN))
                .filteredOn(AboutArticle.Section::older)
                .singleElement()
                .satisfies(it -> assertThat(it.items()).isEmpty())
                .satisfies(it -> assertThat(it.name()).isEqualTo("law"));
        assertThat(drawn(reading.collection("practices", "42", 0)))
                .contains("Nothing stands here yet")
                .doesNotContain("These are the newest 500 of each host.");
        assertThat(reading.one("law", "XB-1-XB-2026-001599").line().title())
                .as("on no page of the list")
                .isEqualTo("Law");
        assertThatThrownBy(() -> reading.one("practices", "XB-1-XB-2026-001599"))
                .isInstanceOf(NoSuchRecord.class);
    }

    private static String drawn(CollectionView collection) {
        var drawn = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "commons/collection.jte",
                        Map.of("page", PagesForTests.withForms("en", NOON, MAREN), "collection", collection),
                        drawn);
        return drawn.toString();
    }

    private void stands(KeptRecord... records) {
        when(rows.everyStanding(any())).thenReturn(List.of());
        when(rows.everyStanding("practice-record")).thenReturn(List.of(records));
    }

    /** As a participant's node holds what the host publishes. */
    private void follow() {
        var entries = new ArrayList<HeldEntry>();
        for (var audience : Audience.values()) {
            publishing.subjects().before(audience).forEach((subject, body) -> entries.add(entry(subject, body)));
        }
        when(boards.all()).thenReturn(List.of(new HeldBoard("XS-1", "collections", entries.size(), NOON, NOON)));
        // No more than it may be asked for at once, and of the subjects that are asked for alone.
        when(boards.under(any(), any(), anyInt())).thenAnswer(it -> {
            List<Beginning> beginnings = it.getArgument(1);
            return entries.stream()
                    .filter(entry -> beginnings.stream().anyMatch(each -> each.holds(entry)))
                    .limit(Math.min(500, it.getArgument(2, Integer.class)))
                    .toList();
        });
        when(boards.standing(any(), any(), anyString()))
                .thenAnswer(it -> entries.stream()
                        .filter(entry -> entry.subject().equals(it.getArgument(2)))
                        .findFirst());
    }

    private static HeldEntry entry(String subject, Map<String, Object> body) {
        return entry("XS-1", subject, body);
    }

    private static HeldEntry entry(String host, String subject, Map<String, Object> body) {
        var publication = new Publication(
                "0".repeat(64),
                host,
                "collections",
                NumberedFeed.first(Audience.PARTICIPANTS),
                "practice-record",
                subject,
                NOON,
                false,
                "0".repeat(64));
        return new HeldEntry(1, "act", publication, body, NOON);
    }

    private static KeptRecord practice(String reference, TrafficLight light, String article) {
        return record(
                "practice-record",
                reference,
                light,
                Map.of("title", "Duty judge", "about", "ours", "steps", "One number.", "articles", List.of(article)));
    }

    private static KeptRecord trial(String reference, String practice, TrafficLight light) {
        return record(
                "practice-record",
                reference,
                light,
                Map.of(
                        "title", "We tried it",
                        "about", "tried",
                        "tried", practice,
                        "outcome", "worked",
                        "differed", "We have no night court."));
    }

    private static KeptRecord record(String law, String reference, TrafficLight light, Map<String, Object> said) {
        return new KeptRecord(
                "thread-" + reference,
                law,
                reference,
                reference.substring(0, 2) + "-1",
                RecordState.STANDS,
                light,
                said,
                DAY,
                DAY);
    }
}
