package org.comity.proof.item;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import org.comity.proof.age.AgeHeader;
import org.comity.proof.age.ChunkCipher;
import org.comity.proof.age.KeyDerivation;
import org.comity.proof.age.PayloadReader;

/**
 * The file key of one item. age does not bind a payload to its key: one payload can be made that opens under two keys to
 * two different texts. The commitment, which the manifest holds, rules the second key out.
 */
public final class ItemKey {

    private static final String INFO = "comity/item";

    private final FileKey fileKey;

    private ItemKey(FileKey fileKey) {
        this.fileKey = fileKey;
    }

    public static ItemKey fresh() {
        return new ItemKey(new FileKey());
    }

    static ItemKey of(FileKey fileKey) {
        return new ItemKey(fileKey);
    }

    /** @throws GeneralSecurityException if the header is not for this identity, or is not authentic */
    public static ItemKey open(AgeHeader header, RecipientStanzaReader identity) throws GeneralSecurityException {
        return new ItemKey(header.open(identity));
    }

    /** HKDF-SHA256 of the file key, no salt, info {@code comity/item}; in hexadecimal. */
    public String commitment() {
        return HexFormat.of().formatHex(KeyDerivation.bytes(fileKey, new byte[0], INFO));
    }

    /** A header that wraps this key for one recipient. */
    public AgeHeader header(RecipientStanzaWriter recipient) {
        try {
            return AgeHeader.write(fileKey, List.of(recipient));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public ChunkCipher cipher(byte[] nonce) {
        return new ChunkCipher(fileKey, nonce);
    }

    /** Plain bytes from any position of a payload of this size. */
    public PayloadReader reader(PayloadReader.Source source, long payload)
            throws IOException, GeneralSecurityException {
        return new PayloadReader(source, payload, fileKey);
    }
}
