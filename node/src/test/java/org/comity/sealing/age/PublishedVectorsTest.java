package org.comity.sealing.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.comity.proof.age.HybridIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published vectors of age's hybrid recipient. */
class PublishedVectorsTest {

    private static final Path VECTORS = Path.of("../proof/src/test/resources/cctv-age");

    static Stream<Path> vectors() throws IOException {
        try (var files = Files.list(VECTORS)) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith("hybrid"))
                    // This one asks for an X25519 identity beside ours; proof runs it.
                    .filter(file -> !file.endsWith("hybrid_x25519_arg"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void all_seventeen_are_here() throws Exception {
        assertThat(vectors()).hasSize(17);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void each_vector_ends_as_it_says(Path vector) throws Exception {
        var raw = Files.readAllBytes(vector);
        int blank = new String(raw, ISO_8859_1).indexOf("\n\n");
        var says = says(new String(raw, 0, blank, ISO_8859_1));
        var sealed = Arrays.copyOfRange(raw, blank + 2, raw.length);
        var file = "zlib".equals(says.get("compressed"))
                ? new InflaterInputStream(new ByteArrayInputStream(sealed)).readAllBytes()
                : sealed;
        var identity = HybridIdentity.parse(says.get("identity"));

        switch (says.get("expect")) {
            case "success" ->
                assertThat(sha256(AgeFile.decrypt(file, identity))).isEqualTo(says.get("payload"));
            case "no match" ->
                assertThatThrownBy(() -> AgeFile.decrypt(file, identity))
                        .isInstanceOf(UnsupportedRecipientStanzaException.class);
            default ->
                assertThatThrownBy(() -> AgeFile.decrypt(file, identity))
                        .isInstanceOfAny(GeneralSecurityException.class, IOException.class);
        }
    }

    private static Map<String, String> says(String header) {
        return header.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (first, second) -> first));
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
