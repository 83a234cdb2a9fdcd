package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.board.BodyRow;
import org.comity.board.HandedToParticipants;
import org.comity.board.HandedToParticipants.Handed;
import org.comity.casework.PersonInSeat;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.form.ActContent;
import org.comity.proof.feed.Audience;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Who reads what of a need: every audience of the need, every part at every audience, every reader, on every way out. */
class ShownNeedTest {

    private static final List<String> AUDIENCES = List.of("everybody", "participants", "named", "secretariat");
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private static final Words WORDS = WordsForTests.load();

    private static final ListedHelp LISTED = mock(ListedHelp.class);
    private static final NamedProviders NAMED = named();

    /** Before it is signed each reader's part is said as it will be shown. */
    @Test
    void who_writes_a_need_reads_what_each_reader_would_read() {
        assertThat(ReadersOfNeed.of("capacity-need", Map.of("title", "A night desk")))
                .isEmpty();
        assertThat(sees(Map.of("title", "A night desk", "audience", "secretariat")))
                .containsExactly(
                        "Only the Secretariat would read this need. Others cannot offer help for what they do not see.");

        Map<String, Object> body = Map.of(
                "title", "A night desk",
                "why", "Nobody answers at night.",
                "severity", "urgent",
                "audience", "participants",
                "seenBy", List.of(Map.of("field", "why", "audience", "named")));
        assertThat(sees(body))
                .containsExactly(
                        "Whoever takes part would read the kind of help, how much, the articles, the languages and how it can be given; the one line.",
                        "Providers that you name would read the kind of help, how much, the articles, the languages and how it can be given; the one line; what is needed, and why.",
                        "The Secretariat would read all of it.");
    }

    private static List<String> sees(Map<String, Object> body) {
        return ReadersOfNeed.of("capacity-need", body).stream()
                .map(it -> WORDS.say(
                        Language.ENGLISH,
                        it.message(),
                        it.facts().entrySet().stream()
                                .flatMap(fact -> Stream.of(fact.getKey(), fact.getValue()))
                                .toArray()))
                .toList();
    }

    /** As they leave; what is never shown to anybody is checked by itself. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "title", Set.of("title"),
            "why", Set.of("why"),
            "cause", Set.of("cause"),
            "severity", Set.of("severity"),
            "attempts", Set.of("attempts"),
            "dates", Set.of("earliest", "latest"),
            "together", Set.of("together"),
            "legal", Set.of("legalBasis", "oversight"),
            "legal-system", Set.of("legalSystem"));

    private static final Set<String> ALWAYS =
            Set.of("state", "asked", "articles", "units", "unit", "languages", "mode");

    @Test
    void each_reader_finds_just_what_is_for_it_on_every_way_out() {
        int cases = 0;
        for (var whole : AUDIENCES) {
            for (var part : PARTS.keySet()) {
                for (var narrowed : AUDIENCES) {
                    var acts = need(whole, List.of(Map.of("field", part, "audience", narrowed)));
                    for (int reader = 0; reader < AUDIENCES.size(); reader++) {
                        var what = "%s, %s for %s, read by %s".formatted(whole, part, narrowed, AUDIENCES.get(reader));
                        assertThat(read(reader, acts).keySet())
                                .as(what)
                                .containsExactlyInAnyOrderElementsOf(expected(reader, whole, part, narrowed));
                        cases++;
                    }
                }
            }
        }
        assertThat(cases).isEqualTo(4 * 9 * 4 * 4);
    }

    /** What a State writes for the Secretariat's computation stands in nobody's copy, whatever the audience. */
    @Test
    void what_is_lacking_who_is_named_and_who_signed_second_leaves_for_nobody() throws Exception {
        Map<String, Map<String, List<Map<String, Object>>>> file =
                new Yaml().load(ShownNeedTest.class.getResourceAsStream("/procedures/capacity-need/1/procedure.yaml"));
        var fields = new TreeSet<String>();
        file.get("acts").get("submit").forEach(it -> fields.add((String) it.get("key")));
        var never = Set.of(
                "authority",
                "levels",
                "interpretation",
                "line",
                "first",
                "firstDone",
                "upkeep",
                "audience",
                "named",
                "seenBy",
                "secondSignature");
        var shown = new TreeSet<>(ShownNeed.ALWAYS);
        ShownNeed.PARTS.values().forEach(shown::addAll);
        assertThat(shown).as("each field is shown, or never is").doesNotContainAnyElementsOf(never);
        shown.addAll(never);
        assertThat(fields).isEqualTo(shown);

        for (int reader = 0; reader < 3; reader++) {
            assertThat(read(reader, need("everybody", List.of())).toString())
                    .doesNotContain("A room with power", "XB-1", "Permanent secretary", "Ministry", "Batteries");
        }
    }

