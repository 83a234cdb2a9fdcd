package org.comity.proof.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Date;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.form.Digests;

/** Builds an ASiC-E container with a CAdES signature by Bouncy Castle alone, right or wrong in one chosen point. */
public final class TestContainer {

    public static final Instant STAMPED = TestCertificates.NOON.plusSeconds(1);

    public final SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    public final SequencedMap<String, byte[]> meta = new LinkedHashMap<>();
    public UnaryOperator<String> manifest = it -> it;
    public TestCertificates signer = TestCertificates.XA;
    public TestCertificates tsa;
    public String algorithm = "SHA256withECDSA";
    public String stampAlgorithm = "SHA256withECDSA";
    public boolean named = true;
    public boolean detached = true;
    public int signers = 1;
    public byte[] certificateHash;
    public X509CertificateHolder beside;
    public byte[] mimetype = Container.MIMETYPE.getBytes(UTF_8);
    public ASN1ObjectIdentifier unsignedType = PKCSObjectIdentifiers.id_aa_signatureTimeStampToken;

    public static TestContainer of(Act act) {
        var container = new TestContainer();
        container.files.put("act.json", act.json());
        container.files.put("act.pdf", "%PDF-1.7 the letter".getBytes(UTF_8));
        container.files.put(
                "approvals.json", Approval.write(List.of(new Approval("officer-7", "passkey", TestCertificates.NOON))));
        return container;
    }

    public TestContainer stamped() {
        tsa = TestCertificates.TSA;
        return this;
    }

    public byte[] build() {
        byte[] xml = manifest.apply(xml()).getBytes(UTF_8);
        var all = new LinkedHashMap<>(files);
        all.put("META-INF/ASiCManifest001.xml", xml);
        all.put("META-INF/signature001.p7s", sign(xml));
        all.putAll(meta);
        return zip(mimetype, all);
    }

    private String xml() {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><asic:ASiCManifest"
                + " xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
                + "<asic:SigReference URI=\"META-INF/signature001.p7s\" MimeType=\"application/pkcs7-signature\"/>");
        files.forEach((name, content) -> xml.append(("<asic:DataObjectReference URI=\"%s\"><ds:DigestMethod"
                        + " Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><ds:DigestValue>%s</ds:DigestValue>"
                        + "</asic:DataObjectReference>")
                .formatted(
                        name, Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Digests.sha256(content))))));
        return xml.append("</asic:ASiCManifest>").toString();
    }

    private byte[] sign(byte[] content) {
        try {
            var generator = new CMSSignedDataGenerator();
            for (int i = 0; i < signers; i++) {
                var builder = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(signed()));
                if (tsa != null) {
                    builder.setUnsignedAttributeGenerator(parameters ->
                            stamp((byte[]) parameters.get(org.bouncycastle.cms.CMSAttributeTableGenerator.SIGNATURE)));
                }
                generator.addSignerInfoGenerator(builder.build(
                        new JcaContentSignerBuilder(algorithm).build(signer.key()), signer.certificate()));
            }
            generator.addCertificates(new JcaCertStore(List.of(signer.certificate())));
            if (beside != null) generator.addCertificate(beside);
            return generator
                    .generate(new CMSProcessableByteArray(content), !detached)
                    .toASN1Structure()
                    .getEncoded("DER");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private AttributeTable signed() throws Exception {
        var attributes = new Hashtable<ASN1ObjectIdentifier, Attribute>();
        put(attributes, CMSAttributes.signingTime, new Time(Date.from(TestCertificates.NOON)));
        byte[] hash = certificateHash != null
                ? certificateHash
                : HexFormat.of().parseHex(Anchor.fingerprint(signer.certificate()));
        if (named) {
            put(
                    attributes,
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new SigningCertificateV2(new ESSCertIDv2(hash)));
        }
        return new AttributeTable(attributes);
    }

    private AttributeTable stamp(byte[] signature) {
        try {
            byte[] digest = HexFormat.of().parseHex(Digests.sha256(signature));
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build(stampAlgorithm, tsa.key(), tsa.certificate()),
                    digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                            new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1"))),
                    new ASN1ObjectIdentifier("1.2.3.4.1"));
            tokens.addCertificates(new JcaCertStore(List.of(tsa.certificate())));
            var requests = new TimeStampRequestGenerator();
            requests.setCertReq(true);
            var answer = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(requests.generate(TSPAlgorithms.SHA256, digest), BigInteger.ONE, Date.from(STAMPED));
            var attributes = new Hashtable<ASN1ObjectIdentifier, Attribute>();
            put(
                    attributes,
                    unsignedType,
                    ASN1Primitive.fromByteArray(answer.getTimeStampToken().getEncoded("DER")));
            return new AttributeTable(attributes);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(
            Hashtable<ASN1ObjectIdentifier, Attribute> all, ASN1ObjectIdentifier type, ASN1Encodable value) {
        all.put(type, new Attribute(type, new DERSet(value)));
    }

    public static byte[] zip(byte[] mimetype, Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var first = new ZipEntry("mimetype");
            var sum = new CRC32();
            sum.update(mimetype);
            first.setMethod(ZipEntry.STORED);
            first.setSize(mimetype.length);
            first.setCrc(sum.getValue());
            put(zip, first, mimetype);
            for (var file : files.entrySet()) {
                put(zip, new ZipEntry(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
        entry.setTimeLocal(LocalDateTime.of(2027, 3, 1, 12, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
