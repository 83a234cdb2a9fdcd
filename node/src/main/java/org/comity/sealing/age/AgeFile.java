package org.comity.sealing.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

/** Whole age files in memory: jagged's channels for the stream, our stanza for the recipient. */
public final class AgeFile {

    private static final int CHUNK = 1 << 16;
    private static final byte[] END = "\n--- ".getBytes(US_ASCII);

    private AgeFile() {}

    public static byte[] encrypt(byte[] plain, List<? extends RecipientStanzaWriter> to)
            throws IOException, GeneralSecurityException {
        var bytes = new ByteArrayOutputStream(plain.length + 4096);
        try (var channel = new StandardEncryptingChannelFactory()
                .newEncryptingChannel(Channels.newChannel(bytes), List.copyOf(to))) {
            for (var from = ByteBuffer.wrap(plain); from.hasRemaining(); ) {
                channel.write(from);
            }
        }
        return bytes.toByteArray();
    }

    /** All of it or nothing: no byte leaves before the last chunk has been authenticated. */
    public static byte[] decrypt(byte[] sealed, RecipientStanzaReader identity)
            throws IOException, GeneralSecurityException {
        var bytes = new ByteArrayOutputStream(sealed.length);
        var source = Channels.newChannel(new ByteArrayInputStream(sealed));
        try (var channel = new StandardDecryptingChannelFactory().newDecryptingChannel(source, List.of(identity))) {
            for (var buffer = ByteBuffer.allocate(CHUNK); channel.read(buffer) >= 0; buffer.clear()) {
                bytes.write(buffer.array(), 0, buffer.position());
            }
        }
        return bytes.toByteArray();
    }

    /** A header is read before anything is authenticated, and each stanza in it costs a decapsulation. */
    public static boolean headerEndsWithin(byte[] sealed, long bytes) {
        long end = Math.min(bytes, sealed.length) - END.length;
        for (int at = 0; at <= end; at++) {
            if (Arrays.equals(sealed, at, at + END.length, END, 0, END.length)) {
                return true;
            }
        }
        return false;
    }
}
