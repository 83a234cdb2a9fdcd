package org.comity.proof.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import org.comity.proof.Malformed;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.age.AgeHeader;
import org.comity.proof.bag.BagList;
import org.comity.proof.bag.ExportStatement;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.LineProof;
import org.comity.proof.log.LogProof;
import org.comity.proof.log.Note;
import org.comity.proof.log.UnreadableNote;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.Container;
import org.comity.proof.seal.StrictZip;

/**
 * Every reader of what others send: it reads, or refuses with its own code, whatever comes; what it reads, it would write so
 * again. With the tests the kept inputs are replayed; {@code ./comity fuzz} looks for new ones.
 */
class ParsersFuzzTest {

    @FuzzTest
    void act(byte[] bytes) {
        reading(() -> assertArrayEquals(bytes, Act.read(bytes).json()));
    }

    @FuzzTest
    void envelope(byte[] bytes) {
        reading(() -> assertArrayEquals(
                bytes, CanonicalJson.write(Envelope.read(bytes).json())));
    }

    @FuzzTest
    void entry(byte[] bytes) {
        reading(() -> assertArrayEquals(bytes, SignedEntry.read(bytes).json()));
    }

    @FuzzTest
    void manifest(byte[] bytes) {
        reading(() -> assertArrayEquals(bytes, ItemManifest.read(bytes).json()));
    }

    @FuzzTest
    void exported(byte[] bytes) {
        reading(() -> assertArrayEquals(bytes, ExportStatement.read(bytes).json()));
    }

    @FuzzTest
    void container(byte[] bytes) {
        reading(() -> Container.read(bytes).verify(Anchor.NONE));
    }

    @FuzzTest
    void threadZip(byte[] bytes) {
        reading(() -> {
            var zip = StrictZip.bundle(ByteBuffer.wrap(bytes), Container.Limits.STANDARD);
            for (String each : zip.names()) zip.content(each);
        });
    }

    @FuzzTest
    void bagList(byte[] bytes) {
        reading(() -> {
            var files = BagList.read("manifest-sha256.txt", bytes);
            assertEquals(files, BagList.read("manifest-sha256.txt", BagList.write(files)));
        });
    }

    @FuzzTest
    void ageHeader(byte[] bytes) {
        try {
            assertArrayEquals(bytes, AgeHeader.of(bytes).bytes());
        } catch (GeneralSecurityException refused) {
            // its own answer
        }
    }

    @FuzzTest
    void checkpoint(byte[] bytes) {
        reading(() -> Checkpoint.read(Note.read(bytes).text()));
    }

    @FuzzTest
    void logProof(byte[] bytes) {
        reading(() -> LineProof.read(LogProof.read(bytes)));
    }

    @FuzzTest
    void revocations(byte[] bytes) {
        reading(() -> GivenRevocations.read(bytes));
    }

    private static void reading(Runnable reading) {
        try {
            reading.run();
        } catch (Malformed | UnreadableNote refused) {
            // its own answer
        }
    }
}
