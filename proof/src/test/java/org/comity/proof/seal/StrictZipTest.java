package org.comity.proof.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.proof.Refusals.assertRefused;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules R40 to R49 of docs/protocol: the ZIP of a container. */
class StrictZipTest {

    private static final byte[] MIMETYPE = Container.MIMETYPE.getBytes(UTF_8);
    private static final byte[] ZIP = TestContainer.zip(MIMETYPE, Map.of("a", "content of a".getBytes(UTF_8)));
    private static final int CENTRAL = find(ZIP, 0x02014b50);
    private static final int SECOND = find(ZIP, 0x02014b50, CENTRAL + 1);
    private static final int END = ZIP.length - 22;

    @Test
    void an_ordinary_zip_is_read() {
        assertThat(StrictZip.read(ZIP, Container.Limits.STANDARD)).containsOnlyKeys("mimetype", "a");
    }

    @Test
    void limit_of_the_container() {
        assertThat(StrictZip.read(ZIP, new Container.Limits(ZIP.length, 1000, 40, 100)))
                .hasSize(2);
        assertRefused(
                "container-too-large", () -> StrictZip.read(ZIP, new Container.Limits(ZIP.length - 1, 1000, 40, 100)));
    }

    @Test
    void limit_of_the_files_together() {
        int all = MIMETYPE.length + 12;
        assertThat(StrictZip.read(ZIP, new Container.Limits(5000, all, 40, 100)))
                .hasSize(2);
        assertRefused("container-expands", () -> StrictZip.read(ZIP, new Container.Limits(5000, all - 1, 40, 100)));
    }

    @Test
    void limit_of_entries() {
        assertThat(StrictZip.read(ZIP, new Container.Limits(5000, 5000, 2, 100)))
                .hasSize(2);
        assertRefused("container-entries", () -> StrictZip.read(ZIP, new Container.Limits(5000, 5000, 1, 100)));
    }

    @Test
    void limit_of_expansion() {
        byte[] bomb = TestContainer.zip(MIMETYPE, Map.of("a", new byte[200_000]));
        int ratio = (200_000 + MIMETYPE.length) / bomb.length + 1;
        assertThat(ratio).isGreaterThan(100);
        assertThat(StrictZip.read(bomb, new Container.Limits(5000, 1 << 20, 2, ratio)))
                .hasSize(2);
        assertRefused(
                "container-expands", () -> StrictZip.read(bomb, new Container.Limits(5000, 1 << 20, 2, ratio - 1)));
        assertRefused("container-expands", () -> StrictZip.read(bomb, Container.Limits.STANDARD));
    }

    @Test
    void a_size_that_lies_is_refused_before_it_is_unpacked() {
        refused("container-expands", it -> it.putInt(SECOND + 24, Integer.MAX_VALUE));
        refused("container-zip", it -> it.putInt(SECOND + 24, -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a",
                "a/../../b",
                "/a",
                "a//b",
                "a\\b",
                "c:a",
                "a/",
                "",
                ".",
                "a\u0000b",
                "a\u202eb",
                "e\u0301",
                "a%2fb"
            })
    void a_name_that_leads_elsewhere_is_refused(String name) {
        byte[] zip = TestContainer.zip(MIMETYPE, Map.of(name, new byte[0]));
        assertRefused("container-name", () -> StrictZip.read(zip, Container.Limits.STANDARD));
    }

    @Test
    void limit_of_paths() {
        assertThat(StrictZip.read(
                        TestContainer.zip(MIMETYPE, Map.of("x".repeat(240), new byte[0])), Container.Limits.STANDARD))
                .hasSize(2);
        byte[] longer = TestContainer.zip(MIMETYPE, Map.of("x".repeat(241), new byte[0]));
        assertRefused("container-name", () -> StrictZip.read(longer, Container.Limits.STANDARD));
    }

    @Test
    void the_same_name_twice_is_refused_however_it_is_spelt() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("a", new byte[0]);
        files.put("A", new byte[0]);
        byte[] zip = TestContainer.zip(MIMETYPE, files);
        assertRefused("container-twice", () -> StrictZip.read(zip, Container.Limits.STANDARD));
    }

    @ParameterizedTest
    @CsvSource({
        "4, several disks",
        "8, entries on this disk",
        "10, entries",
        "12, size of the directory",
        "16, place of the directory",
        "20, comment"
    })
    void an_end_record_that_says_otherwise_is_refused(int field, String name) {
        refused("container-zip", it -> it.putShort(END + field, (short) (it.getShort(END + field) ^ 1)));
    }

    @Test
    void both_headers_of_an_entry_must_say_the_same() {
        int local = find(ZIP, 0x04034b50, 1);
        for (int field : new int[] {6, 8, 10, 12, 14, 18, 22, 26, 30}) {
            refused("container-zip", it -> it.put(local + field, (byte) (it.get(local + field) ^ 2)));
        }
    }

    @Test
    void no_byte_lies_outside_the_entries() {
        assertRefused("container-zip", () -> StrictZip.read(joined(ZIP, new byte[1]), Container.Limits.STANDARD));
        assertRefused("container-zip", () -> StrictZip.read(joined(new byte[1], ZIP), Container.Limits.STANDARD));
        assertRefused("container-zip", () -> StrictZip.read(joined(ZIP, ZIP), Container.Limits.STANDARD));
        assertRefused("container-zip", () -> StrictZip.read(new byte[0], Container.Limits.STANDARD));
        for (int length = 0; length < ZIP.length; length++) {
            byte[] shorter = java.util.Arrays.copyOf(ZIP, length);
            assertRefused("container-zip", () -> StrictZip.read(shorter, Container.Limits.STANDARD));
        }
    }

    @Test
    void encryption_links_and_other_methods_are_refused() {
        refused("container-zip", it -> it.put(SECOND + 8, (byte) (it.get(SECOND + 8) | 1)));
        refused("container-zip", it -> it.putInt(SECOND + 38, 0xa1ff0000));
        refused("container-zip", it -> it.putInt(SECOND + 38, 0x41ff0000));
        int local = find(ZIP, 0x04034b50, 1);
        refused("container-zip", it -> it.putShort(SECOND + 10, (short) 12).putShort(local + 8, (short) 12));
    }

    @Test
    void content_that_differs_from_its_sum_is_refused() {
        refused("container-zip", it -> it.put(38 + 3, (byte) 'X'));
    }

    private static void refused(String code, Consumer<ByteBuffer> change) {
        byte[] zip = ZIP.clone();
        change.accept(ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN));
        assertRefused(code, () -> StrictZip.read(zip, Container.Limits.STANDARD));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static int find(byte[] zip, int mark) {
        return find(zip, mark, 0);
    }

    private static int find(byte[] zip, int mark, int from) {
        var buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = from;
        while (buffer.getInt(at) != mark) {
            at++;
        }
        return at;
    }
}
