package org.comity.evidence.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceCases;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.ItemsOfThread;
import org.comity.evidence.PracticeFaces;
import org.comity.evidence.disk.Disk;
import org.comity.evidence.upload.ItemJson;
import org.comity.identity.Officials;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.ui.ExtendedModelMap;

/** A page of items asks for the cases of all its lines at once. */
class ItemsListedTest {

    private static final Official PIA = new Official("pia", "P. Osei", "XB-1/o-3", Set.of(Duty.CUSTODIAN));

    private final List<Item> items = List.of(item("t-1"), item(null), item("t-2"), item("t-1"), item("t-gone"));
    private final Evidence evidence = PracticeFaces.only(
            Evidence.class, (what, arguments) -> only("newest", what, visible((Set<?>) arguments[2])));
    private Set<String> hidden = Set.of();
    private int looks;

    @Test
    void the_page_names_the_case_of_each_line_after_one_look() throws Exception {
        var model = new ExtendedModelMap();
        var officials = PracticeFaces.only(Officials.class, (what, arguments) -> only("nothing", what, null));

        var stopped = Optional.of(ItemArrivals.State.REFUSED);
        var arrivals = PracticeFaces.only(ItemArrivals.class, (what, arguments) -> only("stopped", what, stopped));

        new ItemsController(
                        evidence,
                        none(),
                        access(),
                        it -> List.of(),
                        officials,
                        new LostItems(evidence, access()),
                        arrivals)
                .list("", null, "", PIA, model);

        var lines = ((ItemsView) Objects.requireNonNull(model.get("items"))).lines();
        assertThat(lines.stream().map(it -> it.of() == null ? "" : it.of().reference()))
                .containsExactly("r-1", "", "r-2", "r-1", "");
        assertThat(lines).extracting(ItemsView.Line::stopped).containsOnly(ItemArrivals.State.REFUSED);
        assertThat(looks).isOne();
    }

    private static ItemsOfThread none() {
        return PracticeFaces.only(ItemsOfThread.class, (what, arguments) -> Map.of());
    }

    /** A large file that a program took out in ranges. */
    @Test
    void the_page_of_an_item_shows_a_hundred_entries_and_leads_to_the_older_ones() throws Exception {
        var matched = item(null);
        var custody = new ArrayList<CustodyEntry>();
        for (int n = 5_000; n > 0; n--) {
            custody.add(new CustodyEntry(n, Instant.EPOCH.plusSeconds(n), Event.EXPORTED, "pia", null));
        }
        var asked = new ArrayList<String>();
        var evidence = PracticeFaces.only(Evidence.class, (what, arguments) -> switch (what) {
            case "item" -> Optional.of(matched);
            case "written" -> Optional.empty();
            case "matching" -> OptionalLong.empty();
            case "custody" -> {
                int before = arguments[1] == null ? Integer.MAX_VALUE : (Integer) arguments[1];
                yield custody.stream()
                        .filter(it -> it.n() < before)
                        .limit((Integer) arguments[2])
                        .toList();
            }
            default -> throw new UnsupportedOperationException(what);
        });
        var officials = PracticeFaces.only(Officials.class, (what, arguments) -> {
            asked.add(String.valueOf(arguments[0]));
            return only("name", what, PIA.name());
        });
        var arrivals = PracticeFaces.only(
                ItemArrivals.class,
                (what, arguments) ->
                        what.equals("altered") ? Optional.empty() : only("stopped", what, Optional.empty()));
        var pages = new ItemsController(
                evidence,
                none(),
                access(evidence),
                it -> List.of(),
                officials,
                new LostItems(evidence, access(evidence)),
                arrivals);

        var newest = new ExtendedModelMap();
        pages.item(matched.id(), null, PIA, newest);
        var shown = ((ItemView) Objects.requireNonNull(newest.get("item"))).custody();
        assertThat(shown.lines()).hasSize(100);
        assertThat(shown.lines().getFirst().entry().n()).isEqualTo(5_000);
        assertThat(shown.older()).isEqualTo(4_901);
        assertThat(asked).as("looked up once, however many entries are theirs").containsExactly("pia");

        var last = new ExtendedModelMap();
        pages.item(matched.id(), 51, PIA, last);
        shown = ((ItemView) Objects.requireNonNull(last.get("item"))).custody();
        assertThat(shown.lines()).hasSize(50);
        assertThat(shown.older()).isNull();
        assertThat(shown.behind()).isTrue();
    }

