package org.comity.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comity.database.PracticeDatabase;
import org.comity.evidence.Evidence;
import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.EvidenceRefused;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Items of one node, over a real database and a real folder. */
abstract class OneNodesItems {

    static final Official PIA = new Official("pia", "P. Osei", "XB-1/o-3", Set.of());
    static final int CHUNK = 65_536;

    /** Two segments. */
    static final int SIZE = 1_400_000;

    private static final byte[] PLAIN = random(SIZE);

    @TempDir
    Path folder;

    final byte[] plain = PLAIN.clone();
    PracticeEvidence practice;
    Evidence evidence;
    JdbcClient db;

    @BeforeEach
    void start() throws Exception {
        var source = PracticeDatabase.fresh("evidence");
        db = JdbcClient.create(source);
        practice = new PracticeEvidence(source, folder.resolve("vault"));
        evidence = practice.start();
    }

    UUID added() throws IOException {
        var id = begin(null);
        evidence.add(id, 0, whole());
        evidence.finish(id, null, PIA);
        return id;
    }

    UUID begin(Long size) {
        return evidence.begin(new Beginning("image.dd", "application/octet-stream", "t-1", size), PIA);
    }

    Path adding(UUID id) {
        return folder.resolve("vault/adding/" + id);
    }

    Path kept(UUID id) {
        return folder.resolve("vault/kept/" + id.toString().substring(0, 2) + "/" + id);
    }

    InputStream whole() {
        return new ByteArrayInputStream(plain);
    }

    static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(call)
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence." + code));
    }

    static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
