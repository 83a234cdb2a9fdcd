package org.comity.proof.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.jspecify.annotations.Nullable;

/** The seal key of a node: {@code AGE-SECRET-KEY-PQ-1...}, a seed of 32 bytes. Reads its own stanza, ignores others. */
public final class HybridIdentity implements RecipientStanzaReader {

    private static final String PREFIX = "age-secret-key-pq-";

    private final byte[] seed;
    private final AsymmetricCipherKeyPair keyPair;

    private HybridIdentity(byte[] seed) {
        if (seed.length != HybridKem.IDENTITY_LENGTH) {
            throw new IllegalArgumentException("Identity length [%d]".formatted(seed.length));
        }
        this.seed = seed.clone();
        this.keyPair = HybridKem.suite().deserializePrivateKey(seed, null);
    }

    public static HybridIdentity generate() {
        byte[] seed = new byte[HybridKem.IDENTITY_LENGTH];
        new SecureRandom().nextBytes(seed);
        return new HybridIdentity(seed);
    }

    public static HybridIdentity parse(String text) {
        return new HybridIdentity(Bech32.decode(PREFIX, text));
    }

    public HybridRecipient recipient() {
        return new HybridRecipient(HybridKem.suite().serializePublicKey(keyPair.getPublic()));
    }

    /** The secret itself, in the form the age tools read. Deliberately not {@code toString}. */
    public String secretText() {
        return Bech32.encode(PREFIX, seed).toUpperCase(Locale.ROOT);
    }

    @Override
    public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        FileKey found = null;
        for (RecipientStanza stanza : stanzas) {
            if (!HybridKem.STANZA.equals(stanza.getType())) continue;
            FileKey key = open(stanza, arguments(stanza));
            if (found == null) found = key;
        }
        if (found == null) throw new UnsupportedRecipientStanzaException("No stanza for this identity");
        return found;
    }

    /** Every stanza of our type must be well formed, also those meant for somebody else. */
    private static byte[] arguments(RecipientStanza stanza) throws GeneralSecurityException {
        // jagged keeps the type out of the arguments, so one argument is left.
        if (stanza.getArguments().size() != 1) throw new GeneralSecurityException("Stanza arguments");
        byte[] encapsulated = Base64Canonical.decode(stanza.getArguments().getFirst());
        if (encapsulated.length != HybridKem.ENCAPSULATED_LENGTH)
            throw new GeneralSecurityException("Encapsulated key");
        if (stanza.getBody().length != HybridKem.WRAPPED_LENGTH) throw new GeneralSecurityException("Stanza body");
        return encapsulated;
    }

    private @Nullable FileKey open(RecipientStanza stanza, byte[] encapsulated) throws GeneralSecurityException {
        try {
            return new FileKey(HybridKem.suite()
                    .open(encapsulated, keyPair, HybridKem.INFO, HybridKem.NO_AAD, stanza.getBody(), null, null, null));
        } catch (InvalidCipherTextException notForUs) {
            return null;
        } catch (RuntimeException malformed) {
            // Bouncy Castle signals a bad point or ciphertext with unchecked exceptions.
            throw new GeneralSecurityException("Encapsulated key refused", malformed);
        }
    }
}
