package org.comity.casework.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.casework.delivery.DeliveringStored.NotStored;
import org.comity.casework.delivery.DeliveringStored.NotWrapped;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.ItemsOfThread;
import org.comity.evidence.PracticeFaces;
import org.comity.evidence.Releases;
import org.comity.evidence.Releases.Release;
import org.comity.procedure.Draft;
import org.comity.procedure.form.Items;
import org.comity.proof.item.ItemManifest;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Before a deliver act stands, and again before it leaves, each item is looked for in the vault. */
class DeliveringStoredTest {

    private static final String HASH = "ab".repeat(32);

    private final Item sound = item("first.dd");
    private final Item wrong = item("second.dd");
    private @Nullable Event found;
    private boolean away;
    private boolean wrapped = true;
    private boolean node = true;

    @ParameterizedTest
    @CsvSource({"FOUND_MISSING, missing", "FOUND_DAMAGED, damaged", "FOUND_KEYLESS, keyless"})
    void what_is_not_there_or_not_sound_is_named_and_the_act_does_not_stand(Event what, String code) {
        found = what;
        assertThatExceptionOfType(NotStored.class)
                .isThrownBy(() -> before().check(draft("deliver")))
                .satisfies(it -> {
                    assertThat(it.code()).isEqualTo("evidence.deliver-" + code);
                    assertThat(it.facts()).containsEntry("item", "second.dd");
                });
    }

    @Test
    void where_the_vault_does_not_answer_nothing_is_sent() {
        away = true;
        assertThatExceptionOfType(NotStored.class)
                .isThrownBy(() -> before().check(draft("deliver")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence.deliver-unknown"));
    }

    @Test
    void what_is_sound_goes_and_other_acts_are_not_looked_at() {
        assertThatCode(() -> before().check(draft("deliver"))).doesNotThrowAnyException();
        found = Event.FOUND_MISSING;
        assertThatCode(() -> before().check(draft("ask"))).doesNotThrowAnyException();
    }

    /** Another officer threw away the draft for which it had been wrapped, before this one was saved. */
    @Test
    void what_is_not_wrapped_for_a_receiver_with_a_node_does_not_leave() {
        wrapped = false;
        assertThatExceptionOfType(NotWrapped.class).isThrownBy(() -> before().check(draft("deliver")));
        node = false;
        assertThatCode(() -> before().check(draft("deliver"))).doesNotThrowAnyException();
    }

    @Test
    void what_no_item_is_called_does_not_leave() {
        node = false;
        assertThatExceptionOfType(NotWrapped.class)
                .isThrownBy(() -> before(Map.of(HASH, wrong)).check(draft("deliver")));
    }

    private DeliveringStored before() {
        return before(Map.of(sound.manifest().orElseThrow().sha256(), sound, HASH, wrong));
    }

    private DeliveringStored before(Map<String, Item> named) {
        var evidence = PracticeFaces.only(Evidence.class, (what, arguments) -> switch (what) {
            case "fault" -> fault((UUID) arguments[0]);
            default -> throw new UnsupportedOperationException(what);
        });
        var items = PracticeFaces.only(ItemsOfThread.class, (what, arguments) -> named);
        var releases = PracticeFaces.only(
                Releases.class,
                (what, arguments) -> wrapped ? Optional.of(release((String) arguments[0])) : Optional.empty());
        var directory = PracticeFaces.only(Directory.class, (what, arguments) -> Optional.of(receiver()));
        return new DeliveringStored(evidence, items, releases, directory);
    }

    private static Release release(String manifest) {
        return new Release(manifest, UUID.randomUUID(), "XA-1", null, null, null, false, 0, 33);
    }

    private Participant receiver() {
        var receiver = mock(Participant.class);
        when(receiver.hasNode()).thenReturn(node);
        return receiver;
    }

    private Optional<Event> fault(UUID item) throws IOException {
        if (away) throw new IOException("no answer");
        return item.equals(wrong.id()) ? Optional.ofNullable(found) : Optional.empty();
    }

    private Draft draft(String type) {
        return new Draft(
                "d-1",
                "assistance/1",
                type,
                Role.REQUESTED,
                "XA-1",
                "t-1",
                "XA-2027-000001",
                Map.of(Items.KEY, List.of(sound.manifest().orElseThrow().sha256(), HASH)),
                Map.of(),
                List.of(),
                Draft.Status.WRITING,
                1,
                "omar",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    private static Item item(String name) {
        var manifest = new ItemManifest(
                "cd".repeat(32),
                new ItemManifest.Payload("ef".repeat(32), 33),
                new ItemManifest.Plain("12".repeat(32), 1),
                List.of(new ItemManifest.Recipient("XB-1", ItemManifest.Purpose.HOLDER, "34".repeat(32))));
        return new Item(
                UUID.randomUUID(),
                name,
                "",
                "application/octet-stream",
                "t-1",
                null,
                Item.State.MATCHED,
                Instant.EPOCH,
                "pia",
                false,
                null,
                manifest);
    }
}