    @Test
    void the_words_of_the_form_are_the_parts_and_the_audiences_of_the_program() throws Exception {
        Map<String, Map<String, List<Map<String, Object>>>> file =
                new Yaml().load(ShownNeedTest.class.getResourceAsStream("/procedures/capacity-need/1/procedure.yaml"));
        var seenBy = file.get("acts").get("submit").stream()
                .filter(it -> it.get("key").equals("seenBy"))
                .findFirst()
                .orElseThrow();
        var columns = new HashMap<String, Object>();
        ((List<?>) seenBy.get("columns"))
                .forEach(it -> ((Map<?, ?>) it).forEach((key, value) -> columns.put((String) key, value)));
        assertThat(List.<Object>copyOf((List<?>) columns.get("field!"))).hasSameElementsAs(PARTS.keySet());
        assertThat(List.<Object>copyOf((List<?>) columns.get("audience!"))).hasSameElementsAs(AUDIENCES);
    }

    @Test
    void of_two_words_on_one_part_the_narrower_counts_and_an_unknown_word_is_for_the_secretariat() {
        var twice =
                List.of(Map.of("field", "why", "audience", "everybody"), Map.of("field", "why", "audience", "named"));
        assertThat(read(1, need("everybody", twice))).doesNotContainKey("why");
        assertThat(read(2, need("everybody", twice))).containsKey("why");
        assertThat(read(2, need("everybody", List.of(Map.of("field", "why", "audience", "all")))))
                .doesNotContainKey("why");
        assertThat(read(2, need("", List.of()))).isEmpty();
        assertThat(read(2, need("named", List.of())).get("attempts"))
                .isEqualTo(List.of(Map.of("attempt", "asked twice", "came", "failed")));
    }

    @Test
    void a_provider_is_named_by_id_or_by_a_name_that_it_alone_has() {
        var named = NAMED;
        for (var written : List.of("XB-1", " xb-1 ", "Brenland", "BRENLAND", "برينلاند")) {
            assertThat(named.ids(naming(written))).as(written).contains("XB-1");
        }
        for (var written : List.of("XB", "Bren", "Two of a name", "XB-12", "")) {
            assertThat(named.ids(naming(written))).as(written).doesNotContain("XB-1");
        }
        assertThat(named.of(naming("Two of a name")).getFirst().participant()).isNull();
    }

    /** What stands on the board is not said twice, and what is not yet or no longer on the list is shown to nobody. */
    @Test
    void a_participant_is_shown_only_what_no_board_tells_it() {
        assertThat(shown("XB-1", need("everybody", List.of()))).isEmpty();
        assertThat(shown("XC-1", need("participants", List.of()))).isEmpty();
        assertThat(shown("XC-1", need("everybody", List.of(Map.of("field", "why", "audience", "participants")))))
                .containsKey("XM:N-1");
        assertThat(shown("XC-1", need("named", List.of()))).isEmpty();
        assertThat(shown("XB-1", need("named", List.of()))).containsOnlyKeys("XM:N-1");
        assertThat(forOne(false, List.of(new ListedNeed("N-1", "XM", need("named", List.of()))))
                        .to("XB-1"))
                .isEmpty();
    }

    @Test
    void what_a_state_takes_off_is_shown_a_minute_longer_at_most() {
        var listed = mock(ListedHelp.class);
        when(listed.listedNeeds())
                .thenReturn(List.of(new ListedNeed("N-1", "XM", need("named", List.of()))))
                .thenReturn(List.of());
        var clock = mock(Clock.class);
        when(clock.instant()).thenReturn(NOON);
        var one = new NeedsForParticipant(new RecentNeeds(listed, NAMED, clock), () -> true);
        assertThat(one.to("XB-1")).hasSize(1);
        when(clock.instant()).thenReturn(NOON.plus(Duration.ofSeconds(61)));
        assertThat(one.to("XB-1")).isEmpty();
    }

