package org.comity.proof.item;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.bag.BagWriting;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemManifest.Purpose;
import org.comity.proof.item.ItemManifest.Recipient;
import org.comity.proof.verify.Verify;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to an exported item, {@code verify} says so and names the file; without a key as far as that goes. */
@Tag("long")
class ItemTamperTest {

    private static final int CHUNKS = 20;
    private static final int SIZE = CHUNKS * PayloadLayout.CHUNK + 1234;
    /** Each run has a seed of its own, so that few rounds a run come to many. */
    private static final int ROUNDS = Integer.getInteger("rounds", Boolean.getBoolean("comity.full") ? 12 : 2);

    private static final TestItems LONG = TestItems.of(SIZE);
    private static final TestItems ANOTHER = TestItems.of(SIZE);
    /** For what has nothing to do with how long it is. */
    private static final TestItems SHORT = TestItems.of(1234);

    @TempDir
    Path folder;

    private TestItems item = LONG;
    private Random chance;
    private Path exported;
    private Path identity;
    private String said;

    @BeforeEach
    void export() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("ItemTamperTest -Dseed=" + seed);
        chance = new Random(seed);
        exported = item.write(folder.resolve("item"));
        identity = Files.writeString(folder.resolve("me.txt"), "# made up\n" + TestItems.RECEIVER.secretText() + "\n");
    }

    @Test
    void an_item_holds_with_an_identity_and_without() throws IOException {
        assertThat(verify(true)).isZero();
        assertThat(said)
                .contains("HOLDS", "[item-commitment]", item.manifest().plain().sha256());
        assertThat(verify(false)).isZero();
        assertThat(said).contains("HOLDS", "No identity was given");
        Files.delete(exported.resolve("headers/" + Digests.sha256(item.header(Purpose.RECOVERY))));
        assertThat(verify(true)).isZero();
        assertThat(said).contains("The header for XB-1 as recovery is not here");
    }

    @Test
    void an_item_in_a_bag_holds() throws IOException {
        var bag = folder.resolve("bag");
        var writing = new BagWriting(bag, written -> {});
        try (var files = Files.walk(exported)) {
            for (var each : files.filter(Files::isRegularFile).toList()) {
                writing.add(exported.relativize(each).toString(), Files.readAllBytes(each));
            }
        }
        writing.finish(new java.util.TreeMap<>(), null);
        exported = bag;
        assertThat(verify(true)).isZero();
        Files.writeString(bag.resolve("manifest-sha256.txt"), "");
        assertThat(verify(true)).isEqualTo(1);
        assertThat(said).contains("data/payload: ", "[bag-unknown]", "manifest-sha256.txt: ", "[bag-hash]");
    }

    @Test
    void the_verdict_is_for_machines_too() {
        assertThat(verify(true, "--json")).isZero();
        var json = tools.jackson.databind.json.JsonMapper.shared().readTree(said);
        assertThat(json.get("holds").booleanValue()).isTrue();
        assertThat(json.get("checks").findValuesAsString("code")).contains("item-root", "item-plain");
    }

    @Test
    void no_change_of_the_payload_is_missed() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            for (var each : Change.values()) {
                Files.write(exported.resolve("payload"), each.of(item.payload(), chance));
                assertThat(verify(true)).as(each.name()).isEqualTo(1);
                assertThat(said).as(each.name()).contains("payload: ", "[item-root]", "[item-chunk]", "FAILED");
                assertThat(verify(false)).as(each.name()).isEqualTo(1);
                assertThat(said).as(each.name()).contains("[item-root]");
            }
        }
    }

    @Test
    void a_changed_byte_is_named_by_its_chunk() throws IOException {
        byte[] changed = item.payload().clone();
        changed[(int) PayloadLayout.start(17) + 5] ^= 1;
        Files.write(exported.resolve("payload"), changed);
        assertThat(verify(true)).isEqualTo(1);
        assertThat(said).contains("Chunk 17, plain bytes from 1114112 on");
    }

    @Test
    void no_change_of_a_header_or_the_manifest_is_missed() throws IOException {
        item = SHORT;
        exported = item.write(folder.resolve("short"));
        try (var files = Files.walk(exported)) {
            for (var each : files.filter(Files::isRegularFile)
                    .filter(it -> !it.endsWith("payload"))
                    .toList()) {
                byte[] right = Files.readAllBytes(each);
                for (int round = 0; round < 8 * ROUNDS; round++) {
                    byte[] changed = right.clone();
                    changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
                    Files.write(each, changed);
                    assertThat(verify(round % 2 == 0)).as(each.toString()).isEqualTo(1);
                    assertThat(said).contains(each.getFileName() + ": ");
                }
                Files.write(each, right);
            }
        }
        assertThat(verify(true)).isZero();
    }

    @Test
    void a_manifest_made_anew_for_a_changed_payload_is_not_the_one_that_was_named() throws IOException {
        for (var each : Change.values()) {
            byte[] changed = each.of(item.payload(), chance);
            Files.write(exported.resolve("payload"), changed);
            var found = ItemMatching.read(new ByteArrayInputStream(changed), null);
            var anew = new ItemManifest(
                    item.manifest().commitment(),
                    found.payload(),
                    item.manifest().plain(),
                    item.manifest().recipients());
            Files.write(exported.resolve("item.json"), anew.json());
            assertThat(verify(true)).as(each.name()).isEqualTo(1);
            assertThat(said).containsAnyOf("[item-manifest]", "[item-size]");
            // Even if somebody could have the wrong manifest named, nobody can have made what opens under it.
            assertThat(run(exported.toString(), "--manifest", anew.sha256(), "--identity", identity.toString()))
                    .as(each.name())
                    .isEqualTo(1);
            assertThat(said).containsAnyOf("[item-chunk]", "[item-size]");
        }
    }

    @Test
    void headers_that_were_exchanged_put_in_or_left_out_are_named() throws IOException {
        var mine = exported.resolve("headers/" + Digests.sha256(item.header(Purpose.RECEIVER)));
        var theirs = exported.resolve("headers/" + Digests.sha256(item.header(Purpose.HOLDER)));
        byte[] right = Files.readAllBytes(mine);
        Files.write(mine, Files.readAllBytes(theirs));
        assertThat(verify(false)).isEqualTo(1);
        assertThat(said).contains(mine.getFileName() + ": It is another header", "[item-header]");
        Files.write(mine, right);

        byte[] put = item.key().header(HybridIdentity.generate().recipient()).bytes();
        var more = Files.write(exported.resolve("headers/" + Digests.sha256(put)), put);
        assertThat(verify(false)).isEqualTo(1);
        assertThat(said).contains(more.getFileName() + ": No recipient in the manifest");
        Files.delete(more);

        Files.delete(mine);
        assertThat(verify(true)).isEqualTo(1);
        assertThat(said).contains("[item-key]", "opens none of the headers");
    }

    /** The header, and with it the key, belongs to another payload that opens well. */
    @Test
    void a_second_plaintext_under_another_key_is_refused_by_the_commitment() throws IOException {
        var second = TestItems.of(new byte[SIZE]);
        byte[] header = second.header(Purpose.RECEIVER);
        var recipients = new ArrayList<Recipient>();
        for (var each : item.manifest().recipients()) {
            recipients.add(
                    each.purpose() == Purpose.RECEIVER
                            ? Recipient.of(each.participant(), each.purpose(), header)
                            : each);
        }
        // All is made anew for the second text but the commitment: the root that age itself would accept.
        var forged = new ItemManifest(
                item.manifest().commitment(),
                second.manifest().payload(),
                second.manifest().plain(),
                recipients);
        Files.write(exported.resolve("payload"), second.payload());
        Files.write(exported.resolve("item.json"), forged.json());
        Files.write(exported.resolve("headers/" + Digests.sha256(header)), header);
        Files.delete(exported.resolve("headers/" + Digests.sha256(item.header(Purpose.RECEIVER))));
        assertThat(run(exported.toString(), "--manifest", forged.sha256(), "--identity", identity.toString()))
                .isEqualTo(1);
        assertThat(said).contains(Digests.sha256(header) + ": The key is another", "[item-commitment]");
        assertThat(verify(true)).isEqualTo(1);
        assertThat(said).contains("[item-manifest]");
    }

    @Test
    void files_that_are_missing_or_links_are_named() throws IOException {
        var payload = exported.resolve("payload");
        Files.move(payload, folder.resolve("elsewhere"));
        assertThat(verify(true)).isEqualTo(1);
        assertThat(said).contains("payload: ", "[item-file]");
        Files.createSymbolicLink(payload, folder.resolve("elsewhere"));
        assertThat(verify(true)).isEqualTo(1);
        assertThat(said).contains("[item-file]");
    }

    @Test
    void wrong_use_is_explained_and_a_secret_never_printed() throws IOException {
        assertThat(run(exported.toString())).isEqualTo(2);
        assertThat(said).contains("--manifest");
        assertThat(run(exported.toString(), "--manifest", "12")).isEqualTo(2);
        var wrong = TestItems.RECEIVER.secretText() + "X";
        Files.writeString(identity, wrong);
        assertThat(run(exported.toString(), "--manifest", "00".repeat(32), "--identity", identity.toString()))
                .isEqualTo(2);
        assertThat(said).doesNotContain(wrong.substring(0, 30));
    }

    @Test
    void what_an_item_is_not_checked_with_is_refused() {
        var fingerprint = "ab".repeat(32);
        assertThat(verify(true, "--anchor", "XA-1=" + fingerprint, "--tsa", fingerprint))
                .isEqualTo(2);
        assertThat(said).contains("This is an item", "nothing would be checked with --anchor, --tsa.");
        assertThat(verify(true, "--anchors-first")).isEqualTo(2);
    }

    /** What somebody without the key can do to a payload. */
    private enum Change {
        FLIP {
            @Override
            byte[] of(byte[] payload, Random chance) {
                byte[] changed = payload.clone();
                changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
                return changed;
            }
        },
        DROP {
            @Override
            byte[] of(byte[] payload, Random chance) {
                int chunk = chance.nextInt(CHUNKS);
                return splice(payload, (int) PayloadLayout.start(chunk), PayloadLayout.SEALED_CHUNK, new byte[0]);
            }
        },
        REORDER {
            @Override
            byte[] of(byte[] payload, Random chance) {
                int one = chance.nextInt(CHUNKS - 1);
                byte[] changed = payload.clone();
                System.arraycopy(
                        payload,
                        (int) PayloadLayout.start(one),
                        changed,
                        (int) PayloadLayout.start(one + 1L),
                        PayloadLayout.SEALED_CHUNK);
                System.arraycopy(
                        payload,
                        (int) PayloadLayout.start(one + 1L),
                        changed,
                        (int) PayloadLayout.start(one),
                        PayloadLayout.SEALED_CHUNK);
                return changed;
            }
        },
        SPLICE {
            @Override
            byte[] of(byte[] payload, Random chance) {
                byte[] other = ANOTHER.payload();
                int at = (int) PayloadLayout.start(chance.nextInt(CHUNKS));
                return splice(
                        payload,
                        at,
                        PayloadLayout.SEALED_CHUNK,
                        Arrays.copyOfRange(other, at, at + PayloadLayout.SEALED_CHUNK));
            }
        },
        REPEAT {
            @Override
            byte[] of(byte[] payload, Random chance) {
                int at = (int) PayloadLayout.start(chance.nextInt(CHUNKS));
                return splice(payload, at, 0, Arrays.copyOfRange(payload, at, at + PayloadLayout.SEALED_CHUNK));
            }
        },
        CUT {
            @Override
            byte[] of(byte[] payload, Random chance) {
                return Arrays.copyOf(payload, chance.nextInt(payload.length));
            }
        },
        CUT_AT_A_BORDER {
            @Override
            byte[] of(byte[] payload, Random chance) {
                return Arrays.copyOf(payload, (int) PayloadLayout.start(chance.nextInt(CHUNKS + 1)));
            }
        },
        ADD {
            @Override
            byte[] of(byte[] payload, Random chance) {
                return splice(payload, payload.length, 0, new byte[1 + chance.nextInt(70_000)]);
            }
        };

        abstract byte[] of(byte[] payload, Random chance);

        static byte[] splice(byte[] payload, int at, int drop, byte[] put) {
            var out = new ByteArrayOutputStream();
            out.write(payload, 0, at);
            out.writeBytes(put);
            out.write(payload, at + drop, payload.length - at - drop);
            return out.toByteArray();
        }
    }

    private int verify(boolean opened, String... more) {
        var arguments = new ArrayList<>(
                List.of(exported.toString(), "--manifest", item.manifest().sha256()));
        if (opened) arguments.addAll(List.of("--identity", identity.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, UTF_8);
        int code = Verify.run(arguments, print, print);
        said = out.toString(UTF_8);
        return code;
    }
}
