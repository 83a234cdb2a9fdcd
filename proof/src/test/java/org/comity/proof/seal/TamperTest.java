package org.comity.proof.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict;
import org.comity.proof.act.Act;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.Digests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Changes a real container everywhere. A change is refused; or it touched what carries no meaning (a ZIP's time of day) and
 * then nothing that is read or said differs, and only the register's hash of the whole container tells.
 */
@Tag("long")
class TamperTest {

    /** Of a kind; each run has a seed of its own, so that few a run come to many. */
    private static final int CHANGES = Boolean.getBoolean("comity.full") ? 500 : 80;

    private static final Anchor CA = Anchor.of(TestCertificates.CA.certificate());
    private static final byte[] ATTACHED = new byte[3000];
    private static final Act ACT = TestActs.request(Attachment.of("order.bin", "application/octet-stream", ATTACHED));

    private static final byte[] BUILT = build();
    private static final Container READ = Container.read(BUILT);
    private static final Verdict RIGHT = verdict(READ);
    private static final Map<String, byte[]> FILES = StrictZip.read(BUILT, Container.Limits.STANDARD);

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random chance = new Random(seed);
    private final byte[] right = BUILT;
    private final Container read = READ;

    TamperTest() {
        System.out.println("TamperTest -Dseed=" + seed);
    }

    private static byte[] build() {
        new Random(1).nextBytes(ATTACHED);
        var container =
                TestContainer.of(TestActs.request(Attachment.of("order.bin", "application/octet-stream", ATTACHED)));
        container.files.put("attachments/order.bin", ATTACHED);
        return container.stamped().build();
    }

    @Test
    void every_byte_of_the_container_with_one_bit_changed() {
        int without = 0;
        for (int at = 0; at < right.length; at++) {
            byte[] changed = right.clone();
            changed[at] ^= (byte) (1 << chance.nextInt(8));
            without += refused(changed) ? 0 : 1;
        }
        assertThat(without).as("changes without meaning").isLessThan(right.length / 10);
    }

    @Test
    void bytes_dropped_doubled_and_exchanged() {
        for (int i = 0; i < CHANGES; i++) {
            int at = chance.nextInt(right.length);
            int length = 1 + chance.nextInt(Math.min(300, right.length - at));
            assertThat(refused(without(at, length)))
                    .as("dropped %d at %d", length, at)
                    .isTrue();
            assertThat(refused(doubled(at, length)))
                    .as("doubled %d at %d", length, at)
                    .isTrue();
            byte[] exchanged = right.clone();
            int other = chance.nextInt(right.length);
            exchanged[at] = right[other];
            exchanged[other] = right[at];
            if (!Arrays.equals(exchanged, right)) {
                refused(exchanged);
            }
        }
    }

    /**
     * The ZIP made anew with right sums, so that nothing but hashes and signatures can tell. A stamp has a few bytes of
     * framing that no signature covers; there, too, nothing that is said may differ.
     */
    @Test
    void every_file_with_one_bit_changed_in_a_faultless_zip() {
        int stamp = stamp();
        for (String name : all().keySet()) {
            int length = FILES.get(name).length;
            for (int i = 0; i < Math.min(length, CHANGES); i++) {
                int at = length <= CHANGES ? i : chance.nextInt(length);
                int bit = 1 << chance.nextInt(8);
                byte[] changed = rebuilt(it -> {
                    it.get(name)[at] ^= (byte) bit;
                    return it;
                });
                boolean inStamp = name.equals("META-INF/signature001.p7s") && at >= stamp;
                assertThat(refused(changed) || inStamp)
                        .as("%s, byte %d, bit %d", name, at, bit)
                        .isTrue();
            }
        }
    }

    @Test
    void every_file_left_out_exchanged_or_renamed() {
        for (String name : all().keySet()) {
            assertThat(refused(rebuilt(it -> {
                        it.remove(name);
                        return it;
                    })))
                    .as("without %s", name)
                    .isTrue();
            for (String other : all().keySet()) {
                if (!other.equals(name)) {
                    assertThat(refused(rebuilt(it -> {
                                byte[] content = it.get(name);
                                it.put(name, it.get(other));
                                it.put(other, content);
                                return it;
                            })))
                            .as("%s and %s exchanged", name, other)
                            .isTrue();
                }
            }
            assertThat(refused(rebuilt(it -> {
                        it.put(name + "x", it.remove(name));
                        return it;
                    })))
                    .as("%s renamed", name)
                    .isTrue();
        }
    }

    @Test
    void files_of_another_act_with_its_own_right_seal() {
        var other = TestContainer.of(TestActs.act("withdraw", "XA-1", "XB-1", List.of(), Map.of()));
        var foreign = StrictZip.read(other.build(), Container.Limits.STANDARD);
        for (String name : foreign.keySet()) {
            if (!name.equals("mimetype") && !Arrays.equals(foreign.get(name), all().get(name))) {
                assertThat(refused(rebuilt(it -> {
                            it.put(name, foreign.get(name));
                            return it;
                        })))
                        .as("%s of another act", name)
                        .isTrue();
            }
        }
    }

    /** True if refused; false if nothing that is read or said differs; fails otherwise. */
    private boolean refused(byte[] changed) {
        try {
            var container = Container.read(changed);
            var verdict = verdict(container);
            if (!verdict.holds()) {
                return true;
            }
            assertThat(Digests.sha256(changed)).isNotEqualTo(read.sha256());
            assertThat(verdict).isEqualTo(RIGHT);
            assertThat(container.act()).isEqualTo(read.act());
            assertThat(container.files().keySet()).isEqualTo(read.files().keySet());
            container
                    .files()
                    .forEach((name, content) ->
                            assertThat(content).isEqualTo(read.files().get(name)));
            return false;
        } catch (Malformed e) {
            return true;
        }
    }

    private static Verdict verdict(Container container) {
        return container.verify(CA, CA, null);
    }

    /** Where the time stamp begins in the signature's file. */
    private int stamp() {
        byte[] p7s = all().get("META-INF/signature001.p7s");
        byte[] token = Cades.read(p7s, all().get("META-INF/ASiCManifest001.xml"))
                .stamp()
                .orElseThrow();
        return p7s.length - token.length;
    }

    /** For the caller to change. */
    private static Map<String, byte[]> all() {
        var files = new LinkedHashMap<>(FILES);
        files.remove("mimetype");
        files.replaceAll((_, content) -> content.clone());
        return files;
    }

    private byte[] rebuilt(UnaryOperator<Map<String, byte[]>> change) {
        return TestContainer.zip(Container.MIMETYPE.getBytes(), change.apply(all()));
    }

    private byte[] without(int at, int length) {
        var out = new ByteArrayOutputStream();
        out.write(right, 0, at);
        out.write(right, at + length, right.length - at - length);
        return out.toByteArray();
    }

    private byte[] doubled(int at, int length) {
        var out = new ByteArrayOutputStream();
        out.write(right, 0, at + length);
        out.write(right, at, right.length - at);
        return out.toByteArray();
    }
}
