package org.comity.evidence.pages;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceCases;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.ItemsOfThread;
import org.comity.evidence.PracticeFaces;
import org.comity.ui.DeskNotices.Notice;
import org.comity.ui.PagesForTests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.ui.ExtendedModelMap;

/** What is damaged or missing is told to whoever may see it, and listed for them alone. */
class LostItemsTest {

    private static final Official CUSTODIAN = new Official("pia", "P. Osei", "XB-1/o-3", Set.of(Duty.CUSTODIAN));
    private static final Official OFFICER = new Official("omar", "O. Belo", "XB-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final Item ofCase = item("t-1", Item.State.MISSING);
    private final Item loose = item(null, Item.State.DAMAGED);
    private List<Item> lost = List.of(ofCase, loose, item("t-hidden", Item.State.MISSING));
    private final Evidence evidence = PracticeFaces.only(Evidence.class, (what, arguments) -> switch (what) {
        case "lost" -> lost;
        default -> throw new UnsupportedOperationException(what);
    });

    @Test
    void the_desk_counts_what_its_reader_may_see_and_says_nothing_where_nothing_is_lost() {
        assertThat(items().notices(OFFICER)).containsExactly(new Notice("evidence.desk.lost", 1, "/evidence?lost=yes"));
        assertThat(items().notices(CUSTODIAN)).extracting(Notice::n).containsExactly(2);
        lost = List.of();
        assertThat(items().notices(CUSTODIAN)).isEmpty();
    }

    @Test
    void the_list_shows_them_alone() throws Exception {
        var model = new ExtendedModelMap();
        new ItemsController(
                        evidence,
                        PracticeFaces.only(ItemsOfThread.class, (what, arguments) -> Map.of()),
                        access(),
                        it -> List.of(),
                        PracticeFaces.only(org.comity.identity.Officials.class, (what, arguments) -> null),
                        items(),
                        PracticeFaces.only(ItemArrivals.class, (what, arguments) -> Optional.empty()))
                .list("", null, "yes", OFFICER, model);
        var shown = (ItemsView) model.get("items");
        assertThat(shown.lost()).isTrue();
        assertThat(shown.lines()).extracting(ItemsView.Line::item).containsExactly(ofCase);
    }

    @Test
    void a_key_that_does_not_open_has_words_of_its_own() {
        assertThat(view(Item.State.DAMAGED, Event.FOUND_KEYLESS, Event.FOUND_DAMAGED)
                        .now())
                .isEqualTo("KEYLESS");
        assertThat(view(Item.State.DAMAGED, Event.FOUND_DAMAGED, Event.FOUND_KEYLESS)
                        .now())
                .isEqualTo("DAMAGED");
        assertThat(view(Item.State.MISSING, Event.FOUND_MISSING).now()).isEqualTo("MISSING");
        assertThat(view(Item.State.MATCHED, Event.MATCHED, Event.FOUND_KEYLESS).now())
                .isEqualTo("MATCHED");
    }

    /** Which bytes, and not who; only who answers the other State is led to where that is done. */
    @Test
    void an_altered_segment_is_told_with_its_bytes_and_both_hashes() {
        var altered = new ItemArrivals.AlteredSegment(3, 7, 2_097_232, 3_145_847, "a1".repeat(32), "b2".repeat(32));

        assertThat(drawn(altered, OFFICER))
                .contains("segment 3 of 7: bytes 2,097,232 to 3,145,847")
                .containsSubsequence(
                        "SHA-256 of a zero byte and this segment",
                        "as they signed it",
                        "a1a1",
                        "SHA-256 of a zero byte and this segment",
                        "as it came",
                        "b2b2")
                .contains("href=\"/requests/XA-2026-000001#messages\"");
        assertThat(drawn(altered, CUSTODIAN)).contains("b2b2").doesNotContain("#messages");
    }

    private static String drawn(ItemArrivals.AlteredSegment altered, Official reader) {
        var drawn = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "evidence/altered.jte",
                        Map.of(
                                "page",
                                PagesForTests.english(Instant.EPOCH, reader),
                                "altered",
                                altered,
                                "reference",
                                "XA-2026-000001"),
                        drawn);
        return drawn.toString();
    }

    /** @param newestFirst of its custody */
    private static ItemView view(Item.State state, Event... newestFirst) {
        var last = new HashMap<Event, Instant>();
        for (int i = 0; i < newestFirst.length; i++) last.put(newestFirst[i], Instant.EPOCH.minusSeconds(i));
        var custody = new ItemView.History(List.of(), null, false, ItemView.keyless(state, last));
        return new ItemView(item(null, state), null, null, 0, false, null, null, List.of(), custody, true, true, true);
    }

    private LostItems items() {
        return new LostItems(evidence, access());
    }

    private EvidenceAccess access() {
        var cases = PracticeFaces.only(EvidenceCases.class, (what, arguments) -> switch (what) {
            case "mayRead" -> true;
            case "hidden" -> Set.of();
            case "limits" -> List.of();
            case "byThreads" ->
                ((Collection<?>) arguments[0]).contains("t-1") ? List.of(new Case("t-1", "r-1")) : List.of();
            default -> throw new UnsupportedOperationException(what);
        });
        return new EvidenceAccess(
                evidence, new StaticListableBeanFactory(Map.of("cases", cases)).getBeanProvider(EvidenceCases.class));
    }

    private static Item item(String thread, Item.State state) {
        return new Item(
                UUID.randomUUID(),
                "disk.img",
                "",
                "application/octet-stream",
                thread,
                null,
                state,
                Instant.EPOCH,
                "pia",
                false,
                null,
                null);
    }
}
