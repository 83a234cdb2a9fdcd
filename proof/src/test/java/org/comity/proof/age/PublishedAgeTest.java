package org.comity.proof.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published age vectors (CCTV) through our header and our payload: all but those of armor and passphrases, which the
 * protocol does not know. X25519 stanzas are opened by jagged, hybrid ones by us.
 */
class PublishedAgeTest {

    private static final Path VECTORS = Path.of("src/test/resources/cctv-age");

    static Stream<Path> vectors() throws IOException {
        try (var files = Files.list(VECTORS)) {
            return files.filter(it -> !it.endsWith("README.md")).sorted().toList().stream();
        }
    }

    @Test
    void all_eighty_five_are_here() throws IOException {
        assertThat(vectors()).hasSize(VECTOR_COUNT);
    }

    private static final int VECTOR_COUNT = 85;

    @ParameterizedTest
    @MethodSource("vectors")
    void each_ends_as_it_says(Path file) throws Exception {
        byte[] raw = Files.readAllBytes(file);
        int blank = new String(raw, ISO_8859_1).indexOf("\n\n");
        var says = new String(raw, 0, blank, ISO_8859_1)
                .lines()
                .map(it -> it.split(": ", 2))
                .toList();
        byte[] sealed = Arrays.copyOfRange(raw, blank + 2, raw.length);
        if (value(says, "compressed").equals("zlib")) {
            sealed = new InflaterInputStream(new ByteArrayInputStream(sealed)).readAllBytes();
        }
        var in = new ByteArrayInputStream(sealed);
        var identity = identity(says);
        switch (value(says, "expect")) {
            case "success" -> {
                var key = AgeHeader.read(in).open(identity);
                assertThat(HexFormat.of().formatHex(key.getEncoded())).isEqualTo(value(says, "file key"));
                assertThat(sha256(open(in.readAllBytes(), key))).isEqualTo(value(says, "payload"));
            }
            case "payload failure" -> {
                var key = AgeHeader.read(in).open(identity);
                byte[] payload = in.readAllBytes();
                assertThatThrownBy(() -> open(payload, key))
                        .isInstanceOfAny(GeneralSecurityException.class, IOException.class);
            }
            case "no match" ->
                assertThatThrownBy(() -> AgeHeader.read(in).open(identity))
                        .isInstanceOf(UnsupportedRecipientStanzaException.class);
            default ->
                // A payload without a whole nonce counts as a header failure there.
                assertThatThrownBy(() -> open(in, identity))
                        .isInstanceOfAny(GeneralSecurityException.class, IOException.class);
        }
    }

    private static void open(InputStream in, RecipientStanzaReader identity) throws Exception {
        var key = AgeHeader.read(in).open(identity);
        open(in.readAllBytes(), key);
    }

    private static byte[] open(byte[] payload, FileKey key) throws Exception {
        var reader = new PayloadReader((into, position) -> read(payload, into, position), payload.length, key);
        var plain = ByteBuffer.allocate((int) reader.size());
        reader.read(0, plain);
        return plain.array();
    }

    private static int read(byte[] from, ByteBuffer into, long position) {
        if (position >= from.length) return -1;
        int n = Math.min(into.remaining(), from.length - (int) position);
        into.put(from, (int) position, n);
        return n;
    }

    private static RecipientStanzaReader identity(List<String[]> says) throws GeneralSecurityException {
        var readers = new ArrayList<RecipientStanzaReader>();
        for (var each : says) {
            if (!each[0].equals("identity")) continue;
            readers.add(
                    each[1].startsWith("AGE-SECRET-KEY-PQ-")
                            ? HybridIdentity.parse(each[1])
                            : X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(each[1]));
        }
        return stanzas -> first(readers, stanzas);
    }

    private static FileKey first(List<RecipientStanzaReader> readers, Iterable<RecipientStanza> stanzas)
            throws GeneralSecurityException {
        FileKey found = null;
        for (var each : readers) {
            try {
                found = each.getFileKey(stanzas);
            } catch (UnsupportedRecipientStanzaException another) {
                continue;
            }
        }
        if (found == null) throw new UnsupportedRecipientStanzaException("none");
        return found;
    }

    private static String value(List<String[]> says, String name) {
        return says.stream()
                .filter(it -> it[0].equals(name))
                .findFirst()
                .map(it -> it[1])
                .orElse("");
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
