package org.comity.proof.register;

import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.comity.proof.act.Act;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.table.MoveTable;

/** A register of one thread, signed by XB. */
public final class TestRegister {

    public static final PrivateKey KEEPER = TestCertificates.XB_REGISTER.key();

    private TestRegister() {}

    public static List<SignedEntry> of(String... acts) {
        var entries = new ArrayList<SignedEntry>();
        for (String act : acts) {
            entries.add(sign(entry(entries, act, "00".repeat(32))));
        }
        return entries;
    }

    /** The next entry, with the effect and the state that the table gives. */
    public static SignedEntry next(List<SignedEntry> before, List<Act> acts, String container) {
        var table = MoveTable.find(acts.getFirst().envelope().procedure()).orElseThrow();
        var folded = new MoveTable.Folded(MoveTable.NOTHING_YET, "");
        for (Act each : acts.subList(0, before.size() + 1)) {
            folded = table.fold(folded.state(), each.envelope().said());
        }
        var act = acts.get(before.size());
        var entry = entry(before, act.id(), container);
        return sign(new Entry(
                entry.network(),
                act.envelope().thread(),
                entry.n(),
                entry.previous(),
                entry.act(),
                entry.container(),
                entry.time(),
                folded.effect(),
                Digests.sha256(CanonicalJson.write(folded.state()))));
    }

    public static Entry entry(List<SignedEntry> before, String act, String container) {
        return new Entry(
                TestActs.NETWORK,
                TestActs.THREAD,
                before.size() + 1,
                before.isEmpty()
                        ? Entry.NOTHING_BEFORE
                        : before.getLast().entry().hash(),
                act,
                container,
                TestCertificates.NOON.plusSeconds(before.size()),
                Entry.EFFECTIVE,
                "11".repeat(32));
    }

    public static SignedEntry sign(Entry entry) {
        return sign(entry, KEEPER);
    }

    public static SignedEntry sign(Entry entry, PrivateKey key) {
        return new SignedEntry(entry, signature(entry.json(), key));
    }

    public static String signature(byte[] canonical, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(canonical);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
