package org.comity.proof.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import java.security.GeneralSecurityException;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/** Whoever may open: {@code age1pq1...}. Wraps the file key in one stanza. */
public final class HybridRecipient implements RecipientStanzaWriter {

    private static final String PREFIX = "age1pq";

    private final byte[] encoded;
    private final AsymmetricKeyParameter publicKey;

    HybridRecipient(byte[] encoded) {
        if (encoded.length != HybridKem.RECIPIENT_LENGTH) {
            throw new IllegalArgumentException("Recipient length [%d]".formatted(encoded.length));
        }
        this.encoded = encoded.clone();
        this.publicKey = HybridKem.suite().deserializePublicKey(encoded);
    }

    public static HybridRecipient parse(String text) {
        return new HybridRecipient(Bech32.decode(PREFIX, text));
    }

    @Override
    public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey) throws GeneralSecurityException {
        try {
            byte[][] sealed = HybridKem.suite()
                    .seal(publicKey, HybridKem.INFO, HybridKem.NO_AAD, fileKey.getEncoded(), null, null, null);
            byte[] body = sealed[0];
            byte[] encapsulated = sealed[1];
            return List.of(new Stanza(List.of(HybridKem.STANZA, Base64Canonical.encode(encapsulated)), body));
        } catch (InvalidCipherTextException e) {
            throw new GeneralSecurityException(e);
        }
    }

    @Override
    public String toString() {
        return Bech32.encode(PREFIX, encoded);
    }
}
