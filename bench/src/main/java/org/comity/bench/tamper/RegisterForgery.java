package org.comity.bench.tamper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.P256Signature;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.Container;
import org.comity.proof.table.MoveTable;

/** Registers of a thread made anew by whoever has a key, each right in itself: chain, effects and states. */
final class RegisterForgery {

    static final String HEAD = "thread.json";
    private static final String REGISTER = "register/";

    /** Whom the head names, and whose key signs. */
    record Signer(String participant, X509Certificate certificate, PrivateKey key) {}

    /** @param from the first entry that this one signs */
    record Term(Signer by, int from) {}

    private final Path keys;
    private final Map<String, Signer> signers = new HashMap<>();

    RegisterForgery(Path keys) {
        this.keys = keys;
    }

    /** @param key name of the file with the certificate and key, e.g. {@code xa-1-seal} */
    Signer signer(String participant, String key) {
        return signers.computeIfAbsent(participant + " " + key, _ -> read(participant, key));
    }

    private Signer read(String participant, String key) {
        try {
            var certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(keys.resolve(key + ".pem"))));
            var base64 = Files.readString(keys.resolve(key + ".key")).replaceAll("-----[A-Z ]+-----|\\s", "");
            var secret = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return new Signer(participant, (X509Certificate) certificate, secret);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<SignedEntry> entries(SequencedMap<String, byte[]> thread) {
        return ExportCopy.below(REGISTER, thread).values().stream()
                .map(SignedEntry::read)
                .toList();
    }

    /** Puts these entries, in their order, under a head that names who signs from where on. */
    static void put(SequencedMap<String, byte[]> thread, List<Entry> entries, List<Term> terms) {
        var old = ExportCopy.below(REGISTER, thread).keySet();
        old.forEach(it -> thread.remove(REGISTER + it));
        var head = CanonicalJson.read(Objects.requireNonNull(thread.get(HEAD)));
        thread.put(
                HEAD,
                head(
                        Objects.requireNonNull(head.get("network")).toString(),
                        Objects.requireNonNull(head.get("thread")).toString(),
                        terms));
        var before = Entry.NOTHING_BEFORE;
        var procedure = envelope(thread, entries.getFirst()).procedure();
        var table = MoveTable.find(procedure).orElseThrow();
        var state = MoveTable.NOTHING_YET;
        for (int n = 1; n <= entries.size(); n++) {
            var said = entries.get(n - 1);
            var folded = table.fold(state, envelope(thread, said).said());
            state = folded.state();
            var entry = new Entry(
                    said.network(),
                    said.thread(),
                    n,
                    before,
                    said.act(),
                    said.container(),
                    said.time(),
                    folded.effect(),
                    Digests.sha256(CanonicalJson.write(state)));
            before = entry.hash();
            thread.put(
                    REGISTER + "%06d.json".formatted(n),
                    sign(entry, at(terms, n).key()).json());
        }
    }

    private static Signer at(List<Term> terms, int n) {
        return terms.stream()
                .filter(it -> it.from() <= n)
                .reduce((_, later) -> later)
                .orElseThrow()
                .by();
    }

    private static Envelope envelope(Map<String, byte[]> thread, Entry entry) {
        return Container.read(Objects.requireNonNull(thread.get("acts/" + entry.act() + ".asice")))
                .act()
                .envelope();
    }

    static byte[] head(String network, String thread, List<Term> terms) {
        var head = new TreeMap<String, Object>(Map.of("network", network, "thread", thread));
        if (terms.size() == 1) {
            var only = terms.getFirst().by();
            head.put("format", "comity-thread/1");
            head.put("keeper", only.participant());
            head.put("certificate", base64(only.certificate()));
        } else {
            var keepers = new ArrayList<Object>();
            for (var each : terms) {
                keepers.add(Map.of(
                        "certificate", base64(each.by().certificate()),
                        "from", (long) each.from(),
                        "participant", each.by().participant()));
            }
            head.put("format", "comity-thread/2");
            head.put("keepers", keepers);
        }
        return CanonicalJson.write(head);
    }

    private static SignedEntry sign(Entry entry, PrivateKey key) {
        return new SignedEntry(entry, Base64.getEncoder().encodeToString(P256Signature.sign(key, entry.json())));
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
