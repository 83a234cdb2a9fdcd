package org.comity.proof;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comity.proof.log.LogProof;
import org.comity.proof.log.Note;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the extra line of a log proof: the line itself, who vouches for the log's key, and that the checkpoint
 * continues an earlier one.
 *
 * @param key the note by which the seal key certifies the log's key ({@link org.comity.proof.log.LogKeyNote})
 * @param certificates of the seal key, then those above it
 * @param since null if nobody asked
 */
public record LineProof(LogLine line, String key, List<X509Certificate> certificates, @Nullable Since since) {

    private static final String FORMAT = "comity-log-line/1";
    private static final int MOST_CERTIFICATES = 6;

    /** @param path of the line's leaf in the checkpoint's tree */
    public LogProof in(Note checkpoint, List<byte[]> path) {
        var json = new TreeMap<String, Object>();
        json.put("format", FORMAT);
        json.put("line", line.json());
        json.put("key", key);
        json.put("certificates", certificates.stream().map(LineProof::base64).toList());
        json.put("since", since == null ? null : since.json());
        return new LogProof(CanonicalJson.write(json), line.n() - 1, path, checkpoint);
    }

    static LineProof read(LogProof proof) {
        var json = CanonicalJson.read(proof.extra());
        Reading.only(json, Set.of("format", "line", "key", "certificates", "since"));
        if (!FORMAT.equals(json.get("format"))) {
            throw new Malformed("field", "format");
        }
        if (!(json.get("key") instanceof String key)) {
            throw new Malformed("field", "key");
        }
        if (!(json.get("certificates") instanceof List<?> list) || list.isEmpty() || list.size() > MOST_CERTIFICATES) {
            throw new Malformed("field", "certificates");
        }
        return new LineProof(
                LogLine.read(Reading.object("line", json.get("line"))),
                key,
                list.stream().map(LineProof::certificate).toList(),
                Since.read(json.get("since")));
    }

    private static X509Certificate certificate(Object base64) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes("certificates", base64)));
        } catch (CertificateException e) {
            throw new Malformed("field", "certificates");
        }
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One spelling only: the JDK's decoder alone accepts several. */
    private static byte[] bytes(String field, Object base64) {
        try {
            if (base64 instanceof String text) {
                byte[] bytes = Base64.getDecoder().decode(text);
                if (Base64.getEncoder().encodeToString(bytes).equals(text)) return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new Malformed("field", field);
    }

    /**
     * @param size of the earlier tree
     * @param path the consistency proof (RFC 9162, 2.1.4)
     */
    public record Since(long size, List<byte[]> path) {

        private static final int LONGEST = 2 * Long.SIZE;

        private Map<String, Object> json() {
            return Map.of(
                    "size",
                    size,
                    "path",
                    path.stream().map(Base64.getEncoder()::encodeToString).toList());
        }

        private static @Nullable Since read(@Nullable Object value) {
            if (value == null) return null;
            var json = Reading.object("since", value);
            Reading.only(json, Set.of("size", "path"));
            if (!(json.get("size") instanceof Number size)
                    || !(json.get("path") instanceof List<?> lines)
                    || lines.size() > LONGEST) {
                throw new Malformed("field", "since");
            }
            var path = new ArrayList<byte[]>();
            for (Object each : lines) path.add(bytes("since", each));
            return new Since(size.longValue(), path);
        }
    }
}
