package org.comity.sealing;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.List;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.age.HybridRecipient;

/** One age file of any length, chunk by chunk (64 KiB): each is authenticated before it is given out. */
public final class AgeStream {

    private AgeStream() {}

    /**
     * @param recipients {@code age1pq1…}, at least one
     * @return what is written to it is encrypted to {@code out}; closing ends the file and closes {@code out}
     */
    public static OutputStream encrypting(OutputStream out, List<String> recipients) throws IOException {
        try {
            var to = recipients.stream()
                    .<RecipientStanzaWriter>map(AgeStream::recipient)
                    .toList();
            return Channels.newOutputStream(
                    new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(out), to));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param identity {@code AGE-SECRET-KEY-PQ-1…}
     * @throws Sealing.CannotOpen if the file is not for this identity; a later read fails if a byte was changed or is
     *     missing
     */
    public static InputStream decrypting(InputStream in, String identity) throws IOException, Sealing.CannotOpen {
        try {
            var key = HybridIdentity.parse(identity.strip());
            return Channels.newInputStream(
                    new StandardDecryptingChannelFactory().newDecryptingChannel(Channels.newChannel(in), List.of(key)));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new Sealing.CannotOpen(String.valueOf(e.getMessage()));
        }
    }

    /** Whether a text names somebody for whom this program can encrypt. */
    public static boolean isRecipient(String text) {
        try {
            recipient(text);
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static HybridRecipient recipient(String text) {
        return HybridRecipient.parse(text.strip());
    }
}
