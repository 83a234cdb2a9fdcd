package org.comity.proof;

import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A register of one thread, signed by XB. */
final class TestRegister {

    static final PrivateKey KEEPER = TestCertificates.XB_REGISTER.key();

    private TestRegister() {}

    static List<SignedEntry> of(String... acts) {
        var entries = new ArrayList<SignedEntry>();
        for (String act : acts) {
            entries.add(sign(entry(entries, act, "00".repeat(32))));
        }
        return entries;
    }

    static Entry entry(List<SignedEntry> before, String act, String container) {
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

    static SignedEntry sign(Entry entry) {
        return sign(entry, KEEPER);
    }

    static SignedEntry sign(Entry entry, PrivateKey key) {
        return new SignedEntry(entry, signature(entry.json(), key));
    }

    static String signature(byte[] canonical, PrivateKey key) {
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
