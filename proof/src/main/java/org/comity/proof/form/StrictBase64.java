package org.comity.proof.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.comity.proof.Malformed;
import org.jspecify.annotations.Nullable;

/** Reads base64 that stands in JSON in one encoding only, so that no two files that differ say the same. */
public final class StrictBase64 {

    /** Of a certificate (R62); those that are in use have one or two thousand bytes. */
    static final int LARGEST_CERTIFICATE = 16 << 10;

    private StrictBase64() {}

    /** One spelling only. {@link Malformed} with code {@code field}. */
    public static byte[] bytes(String field, @Nullable Object base64) {
        if (!(base64 instanceof String text)) throw new Malformed("field", field);
        return read(text).orElseThrow(() -> new Malformed("field", field));
    }

    /** Nothing if it is none, or spelt otherwise: the JDK's decoder alone accepts several spellings. */
    public static Optional<byte[]> read(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As {@link #certificate(byte[])}. {@link Malformed} with code {@code field}. */
    public static X509Certificate certificate(String field, @Nullable Object base64) {
        try {
            return certificate(bytes(field, base64));
        } catch (CertificateException e) {
            throw new Malformed("field", field);
        }
    }

    /**
     * DER alone, and of what its signature does not cover one encoding: the JDK takes PEM too, passes over what stands
     * behind it, over unused bits of the signature and over absent parameters.
     *
     * @throws CertificateException if it is not one, or encoded otherwise
     */
    public static X509Certificate certificate(byte[] der) throws CertificateException {
        if (der.length > LARGEST_CERTIFICATE) throw new CertificateException("Too large");
        try {
            var read = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            if (DerBounds.bounded(der) && endsIn(content(read), der)) return read;
        } catch (IOException | RuntimeException e) {
            throw new CertificateException(e);
        }
        throw new CertificateException("Encoded otherwise");
    }

    /** RFC 5280, 4.1: what was signed, by which algorithm (as it says itself), the signature. */
    private static byte[] content(X509Certificate certificate) throws CertificateException, IOException {
        byte[] signed = certificate.getTBSCertificate();
        var content = new ByteArrayOutputStream();
        content.write(signed);
        content.write(TBSCertificate.getInstance(signed).getSignature().getEncoded());
        content.write(new DERBitString(certificate.getSignature()).getEncoded());
        return content.toByteArray();
    }

    /** Behind tag and shortest length nothing but the content. */
    private static boolean endsIn(byte[] content, byte[] der) {
        int octets = content.length < 0x80 ? 1 : content.length < 0x100 ? 2 : content.length < 0x10000 ? 3 : 4;
        return der.length == 1 + octets + content.length
                && Arrays.equals(der, 1 + octets, der.length, content, 0, content.length);
    }
}
