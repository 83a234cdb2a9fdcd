package org.comity.sealing.ceremony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Says whom a certificate is for: a participant, one purpose, and for TLS the hosts it answers at. */
public record CertificateSubject(String participant, KeyPurpose purpose, List<String> hosts) {

    public X500Name name() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, participant.substring(0, 2))
                .addRDN(BCStyle.O, participant)
                .addRDN(BCStyle.CN, participant + " " + purpose.alias())
                .build();
    }

    List<Extension> extensions() {
        try {
            var extensions = new ArrayList<Extension>();
            extensions.add(Extension.create(Extension.keyUsage, true, new KeyUsage(purpose.usage())));
            if (!purpose.extended().isEmpty()) {
                // RFC 3161: the extended key usage of a time-stamping authority is critical and alone.
                var purposes = new ExtendedKeyUsage(purpose.extended().toArray(KeyPurposeId[]::new));
                extensions.add(Extension.create(Extension.extendedKeyUsage, purpose == KeyPurpose.TSA, purposes));
            }
            if (purpose == KeyPurpose.TLS) {
                var names =
                        hosts.stream().distinct().map(CertificateSubject::host).toArray(GeneralName[]::new);
                extensions.add(Extension.create(Extension.subjectAlternativeName, false, new GeneralNames(names)));
            }
            return extensions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GeneralName host(String host) {
        boolean address = host.contains(":") || host.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }
}
