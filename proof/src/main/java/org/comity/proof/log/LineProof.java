package org.comity.proof.log;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.StrictBase64;
import org.comity.proof.form.StrictReading;
import org.comity.proof.tree.MerkleTree;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the extra line of a log proof: the line itself, who vouches for the log's key, and that the checkpoint
 * continues an earlier one.
 *
 * @param key the note by which the seal key certifies the log's key ({@link org.comity.proof.log.LogKeyNote})
 * @param certificates of the seal key, then those above it
 * @param since null if nobody asked
 * @param epochs how the log came to its origin, if it is not in its first epoch
 */
public record LineProof(
        LogLine line,
        String key,
        List<X509Certificate> certificates,
        @Nullable Since since,
        List<Opening> epochs) {

    private static final String FIRST = "comity-log-line/1";
    private static final String WITH_EPOCHS = "comity-log-line/2";
    private static final int MOST_EPOCHS = 64;
    private static final int MOST_CERTIFICATES = 6;

    /** @param path of the line's leaf in the checkpoint's tree */
    public LogProof in(Note checkpoint, List<byte[]> path) {
        var json = new TreeMap<String, Object>();
        json.put("format", epochs.isEmpty() ? FIRST : WITH_EPOCHS);
        json.put("line", line.json());
        json.put("key", key);
        json.put("certificates", written(certificates));
        json.put("since", since == null ? null : since.json());
        if (!epochs.isEmpty()) {
            json.put("epochs", epochs.stream().map(Opening::json).toList());
        }
        return new LogProof(CanonicalJson.write(json), line.n() - 1, path, checkpoint);
    }

    public static LineProof read(LogProof proof) {
        var json = CanonicalJson.read(proof.extra());
        boolean first = FIRST.equals(json.get("format"));
        if (!first && !WITH_EPOCHS.equals(json.get("format"))) {
            throw new Malformed("field", "format");
        }
        StrictReading.only(
                json,
                first
                        ? Set.of("format", "line", "key", "certificates", "since")
                        : Set.of("format", "line", "key", "certificates", "since", "epochs"));
        if (!(json.get("key") instanceof String key)) {
            throw new Malformed("field", "key");
        }
        return new LineProof(
                LogLine.read(StrictReading.object("line", json.get("line"))),
                key,
                certificates("certificates", json.get("certificates")),
                Since.read(json.get("since")),
                first ? List.of() : epochs(json.get("epochs")));
    }

    private static List<Opening> epochs(@Nullable Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > MOST_EPOCHS) {
            throw new Malformed("field", "epochs");
        }
        return list.stream().map(Opening::read).toList();
    }

    /** One at least: of a key, then those above it. */
    public static List<X509Certificate> certificates(String field, @Nullable Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > MOST_CERTIFICATES) {
            throw new Malformed("field", field);
        }
        return list.stream().map(it -> StrictBase64.certificate(field, it)).toList();
    }

    public static List<String> written(List<X509Certificate> certificates) {
        return certificates.stream().map(LineProof::base64).toList();
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<byte[]> path(String field, @Nullable Object value) {
        if (!(value instanceof List<?> lines) || lines.size() > Since.LONGEST) {
            throw new Malformed("field", field);
        }
        var path = new ArrayList<byte[]>();
        for (Object each : lines) path.add(StrictBase64.bytes(field, each));
        return path;
    }

    private static List<String> base64(List<byte[]> path) {
        return path.stream().map(Base64.getEncoder()::encodeToString).toList();
    }

    /**
     * The line that opened an epoch.
     *
     * @param path of its leaf in the checkpoint's tree
     */
    public record Opening(LogLine line, List<byte[]> path) {

        private Map<String, Object> json() {
            return Map.of("line", line.json(), "path", base64(path));
        }

        private static Opening read(Object value) {
            var json = StrictReading.object("epochs", value);
            StrictReading.only(json, Set.of("line", "path"));
            return new Opening(
                    LogLine.read(StrictReading.object("line", json.get("line"))),
                    LineProof.path("epochs", json.get("path")));
        }
    }

    /**
     * @param size of the earlier tree
     * @param path the consistency proof (RFC 9162, 2.1.4)
     */
    public record Since(long size, List<byte[]> path) {

        private static final int LONGEST = 2 * Long.SIZE;

        public Map<String, Object> json() {
            return Map.of("size", size, "path", base64(path));
        }

        public static @Nullable Since read(@Nullable Object value) {
            if (value == null) return null;
            var json = StrictReading.object("since", value);
            StrictReading.only(json, Set.of("size", "path"));
            if (!(json.get("size") instanceof Number size)) {
                throw new Malformed("field", "since");
            }
            return new Since(size.longValue(), LineProof.path("since", json.get("path")));
        }

        /** Whether the later tree holds the earlier one unchanged; one of the same size needs no proof of it. */
        public static boolean continues(@Nullable Since since, Checkpoint before, Checkpoint now) {
            return before.size() == now.size()
                    ? before.root().equals(now.root())
                    : since != null
                            && MerkleTree.continues(
                                    before.rootBytes(), before.size(), now.rootBytes(), now.size(), since.path());
        }
    }
}
