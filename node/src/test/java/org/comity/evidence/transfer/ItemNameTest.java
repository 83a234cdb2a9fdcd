package org.comity.evidence.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.comity.evidence.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule T17: what the holder says of an item beside its manifest. */
class ItemNameTest {

    private static final ItemName NOTHING = new ItemName("abc", "application/octet-stream", "", false);

    @Test
    void what_is_said_is_read_again_and_what_goes_without_saying_is_not_said() {
        assertThat(text(item("talk.log", "", false))).isEqualTo("{\"mediaType\":\"text/plain\",\"name\":\"talk.log\"}");
        assertThat(text(item("talk.log", "phone/صور", true)))
                .isEqualTo(
                        "{\"folder\":\"phone/صور\",\"mediaType\":\"text/plain\",\"name\":\"talk.log\",\"sealedOnly\":true}");
        assertThat(ItemName.read(ItemName.json(item("talk.log", "phone/صور", true)), "abc"))
                .isEqualTo(new ItemName("talk.log", "text/plain", "phone/صور", true));
        assertThat(read("{\"mediaType\":\"text/plain\",\"name\":\"talk.log\"}"))
                .as("by a node that says no folder")
                .isEqualTo(new ItemName("talk.log", "text/plain", "", false));
    }

    @Test
    void a_folder_that_is_too_long_for_the_whole_is_left_out_by_its_holder() {
        var folder = ("\u6F22".repeat(80) + "/").repeat(12) + "\u6F22".repeat(28);
        assertThat(folder).hasSize(1000);
        var name = "\u6F22".repeat(76) + ".txt";
        assertThat(ItemName.json(item(name, folder, true))).hasSizeLessThanOrEqualTo(ItemName.LARGEST);
        assertThat(ItemName.read(ItemName.json(item(name, folder, true)), "abc").folder())
                .isEqualTo(folder);

        var longest = "a".repeat(79) + "/" + "b".repeat(79);
        var whole = new Item(
                UUID.randomUUID(),
                name,
                folder + "/" + "\u6F22".repeat(250),
                longest,
                null,
                null,
                Item.State.MATCHED,
                Instant.EPOCH,
                "pia",
                true,
                null,
                null);
        assertThat(ItemName.read(ItemName.json(whole), "abc")).isEqualTo(new ItemName(name, longest, "", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "/root", "a//b", "a/", "a\\\\b", "C:/x", "a/./b", ""})
    void a_folder_that_is_none_is_as_if_it_had_not_been_said(String folder) {
        assertThat(read("{\"folder\":\"" + folder + "\",\"mediaType\":\"text/plain\",\"name\":\"talk.log\"}"))
                .isEqualTo(new ItemName("talk.log", "text/plain", "", false));
    }

    @Test
    void what_cannot_be_read_is_as_if_nothing_had_been_said_but_the_mark_stays() {
        assertThat(read("{}")).isEqualTo(NOTHING);
        assertThat(read("no json")).isEqualTo(NOTHING);
        assertThat(read("{\"folder\":7,\"mediaType\":\"text/plain\",\"name\":\"a\"}"))
                .isEqualTo(new ItemName("a", "text/plain", "", false));
        assertThat(read("{\"mediaType\":\"text/plain\",\"more\":1,\"name\":\"a\",\"sealedOnly\":true}"))
                .isEqualTo(new ItemName("abc", "application/octet-stream", "", true));
        assertThat(read("{\"mediaType\":\"text/plain\",\"name\":\"../a\",\"sealedOnly\":true}")
                        .sealedOnly())
                .isTrue();
        assertThat(read("{\"mediaType\":\"text/plain\",\"name\":\"a\",\"sealedOnly\":\"true\"}")
                        .sealedOnly())
                .isFalse();
    }

    private static ItemName read(String json) {
        return ItemName.read(json.getBytes(UTF_8), "abc");
    }

    private static String text(Item item) {
        return new String(ItemName.json(item), UTF_8);
    }

    private static Item item(String name, String folder, boolean sealedOnly) {
        return new Item(
                UUID.randomUUID(),
                name,
                folder,
                "text/plain",
                null,
                null,
                Item.State.MATCHED,
                Instant.EPOCH,
                "pia",
                sealedOnly,
                null,
                null);
    }
}