    @Test
    void so_does_the_list_for_programs() throws Exception {
        var listed = new UploadsController(evidence, access(), UploadTurnsTest.turns(1)).list("", null, PIA);

        assertThat(listed.items().stream().map(ItemJson::request)).containsExactly("r-1", null, "r-2", "r-1", null);
        assertThat(looks).isOne();
    }

    @Test
    void no_program_is_told_of_items_of_a_request_that_is_closed_to_its_official() throws Exception {
        hidden = Set.of("t-gone");

        var listed = new UploadsController(evidence, access(), UploadTurnsTest.turns(1)).list("", null, PIA);

        assertThat(listed.items().stream().map(ItemJson::request)).containsExactly("r-1", null, "r-2", "r-1");
    }

    @Test
    void a_folder_that_is_named_after_a_closed_request_is_not_there() {
        var folders = List.of(folder("XA-2026-000009-XA-1-2026-03-02"), folder("XA-2026-000008-XA-1-2026-03-02"));

        assertThat(access().seen(folders, List.of(), PIA)).containsExactly(folders.getLast());
        access().mustSee(folders.getLast().name(), List.of(), PIA);
        assertThatExceptionOfType(EvidenceAccess.Unknown.class)
                .isThrownBy(() -> access().mustSee(folders.getFirst().name(), List.of(), PIA));
    }

    @Test
    void a_folder_of_another_name_is_closed_with_the_request_into_which_it_was_brought() {
        hidden = Set.of("t-gone");
        var folders = List.of(folder("from-dorvane"), folder("from-elsewhere"));
        var works = List.of(work("from-dorvane", "t-gone"), work("from-elsewhere", "t-1"));

        assertThat(access().seen(folders, works, PIA)).containsExactly(folders.getLast());
        assertThat(access().seenWorks(works, PIA)).containsExactly(works.getLast());
        assertThatExceptionOfType(EvidenceAccess.Unknown.class)
                .isThrownBy(() -> access().mustSee("from-dorvane", works, PIA));
        access().mustSee("from-elsewhere", works, PIA);
    }

    private static Disk.Work work(String folder, String thread) {
        return new Disk.Work(folder, Disk.Task.PLAIN, thread, Instant.EPOCH, 0, null, List.of(), 0, 0, 0, null);
    }

    private static Disk.Folder folder(String name) {
        return new Disk.Folder(name, Disk.Kind.BAG, null, null);
    }

    private EvidenceAccess access() {
        return access(evidence);
    }

    private EvidenceAccess access(Evidence evidence) {
        var cases = PracticeFaces.only(EvidenceCases.class, (what, arguments) -> switch (what) {
            case "mayRead" -> true;
            case "hidden" -> hidden;
            case "hiddenReferences" -> Set.of("XA-2026-000009");
            case "limits" -> List.of();
            case "byThreads" -> known((Collection<?>) arguments[0]);
            default -> throw new UnsupportedOperationException(what);
        });
        return new EvidenceAccess(
                evidence, new StaticListableBeanFactory(Map.of("cases", cases)).getBeanProvider(EvidenceCases.class));
    }

    private List<Case> known(Collection<?> threads) {
        looks++;
        assertThat(threads).hasSize(hidden.contains("t-gone") ? 2 : 3);
        return List.of(new Case("t-1", "r-1"), new Case("t-2", "r-2"));
    }

    private static Object only(String known, String what, Object answer) {
        if (!what.equals(known)) throw new UnsupportedOperationException(what);
        return answer;
    }

    /** As the database leaves them out. */
    private List<Item> visible(Set<?> hidden) {
        return items.stream()
                .filter(it -> it.thread() == null || !hidden.contains(it.thread()))
                .toList();
    }

    private static Item item(String thread) {
        return new Item(
                UUID.randomUUID(),
                "disk.img",
                "",
                "application/octet-stream",
                thread,
                null,
                Item.State.GIVEN_UP,
                Instant.EPOCH,
                "pia",
                false,
                null,
                null);
    }
}
