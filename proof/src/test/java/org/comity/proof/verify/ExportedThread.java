package org.comity.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.comity.proof.act.Act;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.TestRegister;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.register.ThreadBundle.SealedAct;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seal.TestContainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An exported thread and the command that checks it. */
abstract class ExportedThread {

    static final Act REQUEST = TestActs.request();
    static final Act ACKNOWLEDGE = TestActs.acknowledge(REQUEST);
    static final byte[] FIRST = TestContainer.of(REQUEST).stamped().build();
    static final byte[] SECOND = second();
    static final List<SignedEntry> ENTRIES = entries();

    @TempDir
    Path folder;

    Path zip;
    String ca;
    String said;

    static byte[] second() {
        var container = TestContainer.of(ACKNOWLEDGE);
        container.signer = TestCertificates.XB;
        return container.build();
    }

    static List<SignedEntry> entries() {
        var entries = new ArrayList<SignedEntry>();
        var acts = List.of(REQUEST, ACKNOWLEDGE);
        entries.add(TestRegister.next(entries, acts, Digests.sha256(FIRST)));
        entries.add(TestRegister.next(entries, acts, Digests.sha256(SECOND)));
        return entries;
    }

    @BeforeEach
    void export() throws IOException {
        ca = pem("ca.pem", TestCertificates.CA.certificate());
        zip = write(
                TestCertificates.XB_REGISTER.certificate(),
                ENTRIES,
                List.of(new SealedAct(REQUEST.id(), FIRST), new SealedAct(ACKNOWLEDGE.id(), SECOND)));
    }

    Path write(X509Certificate keeper, List<SignedEntry> entries, List<SealedAct> acts) throws IOException {
        var file = folder.resolve("thread.zip");
        try (var out = Files.newOutputStream(file)) {
            ThreadBundle.write(
                    out, new ThreadBundle.Head(TestActs.NETWORK, TestActs.THREAD, "XB-1", keeper), entries, acts);
        }
        return file;
    }

    /**
     * The thread with an acknowledgement in it whose envelope says something else; sealed and registered, with the effect that
     * the table gives.
     */
    Path acknowledging(Map<String, Object> otherwise) throws IOException {
        var json = new TreeMap<>(ACKNOWLEDGE.envelope().json());
        json.putAll(otherwise);
        var act = Act.read(CanonicalJson.write(Map.of("envelope", json, "body", ACKNOWLEDGE.body())));
        var container = TestContainer.of(act);
        container.signer = TestCertificates.XB;
        byte[] sealed = container.build();
        var entries = new ArrayList<>(ENTRIES.subList(0, 1));
        entries.add(TestRegister.next(entries, List.of(REQUEST, act), Digests.sha256(sealed)));
        return write(
                TestCertificates.XB_REGISTER.certificate(),
                entries,
                List.of(new SealedAct(REQUEST.id(), FIRST), new SealedAct(act.id(), sealed)));
    }

    Path unpacked() throws IOException {
        var root = folder.resolve("thread");
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var file = root.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
        return root;
    }

    String pem(String name, X509Certificate certificate) {
        try {
            return Files.writeString(
                            folder.resolve(name),
                            "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                                    .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'})
                                            .encodeToString(certificate.getEncoded())))
                    .toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** By a user who also knows both seals and the keeper's register key; {@link #run} gives only what it is given. */
    int verify(Path path, String... more) {
        var arguments = new ArrayList<>(List.of(path.toString()));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--anchor", "XA-1/seal=" + print(TestCertificates.XA)));
        arguments.addAll(List.of("--anchor", "XB-1/seal=" + print(TestCertificates.XB)));
        arguments.addAll(List.of("--anchor", "XB-1/register=" + print(TestCertificates.XB_REGISTER)));
        return run(arguments.toArray(String[]::new));
    }

    static String print(TestCertificates of) {
        return Anchor.fingerprint(of.certificate());
    }

    int run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, UTF_8);
        int code = Verify.run(arguments, print, print);
        said = out.toString(UTF_8);
        return code;
    }
}
