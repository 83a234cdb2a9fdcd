package org.comity.proof.bag;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.P256Signature;
import org.comity.proof.form.StrictBase64;
import org.comity.proof.form.StrictReading;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a participant says of a bag that it made ({@code export.json}, docs/protocol/bags.md): these lists, hence these files and no others. Without it, nobody could see that the last entry of a register was left out.
 *
 * @param files the tag files of the bag, each with its SHA-256
 * @param certificate of the register key that signs
 * @param signature base64 DER, ECDSA P-256 with SHA-256 over {@link #statement}
 */
public record ExportStatement(
        String network,
        String participant,
        Instant time,
        Map<String, String> files,
        X509Certificate certificate,
        String signature) {

    public static final String FILE = "export.json";

    private static final Pattern FORMAT = Pattern.compile("comity-export/1");
    private static final int MOST_FILES = 20;

    public ExportStatement {
        files = Map.copyOf(files);
    }

    /** @param signing signs canonical bytes with the register key */
    public static ExportStatement sign(
            String network,
            String participant,
            Instant time,
            Map<String, String> files,
            X509Certificate certificate,
            Function<byte[], String> signing) {
        var unsigned = new ExportStatement(network, participant, time, files, certificate, "");
        return new ExportStatement(network, participant, time, files, certificate, signing.apply(unsigned.statement()));
    }

    byte[] statement() {
        return CanonicalJson.write(said());
    }

    private Map<String, Object> said() {
        return Map.of(
                "files",
                new TreeMap<>(files),
                "format",
                FORMAT.pattern(),
                "network",
                network,
                "participant",
                participant,
                "time",
                time.toString());
    }

    public byte[] json() {
        try {
            return CanonicalJson.write(Map.of(
                    "certificate", Base64.getEncoder().encodeToString(certificate.getEncoded()),
                    "signature", signature,
                    "statement", said()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean signed() {
        try {
            return P256Signature.holds(statement(), Base64.getDecoder().decode(signature), certificate);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    public static ExportStatement read(byte[] json) {
        var root = CanonicalJson.read(json);
        StrictReading.only(root, Set.of("certificate", "signature", "statement"));
        var said = StrictReading.object("statement", root.get("statement"));
        StrictReading.only(said, Set.of("files", "format", "network", "participant", "time"));
        StrictReading.text(said, "format", FORMAT);
        var files = new TreeMap<String, String>();
        var listed = StrictReading.object("files", said.get("files"));
        if (listed.size() > MOST_FILES) throw new Malformed("too-many", "files");
        for (String each : listed.keySet()) files.put(each, StrictReading.text(listed, each, StrictReading.HASH));
        return new ExportStatement(
                StrictReading.text(said, "network", StrictReading.HASH),
                StrictReading.text(said, "participant", StrictReading.PARTICIPANT),
                StrictReading.instant(said, "time"),
                files,
                StrictBase64.certificate("certificate", root.get("certificate")),
                signature(root.get("signature")));
    }

    private static String signature(@Nullable Object base64) {
        StrictBase64.bytes("signature", base64);
        return (String) Objects.requireNonNull(base64, "read as text just now");
    }
}
