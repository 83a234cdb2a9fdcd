package org.comity.sealing.seal;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.comity.proof.form.P256Signature;
import org.comity.proof.log.LogKeyNote;
import org.comity.proof.log.LogKeys;
import org.comity.proof.log.Note;
import org.comity.proof.log.NoteKey;
import org.comity.proof.log.NoteSigner;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Signs the node's logs with one Ed25519 key of software, so that a checkpoint a minute does not wait for the device that
 * may hold the seal key; the seal key certifies it, log by log.
 */
@Component
class SoftwareLogKeys implements LogKeys {

    private final KeyFolder keys;
    private final String participant;

    /** Anybody may ask for that of a public log, and the device signs no faster for it. */
    private final Map<Certified, String> certified = new ConcurrentHashMap<>();

    SoftwareLogKeys(KeyFolder keys, @Value("${node.id}") String participant) {
        this.keys = keys;
        this.participant = participant;
    }

    @Override
    public NoteSigner of(String log) {
        return new OfOneLog(key(log));
    }

    @Override
    public String certification(String log) {
        return certified.computeIfAbsent(
                new Certified(new LogKeyNote(participant, key(log)).text(), keys.sealCertificate()),
                it -> Note.sign(it.text(), new Seal()).write());
    }

    @Override
    public List<X509Certificate> certificates() {
        return keys.sealChain();
    }

    private NoteKey key(String log) {
        return NoteKey.ed25519(
                LogKeyNote.origin(participant, log),
                keys.logKey().generatePublicKey().getEncoded());
    }

    private record Certified(String text, X509Certificate seal) {}

    private final class OfOneLog implements NoteSigner {

        private final NoteKey key;

        private OfOneLog(NoteKey key) {
            this.key = key;
        }

        @Override
        public NoteKey key() {
            return key;
        }

        @Override
        public byte[] sign(byte[] text) {
            var signer = new Ed25519Signer();
            signer.init(true, keys.logKey());
            signer.update(text, 0, text.length);
            return signer.generateSignature();
        }
    }

    private final class Seal implements NoteSigner {

        @Override
        public NoteKey key() {
            return NoteKey.ecdsa(participant, keys.sealCertificate().getPublicKey());
        }

        @Override
        public byte[] sign(byte[] text) {
            return P256Signature.sign(keys.sealKey(), text);
        }
    }
}
