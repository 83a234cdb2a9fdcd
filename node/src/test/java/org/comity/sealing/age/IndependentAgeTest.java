package org.comity.sealing.age;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.comity.proof.age.HybridIdentity;
import org.comity.sealing.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@code age-encryption} of npm, written by age's own author in another language. */
class IndependentAgeTest {

    private static final Path PEER = Path.of("../test/peer").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private final HybridIdentity identity = HybridIdentity.generate();
    private final HybridIdentity other = HybridIdentity.generate();

    @BeforeEach
    void peer() {
        Tool.needs(Files.exists(PEER.resolve("node_modules/age-encryption")), "age-encryption (npm ci in test/peer)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 200_000})
    void it_opens_what_we_seal(int length) throws Exception {
        var plain = random(length);
        Files.write(folder.resolve("in"), AgeFile.encrypt(plain, List.of(other.recipient(), identity.recipient())));

        peer("decrypt", identity.secretText());

        assertThat(Files.readAllBytes(folder.resolve("out"))).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 200_000})
    void we_open_what_it_seals(int length) throws Exception {
        var plain = random(length);
        Files.write(folder.resolve("in"), plain);

        peer("encrypt", identity.recipient().toString());

        assertThat(AgeFile.decrypt(Files.readAllBytes(folder.resolve("out")), identity))
                .isEqualTo(plain);
    }

    @Test
    void it_refuses_what_was_not_sealed_for_it() throws Exception {
        Files.write(folder.resolve("in"), AgeFile.encrypt(random(10), List.of(other.recipient())));

        assertThat(run("decrypt", identity.secretText()).exit()).isNotZero();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private void peer(String what, String key) {
        var tool = run(what, key);
        assertThat(tool.exit()).as(tool.said()).isZero();
    }

    private Tool run(String what, String key) {
        return Tool.run(
                PEER,
                List.of(
                        "node",
                        "age.mjs",
                        what,
                        key,
                        folder.resolve("in").toString(),
                        folder.resolve("out").toString()));
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