    @Test
    void the_list_is_read_once_until_a_need_changes() {
        var listed = mock(ListedHelp.class);
        var recent = new RecentNeeds(listed, NAMED, Clock.fixed(NOON, ZoneOffset.UTC));
        recent.naming("XB-1");
        recent.registered(act("preservation/1"));
        recent.naming("XB-1");
        verify(listed, times(1)).listedNeeds();

        recent.registered(act(MatchedProcedures.read().needs() + "/1"));
        recent.naming("XB-1");
        verify(listed, times(2)).listedNeeds();
    }

    private static ActRegistered act(String procedure) {
        var thread = mock(Threads.Thread.class);
        when(thread.procedure()).thenReturn(procedure);
        var act = mock(ActRegistered.class);
        when(act.thread()).thenReturn(thread);
        return act;
    }

    /** The first needs were signed when no form asked who sees it. */
    @Test
    void how_grave_it_is_leaves_only_where_the_state_wrote_who_sees_it() {
        assertThat(read(0, need("everybody", List.of())))
                .containsKeys("why", "attempts", "legalBasis")
                .doesNotContainKey("severity");
        assertThat(read(2, need("named", List.of()))).doesNotContainKey("severity");
        assertThat(read(0, need("everybody", List.of(Map.of("field", "severity", "audience", "everybody")))))
                .containsKey("severity");
    }

    @Test
    void needs_that_name_a_participant_come_before_all_others() {
        var others = body("everybody", List.of(Map.of("field", "why", "audience", "participants")));
        others.remove("named");
        var behind = List.of(
                new ListedNeed("N-1", "XM", acts(others)),
                new ListedNeed("N-2", "XM", acts(others)),
                new ListedNeed("N-3", "XM", need("named", List.of())));
        assertThat(forOne(true, behind).to("XB-1").keySet()).containsExactly("XM:N-3", "XM:N-1", "XM:N-2");
    }

    @Test
    void of_two_participants_with_the_same_reference_each_is_shown() {
        var named = need("named", List.of());
        var both = List.of(
                new ListedNeed("XM-2027-000001", "XM-1", named), new ListedNeed("XM-2027-000001", "XM-2", named));
        assertThat(forOne(true, both).to("XB-1").keySet())
                .containsExactly("XM-1:XM-2027-000001", "XM-2:XM-2027-000001");
    }

    /** What its node took may be what everybody here sees, or what its State has narrowed since. */
    @Test
    void beside_a_need_stands_how_its_named_provider_reads_it_today() {
        var whole = new ListedNeed("N-1", "XM", need("named", List.of()));
        var narrowed =
                new ListedNeed("N-1", "XM", need("named", List.of(Map.of("field", "why", "audience", "secretariat"))));
        var before = Map.of("XB-1", new Handed(NOON, HandedToParticipants.hash(read(2, whole.acts()))));
        assertThat(how(whole, true, Map.of())).isEqualTo("not-taken");
        assertThat(how(whole, true, before)).isEqualTo("taken");
        assertThat(how(narrowed, true, before)).isEqualTo("earlier");
        var open = new ListedNeed("N-1", "XM", need("everybody", List.of()));
        assertThat(how(open, true, Map.of())).isEqualTo("on-board");
        assertThat(how(open, false, Map.of())).as("not on the list").isEqualTo("not-taken");
        var closed = new ListedNeed("N-1", "XM", need("secretariat", List.of()));
        assertThat(how(closed, true, before)).isEqualTo("not-shown");
        var seated = body("named", List.of());
        seated.put("named", List.of("XN-1"));
        assertThat(how(new ListedNeed("N-1", "XM", acts(seated)), true, Map.of()))
                .isEqualTo("no-node");
        seated.put("audience", "secretariat");
        assertThat(how(new ListedNeed("N-1", "XM", acts(seated)), true, Map.of()))
                .as("without a node")
                .isEqualTo("not-shown");
    }

