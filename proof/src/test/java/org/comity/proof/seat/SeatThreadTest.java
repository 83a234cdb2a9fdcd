package org.comity.proof.seat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.comity.proof.bag.BagWriting;
import org.comity.proof.bag.TestBags;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seat.SeatProof.Given;
import org.comity.proof.verify.Verify;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code verify} says of threads in which somebody spoke from a seat. */
class SeatThreadTest {

    private static final int ALONE = 6;
    private static final String FOLDER = "seats/" + TestSeat.SEATS;

    @TempDir
    Path folder;

    private final TestSeat seat = new TestSeat();
    private final TestPasskey key = TestPasskey.es256();
    private final Given given = seat.give(key, "XM-officer-1");
    private String said;

    private int verify(byte[] export) throws IOException {
        return verify(Files.write(folder.resolve("thread.zip"), export));
    }

    private int verify(Path export) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, UTF_8);
        int code = Verify.run(
                new String[] {
                    export.toString(),
                    "--anchor",
                    "XB-1/seal=" + Anchor.fingerprint(TestCertificates.XB.certificate()),
                    "--anchor",
                    "XB-1/register=" + Anchor.fingerprint(TestCertificates.XB_REGISTER.certificate())
                },
                print,
                print);
        said = out.toString(UTF_8);
        return code;
    }

    /** No ZIP makes it smaller. */
    private static byte[] letter(int size) {
        var letter = new byte[size];
        new Random(1).nextBytes(letter);
        System.arraycopy("%PDF-1.7".getBytes(UTF_8), 0, letter, 0, 8);
        return letter;
    }

    private static SortedMap<String, byte[]> unzipped(byte[] export) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(export))) {
            for (var each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                files.put(each.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] zipped(SortedMap<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return out.toByteArray();
    }

    @Test
    void the_thread_of_seats_holds_and_says_whose_keys_were_confirmed() throws IOException {
        seat.confirm(key, given);

        assertThat(verify(seat.seats.export())).as(said).isEqualTo(ALONE);
        assertThat(said)
                .contains(
                        "Recorded by XB-1 for XM-1",
                        "the passkey of XM-officer-1",
                        "what the screen showed",
                        "[seat-given]",
                        "had not been ended. [seat-ended]");
    }

    @Test
    void an_act_in_another_thread_is_proved_with_the_thread_of_seats_beside_it() throws IOException {
        seat.confirm(key, given);
        seat.acknowledge(key, given);

        assertThat(verify(seat.other.export(seat.seats.parts()))).as(said).isEqualTo(ALONE);
        assertThat(said)
                .contains(
                        "had not been ended. [seat-ended]",
                        "\n%s: entry 1\n".formatted(FOLDER),
                        "\n%s/thread.json\n".formatted(FOLDER));
        assertThat(verify(seat.other.export())).as(said).isEqualTo(ALONE);
        assertThat(said).contains("is not here. [seat-ended]");
    }

    /** Each act that gives a key carries a letter of up to 700 kB: a thread of seats has more than one file may have. */
    @Tag("long")
    @Test
    void a_thread_of_seats_may_have_more_in_all_than_one_file_may() throws IOException {
        seat.seats.pdf = letter(700_000);
        for (int n = 2; n <= 9; n++) seat.give(TestPasskey.es256(), "XM-officer-" + n);
        seat.confirm(key, given);
        seat.acknowledge(key, given);

        assertThat(seat.seats.export()).hasSizeGreaterThan(5 << 20);
        assertThat(verify(seat.other.export(seat.seats.parts()))).as(said).isEqualTo(ALONE);
        assertThat(said).contains("had not been ended. [seat-ended]").doesNotContain("is not here");
    }

    @Test
    void an_unpacked_export_is_read_alike() throws IOException {
        seat.confirm(key, given);
        seat.acknowledge(key, given);
        var root = folder.resolve("unpacked");
        for (var each : unzipped(seat.other.export(seat.seats.parts())).entrySet()) {
            Files.createDirectories(root.resolve(each.getKey()).getParent());
            Files.write(root.resolve(each.getKey()), each.getValue());
        }

        assertThat(verify(root)).as(said).isEqualTo(ALONE);
        assertThat(said).contains("had not been ended. [seat-ended]").doesNotContain("is not here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FOLDER + ".zip",
                FOLDER + "/letter.pdf",
                FOLDER + "/acts/letter.pdf",
                FOLDER + "/register/1.json",
                FOLDER + "/" + FOLDER + "/thread.json",
                FOLDER + "x/thread.json",
                "seats/0B7E1C52-3F0E-4C53-9A55-0000000000A9/thread.json",
                "seats/letter.pdf"
            })
    void nothing_vouches_for_what_is_no_part_of_the_thread_beside(String name) throws IOException {
        seat.confirm(key, given);
        seat.acknowledge(key, given);
        var files = unzipped(seat.other.export(seat.seats.parts()));
        files.put(name, seat.seats.export());

        assertThat(verify(zipped(files))).as(said).isEqualTo(ALONE);
        assertThat(said)
                .contains("\n%s\n  not checked  Nothing vouches for this file. [file]\n".formatted(name))
                .contains("  not checked  %s: Nothing vouches for this file. [file]\n".formatted(name))
                .containsOnlyOnce("  not checked  Nothing vouches for this file. [file]\n");
    }

    /** In a bag nothing lies that nobody vouches for, there neither. */
    @Test
    void a_bag_holds_with_the_thread_of_seats_and_not_with_more() throws IOException {
        seat.confirm(key, given);
        seat.acknowledge(key, given);
        var files = unzipped(seat.other.export(seat.seats.parts()));
        assertThat(verify(bag("bag", files))).as(said).isEqualTo(ALONE);
        assertThat(said)
                .contains("had not been ended. [seat-ended]", "\ndata/thread/%s/thread.json\n".formatted(FOLDER));

        files.put(FOLDER + "/letter.pdf", letter(9));
        assertThat(verify(bag("more", files))).as(said).isEqualTo(1);
        assertThat(said).contains("data/thread/%s/letter.pdf: Nothing vouches for this file.".formatted(FOLDER));
    }

    private Path bag(String name, SortedMap<String, byte[]> files) throws IOException {
        var root = folder.resolve(name);
        var bag = new BagWriting(root, _ -> {});
        for (var each : files.entrySet()) bag.add("thread/" + each.getKey(), each.getValue());
        bag.finish(new TreeMap<>(Map.of("Source-Organization", "XB-1")), TestBags::statement);
        return root;
    }

    @Test
    void a_thread_of_seats_in_the_folder_of_another_is_refused() throws IOException {
        seat.confirm(key, given);
        seat.acknowledge(key, given);
        var files = new TreeMap<String, byte[]>();
        unzipped(seat.other.export(seat.seats.parts()))
                .forEach((name, content) -> files.put(name.replace(TestSeat.SEATS, TestSeat.OPENED), content));

        assertThat(verify(zipped(files))).as(said).isEqualTo(1);
        assertThat(said).contains("The folder's name is not its thread's. [bundle-file]", "is not here. [seat-ended]");
    }

    /** R73 counts what lies beside, and bounds each file of it. */
    @Tag("long")
    @Test
    void what_lies_beside_is_bounded_with_the_rest() throws IOException {
        seat.confirm(key, given);
        var right = unzipped(seat.other.export(seat.seats.parts()));
        var large = new TreeMap<>(right);
        var act = large.keySet().stream()
                .filter(it -> it.startsWith(FOLDER + "/acts/"))
                .findFirst()
                .orElseThrow();
        large.put(act, letter((5 << 20) + 1));
        assertThat(verify(zipped(large))).as(said).isEqualTo(1);
        assertThat(said).contains("bundle-too-large: " + act);

        for (int n = right.size(); n < 20_001; n++) right.put("%s/%d".formatted(FOLDER, n), new byte[0]);
        assertThat(verify(zipped(right))).as(said).isEqualTo(ALONE);
        right.put(FOLDER + "/one more", new byte[0]);
        assertThat(verify(zipped(right))).as(said).isEqualTo(1);
        assertThat(said).contains("bundle-too-large: more than 20001 files");
    }

    /** R159: nobody but the authority's own keys says that it opened the thread. */
    @Test
    void a_thread_that_was_opened_from_a_seat_is_proved_from_its_first_act_on() throws IOException {
        seat.confirm(key, given);
        var opening = TestSeat.opening(TestSeat.OPENED, key);
        seat.opened.register(opening, TestSeat.proof(opening, given, key));
        var answer = Map.of("channel", "letter");
        seat.opened.register(TestSeat.act(TestSeat.OPENED, "preservation/1", "acknowledge", "requested", answer), null);

        assertThat(verify(seat.opened.export(seat.seats.parts()))).as(said).isEqualTo(ALONE);
        assertThat(said).contains("Recorded by XB-1 for XM-1", "had not been ended. [seat-ended]");

        var unproved = new TestSeat();
        unproved.opened.register(opening, null);
        assertThat(verify(unproved.opened.export())).as(said).isEqualTo(1);
        assertThat(said).contains("[seat-form]");
    }

    @Test
    void a_key_that_was_not_confirmed_does_nothing() throws IOException {
        seat.acknowledge(key, given);

        assertThat(verify(seat.other.export(seat.seats.parts()))).as(said).isEqualTo(1);
        assertThat(said).contains("had not confirmed the key. [seat-ended]");
    }

    @Test
    void nothing_counts_after_a_key_was_ended_and_what_lies_before_may_be_doubtful() throws IOException {
        seat.confirm(key, given);
        var lost = seat.other.now.plusSeconds(100);
        seat.other.now = lost;
        seat.acknowledge(key, given);
        seat.seats.now = lost.plusSeconds(100);
        seat.end(given, lost);

        assertThat(verify(seat.other.export(seat.seats.parts()))).as(said).isEqualTo(ALONE);
        assertThat(said).contains("ask XM-1 whether it stands by it. [seat-doubtful]");

        seat.other.now = lost.plusSeconds(300);
        var act = TestSeat.said(TestSeat.OTHER, "preservation/1", "ask", key, Map.of());
        seat.other.register(act, TestSeat.proof(act, given, key));
        assertThat(verify(seat.other.export(seat.seats.parts()))).as(said).isEqualTo(1);
        assertThat(said).contains("the key had been ended. [seat-ended]");
    }

    @Test
    void closing_the_seat_ends_all_its_keys() throws IOException {
        seat.confirm(key, given);
        seat.seats.register(TestSeat.seatAct("close", "requesting", Map.of()), null);
        seat.other.now = seat.seats.now.plusSeconds(5);
        seat.acknowledge(key, given);

        assertThat(verify(seat.other.export(seat.seats.parts()))).as(said).isEqualTo(1);
        assertThat(said).contains("the key had been ended. [seat-ended]");
    }

    /** The host shows another past than the one in which it gave the key. */
    @Test
    void a_thread_of_seats_that_is_another_is_refused() throws IOException {
        seat.confirm(key, given);
        seat.acknowledge(key, given);
        var other = new TestSeat();
        other.confirm(key, other.give(key, "XM-officer-9"));

        assertThat(verify(seat.other.export(other.seats.parts()))).as(said).isEqualTo(1);
        assertThat(said).contains("no such entry");
    }

    @Test
    void a_thread_of_seats_that_does_not_hold_is_told_by_its_name() throws IOException {
        seat.confirm(key, given);
        seat.acknowledge(key, given);
        var first = seat.seats.entries.getFirst();
        seat.seats.entries.set(0, new SignedEntry(first.entry(), given.entry().signature()));

        assertThat(verify(seat.other.export(seat.seats.parts()))).as(said).isEqualTo(1);
        assertThat(said).contains(FOLDER + ": entry 1", "[entry-signature]");
    }

    @Test
    void whoever_knows_no_register_key_of_the_host_is_told_so() throws IOException {
        var file = Files.write(folder.resolve("act.asice"), acknowledged());
        var out = new ByteArrayOutputStream();
        int code = Verify.run(
                new String[] {
                    file.toString(), "--anchor", "XB-1/seal=" + Anchor.fingerprint(TestCertificates.XB.certificate())
                },
                new PrintStream(out, true, UTF_8),
                new PrintStream(out, true, UTF_8));

        assertThat(code).as(out.toString(UTF_8)).isZero();
        assertThat(out.toString(UTF_8)).contains("no register certificate of it is at hand", "[seat-key]");
    }

    private byte[] acknowledged() {
        seat.acknowledge(key, given);
        return seat.other.containers.getLast();
    }
}
