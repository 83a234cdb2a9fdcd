package org.comity.casework.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.casework.delivery.DeliveringStored.NotStored;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.ItemsOfThread;
import org.comity.evidence.PracticeFaces;
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

    private DeliveringStored before() {
        var evidence = PracticeFaces.only(Evidence.class, (what, arguments) -> switch (what) {
            case "fault" -> fault((UUID) arguments[0]);
            default -> throw new UnsupportedOperationException(what);
        });
        var items = PracticeFaces.only(
                ItemsOfThread.class,
                (what, arguments) -> Map.of(sound.manifest().orElseThrow().sha256(), sound, HASH, wrong));
        return new DeliveringStored(evidence, items);
    }

    private Optional<Event> fault(UUID item) throws IOException {
        if (away) throw new IOException("no answer");
        return item.equals(wrong.id()) ? Optional.ofNullable(found) : Optional.empty();
    }

    /** The first as it lies here, for a State without a node; the second as it was wrapped for its receiver. */
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