    @Test
    void who_took_a_need_is_forgotten_with_the_need() {
        var requests = mock(Requests.class);
        var handed = mock(HandedToParticipants.class);
        var row = mock(RequestRow.class);
        when(row.law()).thenReturn(MatchedProcedures.read().needs());
        when(row.reference()).thenReturn("N-1");
        when(row.counterpart()).thenReturn("XM-1");
        var other = mock(RequestRow.class);
        when(other.law()).thenReturn("another");
        when(requests.ofThread("t-1")).thenReturn(Optional.of(row));
        when(requests.ofThread("t-2")).thenReturn(Optional.of(other));
        var forgetting = new ForgettingHanded(requests, handed);
        forgetting.forgetting("t-1");
        forgetting.forgetting("t-2");
        verify(handed).forget(PublishingNeeds.BOARD, "XM-1:N-1");
        verify(handed).forget(PublishingNeeds.BOARD, "N-1");
        verifyNoMoreInteractions(handed);
    }

    @Test
    void in_a_seat_needs_that_name_the_reader_come_first_then_the_newest_and_only_so_many() {
        var others = body("participants", List.of());
        others.remove("named");
        var all = new ArrayList<ListedNeed>();
        all.add(new ListedNeed("N-0", "XM", need("named", List.of())));
        for (int i = 1; i <= NeedsForSeats.MOST; i++) all.add(new ListedNeed("N-" + i, "XM", acts(others)));

        var seen = inSeat("XB-1", all.toArray(ListedNeed[]::new));

        assertThat(seen).as("a page, and one more").hasSize(NeedsForSeats.MOST + 1);
        assertThat(seen.stream().map(SeenNeed::reference).limit(3))
                .containsExactly("N-0", "N-" + NeedsForSeats.MOST, "N-" + (NeedsForSeats.MOST - 1));
        assertThat(inSeat("XC-1", all.toArray(ListedNeed[]::new)))
                .noneMatch(it -> it.reference().equals("N-0") || it.named());
    }

    private static List<SeenNeed> inSeat(String authority, ListedNeed... needs) {
        when(LISTED.listedNeeds()).thenReturn(List.of(needs));
        return new NeedsForSeats(recent(), () -> true).to(new PersonInSeat("s-1", authority, "P. Island"), 0);
    }

    private static String how(ListedNeed need, boolean listed, Map<String, Handed> handed) {
        var line = NamedLine.of(NAMED.of(need.acts()).getFirst(), need, listed, handed);
        assertThat(line.taken()).isEqualTo(line.how().equals("taken") ? NOON : null);
        return line.how();
    }

    /** Reader 0 stands before the public site and the public board, 1 takes part, 2 is named, 3 keeps the list. */
    private static Map<String, Object> read(int reader, ActsOfHelp acts) {
        if (reader == 3) return ShownNeed.to(NeedReader.SECRETARIAT, "XM", acts).orElseThrow();
        var board = NeedOnBoard.of("XM", acts);
        var open = board.filter(it -> it.audience() == Audience.PUBLIC).map(NeedOnBoard::body);
        if (reader == 0) {
            var site = NeedsShelf.of("N-1", "XM", LocalDate.EPOCH, acts, WORDS);
            assertThat(site.isPresent()).isEqualTo(open.isPresent());
            site.ifPresent(it -> {
                var text = it.toString();
                for (var field : Map.of("title", "A laboratory", "why", "None yet.", "latest", "2027-12-31")
                        .entrySet()) {
                    assertThat(text.contains(field.getValue()))
                            .as("%s on the site", field.getKey())
                            .isEqualTo(open.get().containsKey(field.getKey()));
                }
                assertThat(text).doesNotContain("asked twice", "A law.", "gravest");
            });
            return open.orElse(Map.of());
        }
        var shown = shown(reader == 2 ? "XB-1" : "XC-1", acts);
        shown.values().forEach(it -> assertThat(CanonicalJson.write(it)).isNotEmpty());
        // Whoever takes part reads the boards, and what is shown to it alone takes the place of what stands there.
        var all = Optional.ofNullable(shown.get("XM:N-1")).or(() -> board.map(NeedOnBoard::body));
        assertThat(inSeat(reader == 2 ? "XB-1" : "XC-1", new ListedNeed("N-1", "XM", acts)))
                .as("in a seat the same")
                .isEqualTo(all.map(it -> List.of(new SeenNeed(
                                "N-1",
                                String.valueOf(it.getOrDefault("title", "")),
                                "lab",
                                reader == 2,
                                BodyRow.of(it))))
                        .orElse(List.of()));
        return all.orElse(Map.of());
    }

    private static Set<String> expected(int reader, String whole, String part, String narrowed) {
        if (reader < AUDIENCES.indexOf(whole)) return Set.of();
        var all = new HashSet<>(ALWAYS);
        PARTS.values().forEach(all::addAll);
        // Nobody could narrow it once: it leaves only where its audience is written.
        if (!part.equals("severity") && reader < 3) all.remove("severity");
        if (reader < AUDIENCES.indexOf(narrowed)) all.removeAll(PARTS.get(part));
        return all;
    }

    private static Map<String, Map<String, Object>> shown(String participant, ActsOfHelp acts) {
        return forOne(true, List.of(new ListedNeed("N-1", "XM", acts))).to(participant);
    }

    private static RecentNeeds recent() {
        return new RecentNeeds(LISTED, NAMED, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static NeedsForParticipant forOne(boolean kept, List<ListedNeed> needs) {
        when(LISTED.listedNeeds()).thenReturn(needs);
        return new NeedsForParticipant(recent(), () -> kept);
    }

    private static NamedProviders named() {
        var directory = mock(Directory.class);
        var all = new ArrayList<Participant>();
        for (var id : List.of("XB-1", "XC-1", "XC-2", "XN-1")) {
            var participant = mock(Participant.class);
            when(participant.id()).thenReturn(id);
            when(participant.hasNode()).thenReturn(!id.equals("XN-1"));
            when(participant.names())
                    .thenReturn(
                            id.equals("XB-1")
                                    ? Map.of("en", "Brenland", "ar", "برينلاند")
                                    : Map.of("en", "Two of a name"));
            when(directory.find(id)).thenReturn(Optional.of(participant));
            all.add(participant);
        }
        when(directory.all()).thenReturn(all);
        return new NamedProviders(directory);
    }

    private static ActsOfHelp naming(String written) {
        var body = new HashMap<>(body("named", List.of()));
        body.put("named", List.of(written));
        return acts(body);
    }

    private static ActsOfHelp need(String audience, List<?> seenBy) {
        return acts(body(audience, seenBy));
    }

    private static ActsOfHelp acts(Map<String, Object> body) {
        return new ActsOfHelp(Set.of(), List.of(new ActContent("a", "submit", body, NOON, Role.REQUESTING)));
    }

    private static HashMap<String, Object> body(String audience, List<?> seenBy) {
        var need = new HashMap<String, Object>();
        need.put("authority", "Ministry of Justice");
        need.put("audience", audience);
        need.put("seenBy", seenBy);
        need.put("title", "A laboratory");
        need.put("kind", "lab");
        need.put("articles", List.of("25"));
        need.put("units", 5);
        need.put("unit", "persons");
        need.put("severity", "gravest");
        need.put("why", "None yet.");
        need.put("cause", List.of("money"));
        need.put("attempts", List.of(Map.of("what", "asked twice", "when", "", "result", "failed")));
        need.put("earliest", "2027-03-01");
        need.put("latest", "2027-12-31");
        need.put("languages", List.of("fr"));
        need.put("levels", List.of(Map.of("language", "fr", "level", "vantage")));
        need.put("interpretation", true);
        need.put("mode", "online");
        need.put("line", "weak");
        need.put("legalSystem", List.of("common"));
        need.put("together", List.of(Map.of("state", "XN", "note", "4")));
        need.put("first", "A room with power");
        need.put("firstDone", false);
        need.put("legalBasis", "A law.");
        need.put("oversight", "A court");
        need.put("upkeep", "Batteries");
        need.put("named", List.of("XB-1"));
        need.put("secondSignature", "Permanent secretary");
        return need;
    }
}
